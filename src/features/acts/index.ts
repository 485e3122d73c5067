export { CellActsPage } from './cell-acts-page';
