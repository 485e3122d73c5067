import type * as v from 'valibot';
import type { AdmissionAnswer, AdmissionRequest, AdmitAnswer, AdmitRequest } from '@/protocol';
import { instantAfter, instantOf, type Context } from '../context';
import { Refusal } from '../refusal';
import { admissionByMac, endAdmissions, findDevice, insertAdmission, insertDevice, keyState, mergeBoxes, raiseCounter, setDeviceKey, useAdmission, type Tx } from '../store';
import type { DeviceCaller } from './callers';
import { answerFor, letInAgain } from './let-in';
import { codeMac, newToken, sha256 } from './tokens';

const ADMISSION_LIFE = 14 * 86_400_000;

/**
 * [ADMIT-4] A device says whom it let in without a network: one of the cell's devices from now on, though it has no token yet.
 * @throws Refusal epochTaken, contentMismatch
 */
export async function keepAdmission(ctx: Context, caller: DeviceCaller, request: AdmissionRequest): Promise<v.InferOutput<typeof AdmissionAnswer>> {
  const mac = codeMac(ctx.secrets, 'admission', request.lookup);
  const { cell } = caller;
  return ctx.store.transact(async (tx) => {
    await raiseCounter(tx, cell, 'devices', 0);
    const now = ctx.now();
    await endAdmissions(tx, cell, instantOf(now));
    // Shut out itself, while it waited for the line above.
    if ((await findDevice(tx, cell, caller.device))?.revokedAt !== null) throw new Refusal('revoked');
    const known = await admissionByMac(tx, mac);
    if (known) return { expiresAt: await knownAdmission(tx, known, caller, request) };
    if (await findDevice(tx, cell, request.device)) throw new Refusal('contentMismatch');
    if ((await keyState(tx, cell)).epoch !== request.epoch) throw new Refusal('epochTaken');
    const expiresAt = instantAfter(now, ADMISSION_LIFE);
    // Nobody ever sees this token: the device gets its own when it comes.
    await insertDevice(tx, { cell, device: request.device, name: request.name, tokenHash: sha256(newToken()), attemptHash: null, now: instantOf(now) });
    await setDeviceKey(tx, cell, request.device, request);
    await mergeBoxes(tx, cell, request.device, request.boxes);
    await insertAdmission(tx, { cell, mac, device: request.device, madeBy: caller.device, expiresAt });
    return { expiresAt };
  });
}

/** The same again, after a lost answer. What was asked for then stands; the key must be the one of then. */
async function knownAdmission(tx: Tx, known: { cell: string; device: string; expiresAt: string }, caller: DeviceCaller, request: AdmissionRequest): Promise<string> {
  const device = known.cell === caller.cell && known.device === request.device ? await findDevice(tx, known.cell, known.device) : undefined;
  if (device?.publicKey !== request.publicKey) throw new Refusal('contentMismatch');
  return known.expiresAt;
}

/**
 * [ADMIT-5] The new device comes for its token: once, within 14 days of being named, with the key that it was named with.
 * [ACT-4] holds for it. @throws Refusal codeUnknown, codeUsed, codeExpired; revoked where it has been shut out since
 */
export async function admit(ctx: Context, { lookup, publicKey, deviceName, attempt }: AdmitRequest): Promise<v.InferOutput<typeof AdmitAnswer>> {
  const mac = codeMac(ctx.secrets, 'admission', lookup);
  return ctx.store.transact(async (tx) => {
    const named = await admissionByMac(tx, mac);
    if (!named) throw new Refusal('codeUnknown');
    const { cell, device } = named;
    await raiseCounter(tx, cell, 'devices', 0);
    const { usedAt, expiresAt } = (await admissionByMac(tx, mac)) ?? named;
    const found = await findDevice(tx, cell, device);
    if (found?.publicKey !== publicKey) throw new Refusal('codeUnknown');
    const now = instantOf(ctx.now());
    if (usedAt === null && expiresAt <= now) throw new Refusal('codeExpired');
    if (found.revokedAt !== null) throw new Refusal('revoked', found.revokeProofs === null ? {} : { proofs: JSON.parse(found.revokeProofs) as string[] });
    if (usedAt !== null) return letInAgain(ctx, tx, { cell, device, attempt });
    const token = newToken();
    await useAdmission(tx, { cell, device, name: deviceName, tokenHash: sha256(token), attemptHash: attempt === undefined ? null : sha256(attempt), now });
    return answerFor(ctx, tx, cell, device, token);
  });
}
