export { AppraisalsPage } from './appraisals-page';
