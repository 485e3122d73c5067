/** RxDB over Dexie, its free storage for browsers, with its HTTP replication. Nothing is sealed. */
import { createRxDatabase, type RxCollection } from 'rxdb';
import { replicateRxCollection, type RxReplicationState } from 'rxdb/plugins/replication';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { benchRecords, offer, timed, type BenchRecord, type Work } from '../../pages/records';

interface Checkpoint {
  seq: number;
}
const text = { type: 'string' } as const;
const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: { id: { type: 'string', maxLength: 40 }, meeting: text, text, memberId: text, due: text, state: text, at: text },
} as const;

async function collection(name: string): Promise<RxCollection<BenchRecord>> {
  const database = await createRxDatabase({ name, storage: getRxStorageDexie(), multiInstance: false });
  return (await database.addCollections({ tasks: { schema } }))['tasks'] as unknown as RxCollection<BenchRecord>;
}

/** One run of replication to its end. Larger than it asks for by itself: fewer requests, as the app's. */
async function replicate(from: RxCollection<BenchRecord>, which: 'push' | 'pull'): Promise<void> {
  const url = `${location.origin}/rx/${named}`;
  const state: RxReplicationState<BenchRecord, Checkpoint> = replicateRxCollection<BenchRecord, Checkpoint>({
    collection: from,
    replicationIdentifier: `${which}-${named}`,
    live: false,
    ...(which === 'push'
      ? { push: { batchSize: 1000, handler: async (rows) => (await fetch(`${url}/push`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(rows) })).json() } }
      : { pull: { batchSize: 1000, handler: async (last, limit) => (await fetch(`${url}/pull?after=${last?.seq ?? 0}&limit=${limit}`)).json() } }),
  });
  let failed: unknown;
  state.error$.subscribe((error) => (failed = error));
  await state.awaitInitialReplication();
  await state.cancel();
  if (failed) throw failed instanceof Error ? failed : new Error(String(failed));
}

let first: RxCollection<BenchRecord>;
let second: RxCollection<BenchRecord>;
let named: string;
let kind: Work;
const docs = (from: number, count: number): BenchRecord[] => benchRecords(kind, from, count);

offer({
  async open(name, work) {
    kind = work;
    named = name;
    first = await collection(name);
  },
  bulk(from, count) {
    const all = docs(from, count);
    return timed(async () => {
      if ((await first.bulkInsert(all)).error.length > 0) throw new Error('not all was saved');
    });
  },
  hand(from, count) {
    const all = docs(from, count);
    return timed(async () => {
      for (const doc of all) await first.insert(doc);
    });
  },
  push: () => timed(() => replicate(first, 'push')),
  async join() {
    second = await collection(`${named}-2`);
  },
  pull: () => timed(() => replicate(second, 'pull')),
  count: () => second.count().exec(),
});
