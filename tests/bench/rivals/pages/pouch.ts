/** PouchDB as its makers ship it for browsers, against its own HTTP server. Nothing is sealed. */
import PouchDB from 'pouchdb-browser';
import { benchRecords, offer, timed, type Work } from '../../pages/records';

interface Database {
  bulkDocs(docs: readonly object[]): Promise<readonly { ok?: boolean }[]>;
  put(doc: object): Promise<unknown>;
  info(): Promise<{ doc_count: number }>;
  replicate: { to(remote: Database, options: object): Promise<unknown>; from(remote: Database, options: object): Promise<unknown> };
}
const Pouch = PouchDB as unknown as new (name: string, options?: object) => Database;
/** Ten times what it asks for by itself: fewer, larger requests, as the app's. */
const LARGE = { batch_size: 1000, batches_limit: 10 };

let first: Database;
let second: Database;
let remote: Database;
let named: string;
let kind: Work;
const docs = (from: number, count: number): object[] => benchRecords(kind, from, count).map(({ id, ...rest }) => ({ _id: id, ...rest }));

offer({
  async open(name, work) {
    kind = work;
    named = name;
    first = new Pouch(name);
    remote = new Pouch(`${location.origin}/pouch/${name}`);
    await Promise.all([first.info(), remote.info()]);
  },
  bulk(from, count) {
    const all = docs(from, count);
    return timed(async () => {
      if ((await first.bulkDocs(all)).some(({ ok }) => !ok)) throw new Error('not all was saved');
    });
  },
  hand(from, count) {
    const all = docs(from, count);
    return timed(async () => {
      for (const doc of all) await first.put(doc);
    });
  },
  push: () => timed(() => first.replicate.to(remote, LARGE)),
  async join() {
    second = new Pouch(`${named}-2`);
    await second.info();
  },
  pull: () => timed(() => second.replicate.from(remote, LARGE)),
  count: async () => (await second.info()).doc_count,
});
