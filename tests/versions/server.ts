/** What a frozen server is asked for. Its libraries are those of today; its contract, its rules and its SQL are its own. */
export { PROTOCOL_VERSION } from '@/protocol';
export { issueCode } from '@/server/accounts';
export { buildApp } from '@/server/http';
export { openContext } from '@/server/open';
export { importOrganisation } from '@/server/organisation';
