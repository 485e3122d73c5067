import type * as v from 'valibot';
import type { InviteAnswer, InviteRequest, JoinAnswer, JoinRequest } from '@/protocol';
import { instantAfter, instantOf, type Context } from '../context';
import { Refusal } from '../refusal';
import { devicesOf, insertInvite, inviteByMac, raiseCounter, useInvite } from '../store';
import type { DeviceCaller } from './callers';
import { letIn, letInAgain } from './let-in';
import { codeMac } from './tokens';

const INVITE_LIFE = 15 * 60_000;

/**
 * [JOIN-1] Leaves the cell's sealed key for a second device, 15 minutes. The same invite again gets the same answer.
 * @throws Refusal contentMismatch when the lookup stands for something else, codeUsed when this invite is over
 */
export async function invite(ctx: Context, caller: DeviceCaller, { lookup, sealedKey }: v.InferOutput<typeof InviteRequest>): Promise<v.InferOutput<typeof InviteAnswer>> {
  const mac = codeMac(ctx.secrets, 'invite', lookup);
  return ctx.store.transact(async (tx) => {
    await raiseCounter(tx, caller.cell, 'devices', 0);
    const known = await inviteByMac(tx, mac);
    if (known) {
      if (known.cell !== caller.cell || known.invitedBy !== caller.device) throw new Refusal('contentMismatch');
      if (known.usedAt !== null) throw new Refusal('codeUsed');
      if (known.sealedKey !== sealedKey) throw new Refusal('contentMismatch');
      return { expiresAt: known.expiresAt };
    }
    const now = ctx.now();
    const expiresAt = instantAfter(now, INVITE_LIFE);
    await insertInvite(tx, { cell: caller.cell, mac, device: caller.device, sealedKey, now: instantOf(now), expiresAt });
    return { expiresAt };
  });
}

/**
 * [JOIN-2] The second device's side: a token of its own and the sealed key, once, while the device that invited is still let in.
 * @throws Refusal codeUnknown, codeUsed, codeExpired, cellNeedsKey
 */
export async function join(ctx: Context, { lookup, deviceName, attempt }: v.InferOutput<typeof JoinRequest>): Promise<v.InferOutput<typeof JoinAnswer>> {
  const mac = codeMac(ctx.secrets, 'invite', lookup);
  return ctx.store.transact(async (tx) => {
    const named = await inviteByMac(tx, mac);
    if (!named) throw new Refusal('codeUnknown');
    const { cell, invitedBy, sealedKey, expiresAt } = named;
    await raiseCounter(tx, cell, 'devices', 0);
    const usedBy = (await inviteByMac(tx, mac))?.usedBy ?? null;
    const now = instantOf(ctx.now());
    if (usedBy === null && expiresAt <= now) throw new Refusal('codeExpired');
    if (usedBy !== null) {
      if (expiresAt <= now) throw new Refusal('codeUsed');
      return { ...(await letInAgain(ctx, tx, { cell, device: usedBy, attempt })), sealedKey };
    }
    const devices = await devicesOf(tx, cell);
    if (devices.length === 0) throw new Refusal('cellNeedsKey');
    if (!devices.some(({ device }) => device === invitedBy)) throw new Refusal('codeUnknown');
    const answer = await letIn(ctx, tx, { cell, deviceName, attempt });
    await useInvite(tx, cell, mac, answer.deviceId, now);
    return { ...answer, sealedKey };
  });
}
