import { MAX_PULL, PROTOCOL_VERSION, SNAPSHOT_PROTOCOL, type PullAnswer, type SnapshotOffer } from '@/protocol';
import type { DeviceCaller } from '../accounts';
import type { Context } from '../context';
import { Refusal } from '../refusal';
import { bytesBetween, counterOf, entriesBetween, keyState, snapshotsOf, vaultHead, weightsAfter, type Db, type SnapshotRow } from '../store';
import { ENTRY_WEIGHT, isHeavy } from './weight';

/** Bytes of boxes in one answer, so that a phone on a thin line gets something whole. One entry always fits. */
const MAX_ANSWER = 1_048_576;

/** How a device pulls. */
export interface PullHow {
  /** Its own entries come with their boxes, as a device asks that no longer has them. */
  readonly full?: boolean;
  /** The log, also where a snapshot would be cheaper. */
  readonly byLog?: boolean;
  readonly protocol?: number;
}

/**
 * [VAULT-2] The cell's log after a sequence, in order, at most 200 entries or about 1 MiB; the device's own without their box.
 * [SNAP-4] Where that part of the log is gone, or a snapshot is the cheaper way, the snapshots come instead.
 * @throws Refusal clientTooOld where that part is gone and the client knows no snapshots
 */
export async function pull(ctx: Context, caller: DeviceCaller, after: number, how: PullHow = {}): Promise<PullAnswer> {
  // Boxes may go while an answer is made, when a snapshot is committed: looked at anew, the answer is another.
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const answer = await answerTo(ctx, caller, after, how);
    if (answer) return answer;
  }
  throw new Refusal('internal');
}

/** Undefined where a box of the answer has just gone. */
async function answerTo(ctx: Context, caller: DeviceCaller, after: number, how: PullHow): Promise<PullAnswer | undefined> {
  const { db } = ctx.store;
  const { cell } = caller;
  const without = how.full ? '' : caller.device;
  const knowsSnapshots = (how.protocol ?? PROTOCOL_VERSION) >= SNAPSHOT_PROTOCOL;
  const head = await vaultHead(db, cell);
  const snapshots = (await snapshotsOf(db, cell)).filter(({ committedAt }) => committedAt !== null);
  const offer = await offerOf(db, cell, snapshots, { after, without, byLog: how.byLog === true || !knowsSnapshots });
  if (offer?.only && !knowsSnapshots) throw new Refusal('clientTooOld');
  const directives = await counterOf(db, cell, 'directives');
  const files = await counterOf(db, cell, 'files');
  if (offer) return { entries: [], head, more: true, keys: await keyState(db, cell), offer, directives, files };
  const upTo = await pageEnd(db, cell, without, after);
  const rows = upTo > after ? await entriesBetween(db, cell, without, after, upTo) : [];
  if (rows.some(({ size }) => size === 0)) return undefined;
  const more = upTo < head;
  const due = knowsSnapshots && !more && isHeavy((await counterOf(db, cell, 'weight')) - (snapshots[0]?.weight ?? 0), snapshots[0], ctx.snapshotAfter);
  return {
    entries: rows.map(({ seq, device, batch, box }) => ({ seq, device, batch, box: box === null ? null : Buffer.from(box).toString('base64') })),
    head: Math.max(head, upTo),
    more,
    keys: await keyState(db, cell),
    ...(due ? { snapshotDue: true } : {}),
    directives,
    files,
  };
}

async function pageEnd(db: Db, cell: string, without: string, after: number): Promise<number> {
  let sum = 0;
  let upTo = after;
  for (const { seq, size } of await weightsAfter(db, cell, without, after, MAX_PULL)) {
    sum += size;
    if (sum > MAX_ANSWER && upTo > after) break;
    upTo = seq;
  }
  return upTo;
}

interface Asked {
  readonly after: number;
  readonly without: string;
  readonly byLog: boolean;
}

/** [SNAP-4] What is to be loaded instead of the log; undefined where the log is the way. */
async function offerOf(db: Db, cell: string, kept: readonly SnapshotRow[], { after, without, byLog }: Asked): Promise<SnapshotOffer | undefined> {
  const [newest, older] = kept;
  if (!newest || after >= newest.seq) return undefined;
  const only = older !== undefined && after < older.seq;
  const handling = (newest.seq - after) * ENTRY_WEIGHT;
  const isCheaper = async (): Promise<boolean> => newest.size < handling || newest.size < handling + (await bytesBetween(db, cell, without, after, newest.seq));
  if (!only && (byLog || !(await isCheaper()))) return undefined;
  const snapshots = kept.filter(({ seq }) => seq > after).map(({ snapshot: id, device, seq, parts, size }) => ({ id, device, seq, parts, size }));
  return { snapshots, only };
}
