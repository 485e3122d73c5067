import type * as v from 'valibot';
import { ESCROW, RECOVERY, type EscrowAgreed, type EscrowAnswer, type EscrowKeyRequest, type EscrowOpened, type EscrowRequest, type RecoveryAnswer, type RecoveryRequest } from '@/protocol';
import { instantOf, type Context } from '../context';
import { Refusal } from '../refusal';
import {
  dropEscrow,
  epochsOf,
  escrowKeyForCell,
  escrowKeyOf,
  escrowOf,
  escrowsOf,
  findCell,
  findDevice,
  keyState,
  noteEscrowUse,
  putEscrow,
  putSheet,
  raiseCounter,
  replaceEscrowKey,
  sheetByMac,
  type Tx,
} from '../store';
import type { CommitteeCaller, DeviceCaller } from './callers';
import { note } from './note';
import { isAmong } from './reach';
import { codeMac } from './tokens';

/**
 * [ESC-2] The cell agrees to its committee's spare key: what its secretary has compared by eye, and the ring sealed to it.
 * @throws Refusal notFound without a spare key, contentMismatch for another key, epochTaken
 */
export async function agreeEscrow(ctx: Context, { cell, device }: DeviceCaller, { epoch, publicKey, voucher, sealedRing }: EscrowRequest): Promise<v.InferOutput<typeof EscrowAgreed>> {
  return ctx.store.transact(async (tx) => {
    await raiseCounter(tx, cell, 'devices', 0);
    if ((await findDevice(tx, cell, device))?.revokedAt !== null) throw new Refusal('revoked');
    const key = await escrowKeyForCell(tx, cell);
    if (!key) throw new Refusal('notFound');
    if (key.publicKey !== publicKey) throw new Refusal('contentMismatch');
    if ((await keyState(tx, cell)).epoch !== epoch) throw new Refusal('epochTaken');
    const agreedAt = instantOf(ctx.now());
    await putEscrow(tx, { cell, publicKey, voucher, sealedRing, epoch, agreedBy: device, agreedAt });
    return { agreedAt };
  });
}

/** [ESC-3] The cell takes back what it left with the committee; it is deleted. */
export async function withdrawEscrow(ctx: Context, { cell }: DeviceCaller): Promise<object> {
  await ctx.store.transact(async (tx) => {
    await raiseCounter(tx, cell, 'devices', 0);
    await dropEscrow(tx, cell);
  });
  return {};
}

/** How a committee's spare key stands. */
export async function escrow(ctx: Context, { committee, reach }: CommitteeCaller): Promise<EscrowAnswer> {
  const { db } = ctx.store;
  const key = await escrowKeyOf(db, committee);
  return { key: key ? { publicKey: key.publicKey, madeAt: key.madeAt } : null, cells: (await escrowsOf(db, committee)).filter(({ id }) => isAmong(reach.administer, id)) };
}

/** [ESC-1] A new spare key, or none: what was sealed to the one before is deleted, and the cells are asked anew. */
export async function setEscrowKey(ctx: Context, caller: CommitteeCaller, key: EscrowKeyRequest | null): Promise<object> {
  const madeAt = instantOf(ctx.now());
  await ctx.store.transact(async (tx) => {
    await replaceEscrowKey(tx, caller.committee, key && { ...key, madeAt });
    await note(ctx, tx, caller, key ? 'spareKeyMade' : 'spareKeyEnded');
  });
  return {};
}

async function ownCell(tx: Tx, { committee, reach }: CommitteeCaller, cell: string): Promise<void> {
  if ((await findCell(tx, cell))?.committee !== committee || !isAmong(reach.administer, cell)) throw new Refusal('notFound');
}

/** [ESC-4] What the committee's sheet opens of a cell of its own; that it was asked for is written down. @throws Refusal notFound */
export async function openEscrow(ctx: Context, caller: CommitteeCaller, cell: string): Promise<EscrowOpened> {
  return ctx.store.transact(async (tx) => {
    await ownCell(tx, caller, cell);
    await raiseCounter(tx, cell, 'devices', 0);
    const [key, agreed] = [await escrowKeyOf(tx, caller.committee), await escrowOf(tx, cell)];
    if (!key || agreed?.publicKey !== key.publicKey) throw new Refusal('notFound');
    await noteEscrowUse(tx, cell, instantOf(ctx.now()));
    await note(ctx, tx, caller, 'spareKeyOpened', { cell });
    const epochs = await epochsOf(tx, cell, ESCROW);
    return { sealedKey: key.sealedKey, sealedRing: agreed.sealedRing, epochs: epochs.map(({ epoch, box }) => ({ epoch, box })) };
  });
}

/**
 * [ESC-5] A recovery sheet that the committee makes for a cell which has agreed; the cell's former sheet is dead, and the use is written
 * down here too. @throws Refusal notFound, forbidden without the cell's agreement, epochTaken, contentMismatch
 */
export async function sheetByEscrow(ctx: Context, caller: CommitteeCaller, cell: string, { lookup, publicKey, voucher, sealedKey, epoch }: RecoveryRequest): Promise<v.InferOutput<typeof RecoveryAnswer>> {
  const mac = codeMac(ctx.secrets, 'sheet', lookup);
  return ctx.store.transact(async (tx) => {
    await ownCell(tx, caller, cell);
    await raiseCounter(tx, cell, 'devices', 0);
    if (!(await escrowOf(tx, cell))) throw new Refusal('forbidden');
    if (((await sheetByMac(tx, mac))?.cell ?? cell) !== cell) throw new Refusal('contentMismatch');
    if ((await keyState(tx, cell)).epoch !== epoch) throw new Refusal('epochTaken');
    const madeAt = instantOf(ctx.now());
    await noteEscrowUse(tx, cell, madeAt);
    await note(ctx, tx, caller, 'sheet', { cell });
    await putSheet(tx, { cell, publicKey, voucher, sealedKey, madeBy: ESCROW, madeAt, mac }, RECOVERY);
    return { madeAt };
  });
}
