export { ExcelPage } from './excel-page';
