export { Attachments } from './attachments';
export { SecretsPage } from './secrets-page';
