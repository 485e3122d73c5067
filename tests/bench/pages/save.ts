/** The save of one batch of keystrokes: the app's sealed write, and a plain Dexie put of the same record, one after the other. */
import { havePacks } from '@/app/packs';
import { importKey, randomBytes } from '@/crypto';
import { dateInVietnam, readMember, recordKey, rosterOn, type RecordKey, type StoredRecord } from '@/domain';
import { findFrame, procedureFor } from '@/packs';
import { Book, BookDatabase } from '@/storage';
import { Dexie, type EntityTable } from 'dexie';
import { heldFields } from './meetings';
import { memberFields } from './people';

export interface SaveOptions {
  readonly rounds: number;
  /** Rounds before the measured ones. */
  readonly warmUp: number;
}

export interface SaveTimes {
  /** Milliseconds from the call until the promise is fulfilled, in the order of the rounds. */
  readonly sealed: number[];
  readonly plain: number[];
  /** Letters of the record as JSON. */
  readonly recordSize: number;
}

interface PlainRow extends StoredRecord {
  readonly kind: string;
  readonly dirty: 0 | 1;
  readonly rev: number;
}

/** The same indexes and the same durability as the book, and nothing sealed. */
class PlainDatabase extends Dexie {
  rows!: EntityTable<PlainRow, 'key'>;
  constructor() {
    super('plain', { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ rows: 'key, kind, dirty' });
  }
}

const FIELD = 'step/tk-nd-03/note';

async function fullMeeting(book: Book, key: RecordKey): Promise<void> {
  await havePacks();
  const procedure = procedureFor('regular', 'hd05-duk-2021')!;
  const frame = findFrame(procedure.params.frame)!;
  const date = dateInVietnam(new Date().toISOString());
  const roster = rosterOn(Array.from({ length: 30 }, (_, index) => readMember(`m${index}`, memberFields(index))), date);
  const fields = heldFields({ index: 0, date, startedAt: new Date(), ended: false, roster, procedure, frame });
  await book.write(Object.entries(fields).map(([field, value]) => ({ key, field, value })));
}

async function timed(work: () => PromiseLike<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function save({ rounds, warmUp }: SaveOptions): Promise<SaveTimes> {
  const book = new Book(new BookDatabase('sealed'), await importKey(randomBytes(32)));
  const plainDb = new PlainDatabase();
  const key = recordKey('meeting', 'full');
  await fullMeeting(book, key);
  const start = String((await book.read(key))[FIELD]);
  let record = await book.load(key);
  const sealed: number[] = [];
  const plain: number[] = [];
  for (let round = -warmUp; round < rounds; round += 1) {
    // A quarter of a second of typing more, each time.
    const text = `${start} ${'thêm chữ '.repeat((round + warmUp) % 40)}`;
    const saveSealed = (): Promise<number> => timed(() => book.write([{ key, field: FIELD, value: text }]));
    const savePlain = (): Promise<number> => timed(() => plainDb.rows.put({ ...record, kind: 'meeting', dirty: 1, rev: round }));
    const first = round % 2 === 0;
    const a = first ? await saveSealed() : null;
    record = await book.load(key);
    const b = await savePlain();
    const late = a ?? (await saveSealed());
    if (round < 0) continue;
    sealed.push(late);
    plain.push(b);
    // As between two pauses of a hand: what the last save left behind is not billed to the next.
    await new Promise((done) => setTimeout(done, 20));
  }
  const recordSize = JSON.stringify(record).length;
  await book.close();
  plainDb.close();
  return { sealed, plain, recordSize };
}

Object.assign(window, { save });
