export { plantDemo } from './plant';
export { manDemo } from './administrator';
