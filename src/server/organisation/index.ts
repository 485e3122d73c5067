export { readOrganisation, type Organisation } from './file';
export { COMMITTEE_CODE, importOrganisation } from './import';
