import { newId, type SealingKey } from '@/crypto';
import { emptyRecord, fieldsOf, lastLocal, localState, refusesEdit, splitKey, unseenWords, unsentChanges, writeLocal, type FieldState, type Fields, type Json, type RecordKey, type RecordKind, type StoredRecord, type TypedChange } from '@/domain';
import { openChannel, type ChangeChannel } from './channel';
import { openRow, sealRecord } from './codec';
import type { BookDatabase, Row } from './database';
import { DIRECTORY_KEY, updateDirectory } from './directory';
import { nameError, StorageError } from './errors';

interface Cached {
  readonly rev: number;
  readonly record: StoredRecord;
  readonly fields: Fields;
}

/**
 * What a writer makes of the records it asked for: those to put. Called again when another writer came between, and when it puts
 * a record that it did not ask for (it then reads that one as it is on the disk).
 */
export type Edit = (read: (key: RecordKey) => StoredRecord) => readonly StoredRecord[];

/** More to write in the same transaction (batches, cursor). */
export type Also = (db: BookDatabase) => Promise<unknown>;

/**
 * The open book: sealed records, read and written whole, with everyone who watches them told.
 * Encryption happens before and after the transaction, never inside; `rev` makes sure that nothing came between.
 */
export class Book {
  readonly #cache = new Map<RecordKey, Cached>();
  /** What this window wrote last, by place: what stands there otherwise is another window's. */
  readonly #wrote = new Map<string, Json>();
  readonly #watchers = new Map<string, Set<() => void>>();
  readonly #channel: ChangeChannel;
  #queue: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor(
    readonly db: BookDatabase,
    readonly key: SealingKey,
  ) {
    this.#channel = openChannel(`${db.name}.changes`, (keys) => this.#forget(keys as RecordKey[]));
  }

  /** The record as stored; an empty one when there is none. */
  async load(key: RecordKey): Promise<StoredRecord> {
    return (await this.#load(key)).record;
  }

  /** The values of a record. */
  async read(key: RecordKey): Promise<Fields> {
    return (await this.#load(key)).fields;
  }

  /** Values already in memory, for a first paint without a flash; undefined when not loaded yet. */
  peek(key: RecordKey): Fields | undefined {
    return this.#cache.get(key)?.fields;
  }

  /** All records in memory, as last read or written: what there is where the database can no longer be read. */
  get held(): StoredRecord[] {
    return [...this.#cache.values()].map(({ record }) => record);
  }

  /** All records of a kind, in no order. */
  async list(kind: RecordKind): Promise<{ key: RecordKey; id: string; fields: Fields }[]> {
    const rows = await this.#guard(() => this.db.rows.where('kind').equals(kind).toArray());
    const all = await Promise.all(rows.map((row) => this.#open(row)));
    return all
      .filter(({ fields }) => Object.keys(fields).length > 0)
      .map(({ record, fields }) => ({ key: record.key, id: splitKey(record.key).id, fields }));
  }

  /**
   * [STORE-1] Writes changes of this device: records and what waits to be sent, in one transaction. When the promise is fulfilled they
   * are on the disk. What nobody says they had before them is taken to be what is shown at this moment. @throws StorageError `closed` for a field of closed minutes, `full` when there is no space; nothing is written then.
   * [LOG-8] What another window wrote in between is listed for review.
   */
  async write(changes: readonly TypedChange[]): Promise<void> {
    const typed = this.withSeen(changes);
    const id = newId();
    await this.edit(
      [...new Set(typed.map((change) => change.key))],
      (read) => {
        const edited = new Map<RecordKey, StoredRecord>();
        // Copied once: an import writes hundreds of fields into one record.
        const copies = new Map<RecordKey, { fields: Record<string, FieldState>; n: number }>();
        for (const change of typed) {
          const { key, field } = change;
          const record = edited.get(key) ?? read(key);
          if (refusesEdit(record, field)) throw new StorageError('closed');
          const copy = copies.get(key) ?? { fields: { ...record.fields }, n: lastLocal(record) };
          const kept = unseenWords(record, change, this.#wrote.get(key + field));
          copy.fields[field] = localState(copy.fields[field], change.value, (copy.n += 1), change.over);
          copies.set(key, copy);
          edited.set(key, { key, fields: copy.fields });
          if (kept === undefined) continue;
          const review = emptyRecord(`review:${id}.${key}.${field}`);
          const item = { reason: 'both-changed', key, field, kept };
          edited.set(review.key, Object.entries(item).reduce((made, [name, value], index) => writeLocal(made, name, value, index + 1), review));
        }
        return [...edited.values()];
      },
    );
    for (const { key, field, value } of typed) this.#wrote.set(key + field, value);
  }

  /** Notes with each change what is shown now: for changes that will wait before they are written. */
  withSeen(changes: readonly TypedChange[]): readonly TypedChange[] {
    return changes.map((change) => {
      const shown = this.peek(change.key);
      return change.over !== undefined || !shown ? change : { ...change, over: shown[change.field] ?? null };
    });
  }

  /** Reads records, lets `edit` make new ones, and puts them with `also` in one transaction; one writer at a time in this tab. */
  edit(keys: readonly RecordKey[], edit: Edit, also?: Also): Promise<void> {
    const run = this.#queue.then(() => this.#edit(keys, edit, also));
    this.#queue = run.catch(() => undefined);
    return run;
  }

  /** Waits until every write asked for so far is done (or has failed). */
  async settled(): Promise<void> {
    await this.#queue;
  }

  /** Calls `listener` when the record, or any record of the kind, changes; also from another tab. */
  watch(target: RecordKey | RecordKind, listener: () => void): () => void {
    const set = this.#watchers.get(target) ?? new Set();
    set.add(listener);
    this.#watchers.set(target, set);
    return () => set.delete(listener);
  }

  /** Tells everyone who watches these records, in every tab, that there is something new of them. */
  announce(keys: readonly RecordKey[]): void {
    this.#tell(keys);
    this.#channel.post(keys);
  }

  /** Waits for writes, forgets everything readable and closes the database. */
  async close(): Promise<void> {
    await this.settled();
    this.#closed = true;
    this.#cache.clear();
    this.#wrote.clear();
    this.#watchers.clear();
    this.#channel.close();
    this.db.close();
  }

  async #edit(keys: readonly RecordKey[], edit: Edit, also?: Also): Promise<void> {
    if (this.#closed) throw new StorageError('unavailable');
    const wanted = new Set(keys);
    if (keys.some((key) => key.startsWith('meeting:'))) wanted.add(DIRECTORY_KEY);
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const before = await this.#loadAll([...wanted]);
      const edited = [...edit((key) => before.get(key)?.record ?? emptyRecord(key))];
      const unasked = edited.filter(({ key }) => !before.has(key));
      if (unasked.length > 0) {
        for (const { key } of unasked) wanted.add(key);
        continue;
      }
      const directory = before.get(DIRECTORY_KEY)?.record;
      if (directory) {
        const next = updateDirectory(directory, edited);
        if (next !== directory) edited.push(next);
      }
      const rows = await Promise.all(
        edited.map(async (record): Promise<Row> => {
          const kind = splitKey(record.key).kind;
          const dirty = kind !== 'directory' && unsentChanges(record).length > 0 ? 1 : 0;
          return { key: record.key, kind, dirty, rev: (before.get(record.key)?.rev ?? 0) + 1, box: await sealRecord(this.key, record) };
        }),
      );
      if (await this.#guard(() => this.#commit(rows, also))) {
        rows.forEach((row, index) => this.#cache.set(row.key, { rev: row.rev, record: edited[index]!, fields: fieldsOf(edited[index]!) }));
        this.announce(rows.map((row) => row.key));
        return;
      }
      for (const key of before.keys()) this.#cache.delete(key);
    }
    throw new StorageError('blocked');
  }

  /** False when a row is no longer as it was read; nothing is written then. */
  async #commit(rows: readonly Row[], also?: Also): Promise<boolean> {
    const { db } = this;
    let overtaken = false;
    const work = (): PromiseLike<unknown> => {
      // Asked for in one breath: the database does them in turn, and a keystroke's save waits for one answer instead of two.
      const stored = db.rows.bulkGet(rows.map((row) => row.key));
      const put = db.rows.bulkPut([...rows]);
      return put.then(() => stored).then((before) => {
        overtaken = rows.some((row, index) => (before[index]?.rev ?? 0) !== row.rev - 1);
        // Thrown inside, it takes the put back.
        if (overtaken) throw new Error('overtaken');
        return also?.(db);
      });
    };
    const tables = also ? db.tables : [db.rows];
    try {
      await db.transaction('rw', tables, work);
    } catch (error) {
      if (!overtaken) throw error;
    }
    return !overtaken;
  }

  async #load(key: RecordKey): Promise<Cached> {
    return (await this.#loadAll([key])).get(key)!;
  }

  /** What is not in memory is asked for in one request: an import asks for thousands. */
  async #loadAll(keys: readonly RecordKey[]): Promise<Map<RecordKey, Cached>> {
    const found = new Map<RecordKey, Cached>();
    const missing = keys.filter((key) => {
      const cached = this.#cache.get(key);
      if (cached) found.set(key, cached);
      return !cached;
    });
    if (missing.length > 0) {
      const rows = await this.#guard(() => this.db.rows.bulkGet(missing));
      await Promise.all(missing.map(async (key, index) => found.set(key, await this.#open(rows[index] ?? { key, rev: 0 }))));
    }
    return found;
  }

  /** A row without a box is none. */
  async #open(row: Row | Pick<Row, 'key' | 'rev'>): Promise<Cached> {
    const cached = this.#cache.get(row.key);
    if (cached && cached.rev >= row.rev) return cached;
    const record = 'box' in row ? await openRow(this.key, row) : emptyRecord(row.key);
    const opened = { rev: row.rev, record, fields: fieldsOf(record) };
    const newer = this.#cache.get(row.key);
    if (newer && newer.rev >= row.rev) return newer;
    this.#cache.set(row.key, opened);
    return opened;
  }

  #forget(keys: readonly RecordKey[]): void {
    for (const key of keys) this.#cache.delete(key);
    this.#tell(keys);
  }

  #tell(keys: readonly RecordKey[]): void {
    const targets = new Set<string>(keys.flatMap((key) => [key, splitKey(key).kind]));
    for (const target of targets) this.#watchers.get(target)?.forEach((listener) => listener());
  }

  async #guard<T>(work: () => PromiseLike<T>): Promise<T> {
    try {
      if (this.#closed) throw new StorageError('unavailable');
      // [STORE-2] A database that the browser took away is opened anew with each try, so that what waits goes in when it can.
      if (!this.db.isOpen()) await this.db.open();
      return await work();
    } catch (error) {
      throw nameError(error);
    }
  }
}
