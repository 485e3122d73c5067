import { deriveInWorker, type Bytes, type DeriveKey } from '@/crypto';
import { createBackupKey } from '@/crypto/backup-key';
import { emptyRecord, fieldsOf, lastLocal, recordKey, refusesEdit, shownValue, writeLocal, type Json, type RecordKey, type StoredRecord, type TypedChange } from '@/domain';
import type { Book } from '../book';
import { openRow, openSecret } from '../codec';
import type { BatchRow, MetaRow, ParkedRow, Row } from '../database';
import { DIRECTORY_KEY } from '../directory';
import type { Saver } from '../saver';
import { filesToTake, type FilesInBackup, type LaterPart } from './files';
import { writeFrame } from './frames';
import { writeHeader, type Told } from './header';
import { pack } from './pack';
import { addCounts, boxed, byKind, countRecords, grouped, type Counts, type Manifest, type Part, type PartInfo } from './parts';

/** What a backup is made of. */
export interface BackupInput {
  readonly saver: Saver;
  readonly passphrase: string;
  readonly told: Told;
  /** The cell whose log the book has taken in, where the caller knows it; else the book's own note of it counts. */
  readonly logCell?: string | undefined;
  /**
   * For a further device of the cell, which gets it whole or not at all: no connection, large frames, nothing twice. `book`: everything
   * else · `cell`: the cell's own record, the log is to be read from its beginning.
   */
  readonly share?: 'book' | 'cell';
  /** [BACKUP-7] With the attached files that are on this device. */
  readonly files?: boolean;
}

/** A finished backup: its bytes in pieces, for a File; what is in it, and what of the phone could not be read. */
export interface MadeBackup {
  readonly bytes: readonly Bytes[];
  readonly counts: Counts;
  readonly left: Counts;
  readonly files: FilesInBackup;
  /** The database could not be read: there is in it what was in memory, no more. */
  readonly partial: boolean;
}

/** About so much JSON to a frame, before compression: the loss where one is damaged. */
const FRAME = 16_000;
/** In a copy that arrives whole there is nothing to save from damage. */
const WHOLE_FRAME = 4_000_000;
/** Settings that belong to this phone's screen, or stand in the manifest. */
const NOT_CARRIED = ['cursor', 'logCell', 'directives', 'place', 'lastBackupAt', 'room'];

interface Snapshot {
  readonly rows: readonly Row[];
  readonly batches: readonly BatchRow[];
  readonly parked: readonly ParkedRow[];
  readonly meta: readonly MetaRow[];
}

/** All tables as they stand at one moment. */
function snapshot({ db }: Book): PromiseLike<Snapshot> {
  return db.transaction('r', db.rows, db.batches, db.parked, db.meta, async () => {
    const [rows, batches, parked, meta] = await Promise.all([db.rows.toArray(), db.batches.orderBy('n').toArray(), db.parked.toArray(), db.meta.toArray()]);
    return { rows, batches, parked, meta };
  });
}

/** [BACKUP-6] What is in memory, for a database that can no longer be read; meetings that are known and were not open are counted. */
function inMemory({ held }: Book): { records: Map<RecordKey, StoredRecord>; left: Counts } {
  const records = new Map(held.filter(({ key, fields }) => key !== DIRECTORY_KEY && Object.keys(fields).length > 0).map((record) => [record.key, record]));
  const known = fieldsOf(held.find(({ key }) => key === DIRECTORY_KEY) ?? emptyRecord(DIRECTORY_KEY));
  const closed = Object.keys(known).filter((id) => !records.has(recordKey('meeting', id))).length;
  return { records, left: closed > 0 ? { meeting: closed } : {} };
}

/** Opens every row; those that do not open are counted, and keep nothing else back. */
async function openRows(book: Book, rows: readonly Row[]): Promise<{ records: Map<RecordKey, StoredRecord>; left: Counts }> {
  const records = new Map<RecordKey, StoredRecord>();
  const left: Counts = {};
  for (const row of rows) {
    // The directory is made anew from the meetings.
    if (row.kind === 'directory') continue;
    const record = await openRow(book.key, row).catch(() => null);
    if (record) records.set(row.key, record);
    else left[row.kind] = (left[row.kind] ?? 0) + 1;
  }
  return { records, left };
}

