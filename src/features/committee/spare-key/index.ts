export { SpareKeyPage } from './spare-key-page';
