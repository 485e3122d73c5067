export { ActsPage } from './acts-page';
export { Confirm } from './confirm';
export { FirstForm } from './first-form';
export { OwnPage } from './own-page';
export { PersonsPage } from './persons-page';
export { SignInForm } from './sign-in-form';
