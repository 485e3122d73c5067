export function MembersPage(_props: object) { return null; }
export function MemberPage(_props: object) { return null; }
export function MemberImportPage(_props: object) { return null; }
