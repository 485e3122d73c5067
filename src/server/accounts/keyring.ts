import type * as v from 'valibot';
import { ESCROW, RECOVERY, type DeviceKeyRequest, type KeyringAnswer, type RevokeAnswer, type RevokeRequest, type RotateAnswer, type RotateRequest } from '@/protocol';
import { instantOf, type Context } from '../context';
import { Refusal } from '../refusal';
import {
  devicesOf,
  dropEscrow,
  endAdmissions,
  endInvites,
  epochsOf,
  escrowKeyForCell,
  escrowOf,
  escrowUsedAt,
  findDevice,
  insertBoxes,
  insertEpoch,
  keyState,
  nameEpoch,
  raiseCounter,
  revokeDevice,
  setDeviceKey,
  setEscrowVoucher,
  setRevokeProofs,
  setSheetVoucher,
  setVoucher,
  sheetOf,
  type Tx,
} from '../store';
import type { DeviceCaller } from './callers';

/** [KEY-9] A device says its public key; the last that it said counts, since a book that was taken back from a copy makes a new pair. */
export async function sayKey(ctx: Context, caller: DeviceCaller, { publicKey, voucher, epoch, keyId }: DeviceKeyRequest): Promise<object> {
  return ctx.store.transact(async (tx) => {
    await raiseCounter(tx, caller.cell, 'devices', 0);
    await setDeviceKey(tx, caller.cell, caller.device, { publicKey, voucher });
    await nameEpoch(tx, { cell: caller.cell, epoch, keyId, madeBy: caller.device });
    return {};
  });
}

/** [KEY-10] How the cell's keys stand, for one of its devices. */
export async function keyring(ctx: Context, { cell, device }: DeviceCaller): Promise<KeyringAnswer> {
  // One transaction, so that a rotation under way is seen whole or not at all.
  return ctx.store.transact(async (tx) => {
    await raiseCounter(tx, cell, 'devices', 0);
    await endAdmissions(tx, cell, instantOf(ctx.now()));
    const [key, agreed] = [await escrowKeyForCell(tx, cell), await escrowOf(tx, cell)];
    const usedAt = await escrowUsedAt(tx, cell);
    const [state, epochs, devices, sheet] = [await keyState(tx, cell), await epochsOf(tx, cell, device), await devicesOf(tx, cell), await sheetOf(tx, cell)];
    return {
      ...state,
      epochs: epochs.map(({ epoch, keyId, box }) => ({ epoch, keyId, box })),
      devices: devices.map(({ device: id, publicKey, voucher }) => ({ id, key: publicKey && voucher ? { publicKey, voucher } : null })),
      recovery: sheet ? { key: { publicKey: sheet.publicKey, voucher: sheet.voucher }, madeAt: sheet.madeAt, madeBy: sheet.madeBy } : null,
      escrow: key ? { publicKey: key.publicKey, madeAt: key.madeAt, agreed: agreed ? { voucher: agreed.voucher, at: agreed.agreedAt, by: agreed.agreedBy } : null, usedAt } : null,
    };
  });
}

/** Writes the word on a holder's key under a new epoch. */
function say(tx: Tx, cell: string, holder: string, voucher: string): Promise<void> {
  if (holder === RECOVERY) return setSheetVoucher(tx, cell, voucher);
  return holder === ESCROW ? setEscrowVoucher(tx, cell, voucher) : setVoucher(tx, cell, holder, voucher);
}

/**
 * [KEY-11] Begins a new epoch: one device wins, the others hear `epochTaken`. The same again from the same device is the same.
 * @throws Refusal epochTaken, boxMissing
 */
export async function rotate(ctx: Context, { cell, device }: DeviceCaller, { epoch, keyId, boxes, without }: RotateRequest): Promise<v.InferOutput<typeof RotateAnswer>> {
  return ctx.store.transact(async (tx) => {
    await raiseCounter(tx, cell, 'devices', 0);
    const state = await keyState(tx, cell);
    if (state.epoch === epoch) {
      const made = (await epochsOf(tx, cell, device)).find((row) => row.epoch === epoch);
      if (made?.madeBy === device && made.keyId === keyId) return { epoch };
    }
    if (state.epoch + 1 !== epoch) throw new Refusal('epochTaken');
    const devices = await devicesOf(tx, cell);
    const sheet = await sheetOf(tx, cell);
    const holders = new Set([...devices.filter(({ publicKey }) => publicKey !== null).map((row) => row.device), ...(sheet ? [RECOVERY] : [])]);
    const served = new Set([...boxes.map(({ holder }) => holder), ...without]);
    const agreed = (await escrowOf(tx, cell)) !== undefined;
    const strangers = boxes.some(({ holder }) => !holders.has(holder) && !(agreed && holder === ESCROW)) || boxes.length !== new Set(boxes.map(({ holder }) => holder)).size;
    if (strangers || [...holders].some((holder) => !served.has(holder))) throw new Refusal('boxMissing');
    const now = instantOf(ctx.now());
    if (state.epoch === 1 && (await epochsOf(tx, cell, device)).length === 0) await insertEpoch(tx, { cell, epoch: 1, keyId: null, madeBy: device, now });
    await insertEpoch(tx, { cell, epoch, keyId, madeBy: device, now });
    await insertBoxes(tx, cell, epoch, boxes);
    for (const { holder, voucher } of boxes) await say(tx, cell, holder, voucher);
    // [ESC-6] A spare key without a box of the new epoch could not help any more: the secretary is asked anew.
    if (agreed && !boxes.some(({ holder }) => holder === ESCROW)) await dropEscrow(tx, cell);
    await endInvites(tx, cell, now);
    return { epoch };
  });
}

/**
 * [KEY-12] Shuts another device of the cell out, at once. Again is the same; where nobody of the cell had given their word on it
 * (the server's own command), it is given now. @throws Refusal notFound, forbidden for the device itself
 */
export async function revoke(ctx: Context, { cell, device: own }: DeviceCaller, device: string, { proofs }: RevokeRequest): Promise<v.InferOutput<typeof RevokeAnswer>> {
  if (device === own) throw new Refusal('forbidden');
  return ctx.store.transact(async (tx) => {
    await raiseCounter(tx, cell, 'devices', 0);
    // Shut out itself, while it waited for the line above.
    if ((await findDevice(tx, cell, own))?.revokedAt !== null) throw new Refusal('revoked');
    const found = await findDevice(tx, cell, device);
    if (!found) throw new Refusal('notFound');
    if (found.revokedAt === null) await revokeDevice(tx, device, instantOf(ctx.now()));
    if (found.revokeProofs === null) await setRevokeProofs(tx, cell, device, JSON.stringify(proofs));
    return { rotationDue: (await keyState(tx, cell)).rotationDue };
  });
}
