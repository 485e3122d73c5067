export { plantDemo } from './plant';
