/** The limit: the same bytes through a plain table, as durable as the app's, and one request each way. No sync, no keys, no merging. */
import { Dexie, type EntityTable } from 'dexie';
import { benchRecords, offer, timed, type BenchRecord, type Work } from '../../pages/records';

class Plain extends Dexie {
  rows!: EntityTable<BenchRecord, 'id'>;
  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ rows: 'id' });
  }
}

let kind: Work;
let first: Plain;
let second: Plain;
const docs = (from: number, count: number): BenchRecord[] => benchRecords(kind, from, count);
const url = (): string => `${location.origin}/plain/${first.name}`;

offer({
  async open(name, work) {
    kind = work;
    first = new Plain(name);
    await first.open();
  },
  bulk(from, count) {
    const all = docs(from, count);
    return timed(() => first.rows.bulkPut(all));
  },
  hand(from, count) {
    const all = docs(from, count);
    return timed(async () => {
      for (const row of all) await first.rows.put(row);
    });
  },
  push: () => timed(async () => fetch(url(), { method: 'POST', body: JSON.stringify(await first.rows.toArray()) })),
  async join() {
    second = new Plain(`${first.name}-2`);
    await second.open();
  },
  pull: () => timed(async () => second.rows.bulkPut((await (await fetch(url())).json()) as BenchRecord[])),
  count: () => second.rows.count(),
});
