import { fromUtf8, open, seal, utf8, type Bytes, type SealingKey } from '@/crypto';
import type { Json, StoredRecord } from '@/domain';
import type { Row } from './database';
import { StorageError } from './errors';

const context = (key: string): string => `row.${key}`;

/** Seals a record for its row. */
export const sealRecord = (key: SealingKey, record: StoredRecord): Promise<Row['box']> =>
  seal(key, utf8(JSON.stringify(record.fields)), context(record.key));

/** Opens a row. @throws StorageError `damaged` when the box is not whole, or not this row's. */
export async function openRow(key: SealingKey, row: Row): Promise<StoredRecord> {
  try {
    return { key: row.key, fields: JSON.parse(fromUtf8(await open(key, row.box, context(row.key)))) as StoredRecord['fields'] };
  } catch {
    throw new StorageError('damaged');
  }
}

/** Seals a private setting. */
export const sealSecret = (key: SealingKey, name: string, value: Json): Promise<Bytes> => seal(key, utf8(JSON.stringify(value)), `meta.${name}`);

/** Opens a private setting. @throws EnvelopeError */
export const openSecret = async (key: SealingKey, name: string, box: Uint8Array): Promise<Json> => JSON.parse(fromUtf8(await open(key, box, `meta.${name}`))) as Json;
