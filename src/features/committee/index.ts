export { CommitteeApp } from './committee-app';
