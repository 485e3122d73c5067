export { BodyPage } from './body-page';
export { CodesPage } from './codes-page';
export { OrganisationPage } from './organisation-page';
