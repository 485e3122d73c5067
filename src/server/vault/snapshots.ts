import { MAX_BOX_LENGTH, type SnapshotAnswer, type SnapshotPart, type SnapshotPartRequest } from '@/protocol';
import { sha256, type DeviceCaller } from '../accounts';
import { instantAfter, instantOf, type Context } from '../context';
import { Refusal } from '../refusal';
import {
  bytesBetween,
  commitSnapshot,
  counterOf,
  dropSnapshots,
  insertPart,
  insertSnapshot,
  keyState,
  letBoxesGo,
  namesBetween,
  partHash,
  partsThere,
  raiseCounter,
  readPart,
  snapshotsOf,
  vaultHead,
  type SnapshotRow,
  type Tx,
} from '../store';
import { ENTRY_WEIGHT } from './weight';

/** Snapshots that are kept: the older one is there for when the newer does not open. */
const KEPT = 2;
/** How long a snapshot may take to come, ms. */
const PATIENCE = 24 * 60 * 60_000;

/** @throws Refusal snapshotTaken, epochTaken, invalid when a snapshot of that kind cannot become the cell's newest any more */
async function requireNew(tx: Tx, cell: string, { seq, epoch }: { seq: number; epoch: number }, newest: SnapshotRow | undefined): Promise<void> {
  if (newest && seq <= newest.seq) throw new Refusal('snapshotTaken');
  if (seq > (await vaultHead(tx, cell))) throw new Refusal('invalid', { path: 'seq' });
  const state = await keyState(tx, cell);
  if (state.epoch !== epoch || state.rotationDue) throw new Refusal('epochTaken');
}

/**
 * [SNAP-2] Keeps one part of a snapshot that is coming. The same again is the same; a device has one on its way, and what has not come
 * whole within a day is dropped. @throws Refusal
 */
export async function putPart(ctx: Context, { cell, device }: DeviceCaller, sent: SnapshotPartRequest): Promise<SnapshotAnswer> {
  const { id, part: index, box: text, ...told } = sent;
  if (text.length > MAX_BOX_LENGTH) throw new Refusal('tooLarge');
  if (index >= told.parts) throw new Refusal('invalid', { path: 'part' });
  const box = Buffer.from(text, 'base64');
  const hash = sha256(box);
  return ctx.store.transact(async (tx) => {
    await raiseCounter(tx, cell, 'snapshots', 0);
    const all = await snapshotsOf(tx, cell);
    const known = all.find(({ snapshot }) => snapshot === id);
    if (known && !isSame(known, { device, ...told })) throw new Refusal('contentMismatch');
    if (!known) {
      await requireNew(tx, cell, told, all.find(({ committedAt }) => committedAt !== null));
      const tooOld = instantAfter(ctx.now(), -PATIENCE);
      const over = all.filter((one) => one.committedAt === null && (one.device === device || one.begunAt < tooOld));
      await dropSnapshots(tx, cell, over.map(({ snapshot }) => snapshot));
      await insertSnapshot(tx, cell, { snapshot: id, device, ...told, begunAt: instantOf(ctx.now()) });
    }
    const before = await partHash(tx, cell, id, index);
    if (before !== undefined && before !== hash) throw new Refusal('contentMismatch');
    if (before === undefined) await insertPart(tx, cell, { snapshot: id, part: index, hash, box });
    return { state: before === undefined ? 'stored' : 'same' };
  });
}

type Told = Pick<SnapshotRow, 'device' | 'seq' | 'epoch' | 'chain' | 'parts'>;
const isSame = (known: Told, told: Told): boolean =>
  known.device === told.device && known.seq === told.seq && known.epoch === told.epoch && known.chain === told.chain && known.parts === told.parts;

/**
 * [SNAP-3] A snapshot counts from here on: all its parts are there, it is newer than the one before, and its maker has taken in exactly
 * this log. [SNAP-5] In the same transaction the newest two are kept, and the boxes that the older of them stands for are let go: what
 * is deleted has been written before, twice. @throws Refusal notFound, boxMissing, contentMismatch, snapshotTaken, epochTaken
 */
export async function commit(ctx: Context, { cell, device }: DeviceCaller, id: string): Promise<SnapshotAnswer> {
  return ctx.store.transact(async (tx) => {
    await raiseCounter(tx, cell, 'snapshots', 0);
    const all = await snapshotsOf(tx, cell);
    const coming = all.find((one) => one.snapshot === id && one.device === device);
    if (!coming) throw new Refusal('notFound');
    if (coming.committedAt !== null) return { state: 'same' };
    const counting = all.filter(({ committedAt }) => committedAt !== null);
    await requireNew(tx, cell, coming, counting[0]);
    const { count, size } = await partsThere(tx, cell, id);
    if (count !== coming.parts) throw new Refusal('boxMissing');
    if ((await chainOf(tx, cell, counting[0], coming.seq)) !== coming.chain) throw new Refusal('contentMismatch');
    const head = await vaultHead(tx, cell);
    const after = (await bytesBetween(tx, cell, '', coming.seq, head)) + (head - coming.seq) * ENTRY_WEIGHT;
    await commitSnapshot(tx, cell, id, { size, weight: (await counterOf(tx, cell, 'weight')) - after, now: instantOf(ctx.now()) });
    const kept = [coming, ...counting].slice(0, KEPT);
    const over = all.filter((one) => !kept.includes(one) && (one.committedAt !== null || one.seq <= coming.seq));
    await dropSnapshots(tx, cell, over.map(({ snapshot }) => snapshot));
    const older = kept[KEPT - 1];
    if (older) await letBoxesGo(tx, cell, older.seq);
    return { state: 'stored' };
  });
}

/** [SNAP-3] SHA-256, in hex, over what it was up to the entry before (nothing at first), device and batch, entry by entry. */
async function chainOf(tx: Tx, cell: string, from: SnapshotRow | undefined, upTo: number): Promise<string> {
  let chain = from?.chain ?? '';
  for (const { device, batch } of await namesBetween(tx, cell, from?.seq ?? 0, upTo)) chain = sha256(`${chain}.${device}.${batch}`);
  return chain;
}

/** One part of a snapshot that counts. @throws Refusal notFound, also when a newer one has taken its place */
export async function part(ctx: Context, { cell }: DeviceCaller, id: string, index: number): Promise<SnapshotPart> {
  const box = await readPart(ctx.store.db, cell, id, index);
  if (!box) throw new Refusal('notFound');
  return { box: Buffer.from(box).toString('base64') };
}
