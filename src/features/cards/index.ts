export { CardsPage } from './cards-page';
