export { DuesPage } from './dues-page';
export { DutiesPage } from './duties/duties-page';
export { LifePage } from './life/life-page';
export { MemberImportPage } from './import-page';
export { MemberPage } from './member-page';
export { MembersPage } from './members-page';
