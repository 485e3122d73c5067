/** What a frozen client is asked for: the phone's side of the wire, without screens. */
export { importKey, newId, randomBytes, utf8 } from '@/crypto';
export { PROTOCOL_VERSION } from '@/protocol';
export { Book, BookDatabase } from '@/storage';
export { activate, invite, join, listDevices } from '@/sync/connection';
export { syncOnce } from '@/sync/engine';
export { revokeDevice } from '@/sync/keyring';
export { countWaiting } from '@/sync/outbox';
export { submissionChanges } from '@/sync/submissions';
