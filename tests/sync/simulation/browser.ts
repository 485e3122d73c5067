/** What a phone's browser is to the client code: a database that can die or be full at any write, tabs that hear of each other, a clock. */
import 'fake-indexeddb/auto';
import { Dexie, type DBCore } from 'dexie';
import { importKey, randomBytes, type SealingKey } from '@/crypto';
import { Book, BOOK_NAMES, BookDatabase, Saver } from '@/storage';

/** A phone's storage. What is opened next is opened on the disk that was put in last. */
export type Disk = IDBFactory;
export const newDisk = (): Disk => new IDBFactory();
export function putIn(disk: Disk): void {
  Dexie.dependencies = { indexedDB: disk, IDBKeyRange };
}

/** The word between the tabs of one phone, without Node's own threads and waits: delivered before the next turn. */
class TabChannel {
  static readonly #rooms = new WeakMap<Disk, Set<TabChannel>>();
  onmessage: ((event: { data: unknown }) => void) | null = null;
  readonly #room: Set<TabChannel>;
  constructor(readonly name: string) {
    const disk = Dexie.dependencies.indexedDB;
    this.#room = TabChannel.#rooms.get(disk) ?? new Set();
    TabChannel.#rooms.set(disk, this.#room.add(this));
  }
  postMessage(data: unknown): void {
    for (const other of this.#room) if (other !== this && other.name === this.name) queueMicrotask(() => other.onmessage?.({ data }));
  }
  close(): void {
    this.#room.delete(this);
  }
}
globalThis.BroadcastChannel = TabChannel as unknown as typeof BroadcastChannel;

/** Strikes when `left` writes (and requests, for a crash) have gone by. */
export interface Trap {
  kind: 'crash' | 'full';
  left: number;
}

export interface Tab {
  readonly book: Book;
  readonly saver: Saver;
  /** Called before each transaction of the book. */
  beforeCommit: (() => Promise<void>) | undefined;
}

/** One life of the browser, from its start to its crash. */
export class Life {
  dead = false;
  readonly tabs: Tab[] = [];
  readonly traps = new Set<Trap>();
  timesFull = 0;

  constructor(
    readonly disk: Disk,
    readonly key: SealingKey,
    readonly now: () => number,
  ) {
    this.openTab();
  }

  openTab(): Tab {
    putIn(this.disk);
    const db = new BookDatabase(BOOK_NAMES.real);
    db.use({ stack: 'dbcore', name: 'mishaps', create: (core) => this.#fragile(core) });
    const book = new Book(db, this.key);
    const tab: Tab = { book, saver: new Saver(book, this.now), beforeCommit: undefined };
    const transaction = db.transaction.bind(db) as (...args: unknown[]) => Promise<unknown>;
    db.transaction = (async (...args: unknown[]) => {
      await tab.beforeCommit?.();
      return transaction(...args);
    }) as unknown as typeof db.transaction;
    this.tabs.push(tab);
    return tab;
  }

  /** The book as somebody finds it who opens it now; without mishaps. */
  look(): Book {
    putIn(this.disk);
    return new Book(new BookDatabase(BOOK_NAMES.real), this.key);
  }

  async closeTab(tab: Tab): Promise<void> {
    this.tabs.splice(this.tabs.indexOf(tab), 1);
    await tab.book.close();
  }

  /** Everything of this life stops where it is. */
  die(): void {
    this.dead = true;
    for (const { book } of this.tabs) book.db.close();
  }

  /** Lets the code of this life run out. */
  async end(): Promise<void> {
    await Promise.allSettled(this.tabs.map(({ book }) => book.close()));
  }

  /** A step that a crash may come before. @returns what strikes now */
  pass(what: 'write' | 'request'): Trap['kind'] | null {
    if (this.dead) return 'crash';
    let struck: Trap['kind'] | null = null;
    for (const trap of this.traps) {
      if (what === 'request' && trap.kind === 'full') continue;
      trap.left -= 1;
      if (trap.left !== 0) continue;
      struck = trap.kind;
      if (trap.kind === 'crash') this.die();
      else this.timesFull += 1;
    }
    return struck;
  }

  #fragile(core: DBCore): DBCore {
    return {
      ...core,
      table: (name) => {
        const table = core.table(name);
        return {
          ...table,
          mutate: (request) => {
            const struck = this.pass('write');
            if (struck === null) return table.mutate(request);
            return Dexie.Promise.reject(struck === 'full' ? new DOMException('full', 'QuotaExceededError') : new Error('crash')) as never;
          },
        };
      },
    };
  }
}

export const newDeviceKey = (): Promise<SealingKey> => importKey(randomBytes(32));
