import type * as v from 'valibot';
import { RECOVERY, type RecoverAnswer, type RecoverRequest, type RecoveryAnswer, type RecoveryRequest } from '@/protocol';
import { instantOf, type Context } from '../context';
import { Refusal } from '../refusal';
import { deviceByAttempt, epochsOf, findDevice, keyState, putSheet, raiseCounter, sheetByMac } from '../store';
import type { DeviceCaller } from './callers';
import { letIn, letInAgain } from './let-in';
import { codeMac, sha256 } from './tokens';

/**
 * [KEY-13] Keeps a recovery sheet; the cell's former one is dead. Sent again it takes its own place. It holds the keys up to `epoch`,
 * which must be the present one. @throws Refusal epochTaken, contentMismatch when the lookup is another cell's
 */
export async function keepSheet(ctx: Context, { cell, device }: DeviceCaller, { lookup, publicKey, voucher, sealedKey, epoch }: RecoveryRequest): Promise<v.InferOutput<typeof RecoveryAnswer>> {
  const mac = codeMac(ctx.secrets, 'sheet', lookup);
  return ctx.store.transact(async (tx) => {
    await raiseCounter(tx, cell, 'devices', 0);
    if ((await findDevice(tx, cell, device))?.revokedAt !== null) throw new Refusal('revoked');
    if (((await sheetByMac(tx, mac))?.cell ?? cell) !== cell) throw new Refusal('contentMismatch');
    if ((await keyState(tx, cell)).epoch !== epoch) throw new Refusal('epochTaken');
    const madeAt = instantOf(ctx.now());
    await putSheet(tx, { cell, publicKey, voucher, sealedKey, madeBy: device, madeAt, mac }, RECOVERY);
    return { madeAt };
  });
}

/**
 * [KEY-14] A blank device comes in by the sheet: a token of its own, and what only the sheet opens. The sheet stays good until the
 * next one is made. [ACT-4] A lost answer is asked for again with the same `attempt`. @throws Refusal codeUnknown
 */
export async function recover(ctx: Context, { lookup, deviceName, attempt }: RecoverRequest): Promise<RecoverAnswer> {
  const mac = codeMac(ctx.secrets, 'sheet', lookup);
  return ctx.store.transact(async (tx) => {
    const named = await sheetByMac(tx, mac);
    if (!named) throw new Refusal('codeUnknown');
    const { cell } = named;
    await raiseCounter(tx, cell, 'devices', 0);
    const sheet = await sheetByMac(tx, mac);
    if (!sheet) throw new Refusal('codeUnknown');
    const before = attempt === undefined ? undefined : await deviceByAttempt(tx, cell, sha256(attempt));
    const { token, deviceId, cell: info, serverKey } = before ? await letInAgain(ctx, tx, { cell, device: before.device, attempt }) : await letIn(ctx, tx, { cell, deviceName, attempt });
    const epochs = await epochsOf(tx, cell, RECOVERY);
    return { token, deviceId, cell: info, serverKey, sealedKey: sheet.sealedKey, epochs: epochs.map(({ epoch, box }) => ({ epoch, box })) };
  });
}
