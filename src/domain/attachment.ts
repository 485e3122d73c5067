import { splitKey, type Fields, type RecordKey } from './records';

/**
 * A photo, scan or document attached to a record: its own record `file:<id>`, without its content. The content lies in pieces beside the
 * records, sealed under the file's own key; so whoever reads this record can read the file, and nobody else.
 */
export interface Attachment {
  readonly key: RecordKey;
  readonly id: string;
  /** The record that it belongs to: a meeting, a task, a document of the cell. */
  readonly owner: RecordKey;
  /** As the person sees it, with its ending. */
  readonly name: string;
  /** Media type, e.g. `image/jpeg`. */
  readonly type: string;
  /** Bytes of the content. */
  readonly size: number;
  /** SHA-256 of the content, hex. */
  readonly hash: string;
  /** How many sealed pieces it lies in. */
  readonly pieces: number;
  /** The file's own key, base64 of 32 bytes. */
  readonly secret: string;
  /** When it was added, ISO. */
  readonly addedAt: string;
}

/** The values that a file's record begins with; they never change, but for `name`. */
export const attachmentFields = ({ owner, name, type, size, hash, pieces, secret, addedAt }: Omit<Attachment, 'key' | 'id'>): Fields => ({ owner, name, type, size, hash, pieces, secret, addedAt });

/** [ATTACH-1] Reads a file's record; null for one that was removed, or of which only some words have come. */
export function readAttachment(key: RecordKey, fields: Fields): Attachment | null {
  const { owner, name, type, size, hash, pieces, secret, addedAt } = fields;
  if (typeof owner !== 'string' || typeof name !== 'string' || typeof type !== 'string' || typeof hash !== 'string' || typeof secret !== 'string') return null;
  if (typeof size !== 'number' || typeof pieces !== 'number' || typeof addedAt !== 'string') return null;
  return { key, id: splitKey(key).id, owner: owner as RecordKey, name, type, size, hash, pieces, secret, addedAt };
}

/** [ATTACH-2] True for the record of a file that somebody of the cell removed: written once, and nothing that leads to its content is left. */
export const isRemoved = (written: readonly string[], fields: Fields): boolean => written.includes('secret') && fields['secret'] === undefined;
