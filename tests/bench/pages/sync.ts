/** The app's side of the comparison: its own book, sealing, batches and sync, against its own server. */
import { deriveInWorker, hashJson, importKey, newId, randomBytes } from '@/crypto';
import { recordKey, type Change } from '@/domain';
import { Book, BookDatabase } from '@/storage';
import { loadSync, type Connection } from '@/sync';
import { benchRecords, offer, timed, type BenchRecord, type Work } from './records';

const newBook = async (name: string): Promise<Book> => new Book(new BookDatabase(name), await importKey(randomBytes(32)));
/** As the app's own screens write them. */
function changesOf({ id, meeting, text, memberId, due, state, at }: BenchRecord): Change[] {
  if (meeting === '') {
    const fields = { what: text, assigneeId: memberId, due, state, createdAt: at };
    return Object.entries(fields).map(([field, value]) => ({ key: recordKey('task', id), field, value }));
  }
  const key = recordKey('meeting', meeting);
  return [
    { key, field: `con/${id}`, value: { memberId, kind: state, at, stepId: due } },
    { key, field: `con/${id}/text`, value: text },
  ];
}

let kind: Work;
let first: Book;
let second: Book;
let connections: Connection[] = [];
let synced: (book: Book, connection: Connection, send?: (input: string, init: RequestInit) => Promise<Response>) => Promise<unknown>;
/** When the server last answered for batches, by the page's clock. */
let answered = 0;
let began = 0;

offer({
  async open(name, work, code) {
    kind = work;
    const { activate, syncOnce } = await loadSync();
    synced = syncOnce;
    first = await newBook(name);
    connections = [await activate(first, '', { code, deviceName: 'Máy đo', attempt: await hashJson(newId()) })];
    await syncOnce(first, connections[0]!);
  },
  async bulk(from, count) {
    const changes = benchRecords(kind, from, count).flatMap(changesOf);
    return timed(() => first.write(changes));
  },
  async hand(from, count) {
    const all = benchRecords(kind, from, count).map(changesOf);
    return timed(async () => {
      for (const changes of all) await first.write(changes);
    });
  },
  push() {
    began = answered = performance.now();
    const send = async (input: string, init: RequestInit): Promise<Response> => {
      const response = await fetch(input, init);
      if (input.endsWith('/v1/vault/push')) answered = performance.now();
      return response;
    };
    return timed(() => synced(first, connections[0]!, send));
  },
  stored: async () => answered - began,
  async join() {
    const { invite, join } = await loadSync();
    const { code } = await invite(first, connections[0]!, deriveInWorker);
    second = await newBook(`${first.db.name}-2`);
    connections.push(await join(second, '', { code, deviceName: 'Máy hai', attempt: await hashJson(newId()) }, deriveInWorker));
  },
  pull: () => timed(() => synced(second, connections[1]!)),
  async count() {
    if (kind === 'tasks') return (await second.list('task')).length;
    return (await second.list('meeting')).flatMap(({ fields }) => Object.keys(fields)).filter((field) => field.endsWith('/text')).length;
  },
});
