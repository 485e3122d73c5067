export { GivePage } from './give-page';
