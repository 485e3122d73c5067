export { pull } from './pull';
export { push } from './push';
