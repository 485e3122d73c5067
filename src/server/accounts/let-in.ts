import type { ActivateAnswer } from '@/protocol';
import { instantOf, type Context } from '../context';
import { Refusal } from '../refusal';
import { findCell, findDevice, insertDevice, replaceToken, type Tx } from '../store';
import { newId, newToken, sha256 } from './tokens';

/** Lets a new device into a cell: its token leaves in this answer and is kept only as a hash. */
export async function letIn(ctx: Context, tx: Tx, on: { cell: string; deviceName: string; attempt: string | undefined }): Promise<ActivateAnswer> {
  const token = newToken();
  const device = newId();
  const attemptHash = on.attempt === undefined ? null : sha256(on.attempt);
  await insertDevice(tx, { cell: on.cell, device, name: on.deviceName, tokenHash: sha256(token), attemptHash, now: instantOf(ctx.now()) });
  return answerFor(ctx, tx, on.cell, device, token);
}

/**
 * [ACT-4] The code is used, but the phone that used it asks again: its answer was lost on the way. The same device gets a new
 * token, as long as the first one was never used. @throws Refusal codeUsed for anybody else
 */
export async function letInAgain(ctx: Context, tx: Tx, on: { cell: string; device: string; attempt: string | undefined }): Promise<ActivateAnswer> {
  const device = await findDevice(tx, on.cell, on.device);
  const same = device && on.attempt !== undefined && device.attemptHash === sha256(on.attempt);
  if (!same || device.lastSeenAt !== null || device.revokedAt !== null) throw new Refusal('codeUsed');
  const token = newToken();
  await replaceToken(tx, on.cell, on.device, sha256(token));
  return answerFor(ctx, tx, on.cell, on.device, token);
}

/** What a device is told when it is let in. */
export async function answerFor(ctx: Context, tx: Tx, cell: string, deviceId: string, token: string): Promise<ActivateAnswer> {
  const found = await findCell(tx, cell);
  if (!found) throw new Refusal('notFound');
  const { id, name, superior, placeName, profile } = found;
  return { token, deviceId, cell: { id, name, superior, placeName, profile }, serverKey: ctx.secrets.serverKey };
}
