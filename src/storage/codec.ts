import { fromUtf8, open, seal, utf8, type SealingKey } from '@/crypto';
import type { StoredRecord } from '@/domain';
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
