export { changeOrganisation } from './change';
export { readOrganisation, type Organisation } from './file';
export { COMMITTEE_CODE, importOrganisation } from './import';
export { organisation } from './look';
