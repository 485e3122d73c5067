export { DuesPage } from './dues-page';
export { MemberImportPage } from './import-page';
export { MemberPage } from './member-page';
export { MembersPage } from './members-page';