/** Puts on top what a full disk kept out of the book: it is in memory only, and must be in the file. */
function addUnwritten(records: Map<RecordKey, StoredRecord>, unwritten: readonly TypedChange[]): void {
  for (const { key, field, value, over } of unwritten) {
    const record = records.get(key) ?? emptyRecord(key);
    if (refusesEdit(record, field)) continue;
    records.set(key, writeLocal(record, field, value, lastLocal(record) + 1, over));
  }
}

/** The record with what it shows as if the log had said it: what this device wrote reaches the other one through the log. */
const asLogged = (record: StoredRecord): StoredRecord => ({
  key: record.key,
  fields: Object.fromEntries(Object.entries(record.fields).map(([name, state]) => [name, { v: shownValue(state), s: state.s, d: state.d }])),
});

async function metaValues(book: Book, meta: readonly MetaRow[], only?: readonly string[]): Promise<{ secrets: Record<string, Json>; settings: Record<string, Json> }> {
  const secrets: Record<string, Json> = {};
  const settings: Record<string, Json> = {};
  for (const { name, value } of meta) {
    const [group, ...rest] = name.split('.');
    const key = rest.join('.');
    if (group === 'setting') settings[key] = value as Json;
    if (group !== 'secret' || (only && !only.includes(key))) continue;
    const opened = await openSecret(book.key, key, value as Uint8Array).catch(() => undefined);
    if (opened !== undefined) secrets[key] = opened;
  }
  return { secrets, settings };
}

const infoOf = (part: Part | LaterPart): PartInfo => (part.part === 'records' ? { part: part.part, kinds: countRecords(part.records) } : { part: part.part });

/**
 * [BACKUP-1] Makes a backup of the open book: all records with what is unsent, what waits on its way, sealed settings, and changes that
 * a full disk has kept in memory. It only reads: it works with no network and with the disk full. Write drafts out before
 * (`saver.flush()`).
 */
export async function createBackup({ saver, passphrase, told, logCell, share, files = false }: BackupInput, derive: DeriveKey = deriveInWorker): Promise<MadeBackup> {
  const { book } = saver;
  const only = share === 'cell';
  const whole = await snapshot(book).then(
    (stands) => stands,
    (error: unknown) => {
      // What is handed to another is the book, or nothing.
      if (share) throw error;
      return null;
    },
  );
  const { batches, parked, meta }: Omit<Snapshot, 'rows'> = whole ?? { batches: [], parked: [], meta: [] };
  const { records, left } = whole ? await openRows(book, only ? whole.rows.filter(({ key }) => key === 'cell:cell') : whole.rows) : inMemory(book);
  if (only) for (const [key, record] of records) records.set(key, asLogged(record));
  else addUnwritten(records, saver.unwritten);
  const { secrets, settings } = await metaValues(book, meta, share && ['keyring']);
  const frame = share ? WHOLE_FRAME : FRAME;
  const cell = logCell ?? settings['logCell'];
  const name = fieldsOf(records.get('cell:cell') ?? emptyRecord('cell:cell'))['name'];
  for (const one of NOT_CARRIED) delete settings[one];

  const attached = await filesToTake(book, records, files && whole !== null);
  const parts: (Part | LaterPart)[] = [
    { part: 'settings', values: settings },
    { part: 'secrets', values: secrets },
    ...byKind([...records.values()]).flatMap((some) => grouped(some, frame)).map((group): Part => ({ part: 'records', records: group })),
    ...grouped(only ? [] : batches.map(boxed), frame).map((group): Part => ({ part: 'batches', batches: group })),
    ...grouped(only ? [] : parked.map(boxed), frame).map((group): Part => ({ part: 'parked', parked: group })),
    ...attached.parts,
  ];
  const manifest: Manifest = {
    v: 1,
    cellName: typeof name === 'string' ? name : '',
    log: typeof cell === 'string' ? { cell, cursor: only ? 0 : ((meta.find((row) => row.name === 'setting.cursor')?.value as number | undefined) ?? 0) } : null,
    connected: 'connection' in secrets,
    parts: parts.map(infoOf),
    left,
    ...(whole ? {} : { partial: true }),
  };
  const { lock, key } = await createBackupKey(passphrase, { ...told }, derive);
  const header = await writeHeader({ told, lock });
  const bytes = [header];
  const last = share ? [] : [manifest];
  for (const [index, content] of [manifest, ...parts, ...last].entries()) bytes.push(await writeFrame(key, index, await pack(('load' in content ? await content.load() : content) as unknown as Json)));
  if (!share) bytes.push(header);
  return { bytes, counts: addCounts(manifest.parts.map(({ kinds }) => kinds ?? {})), left, files: attached.told, partial: !whole };
}
