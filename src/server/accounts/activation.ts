import type * as v from 'valibot';
import type { ActivateAnswer, ActivateRequest, CodeAnswer, CodesAnswer } from '@/protocol';
import { instantAfter, instantOf, type Context } from '../context';
import { Refusal } from '../refusal';
import { codeByMac, devicesOf, endAdmissions, epochsOf, findCell, insertCode, insertEpoch, presenceOf, raiseCounter, revokedDevicesOf, useCode } from '../store';
import type { CommitteeCaller } from './callers';
import { letIn, letInAgain } from './let-in';
import { note } from './note';
import { isAmong } from './reach';
import { codeMac, newCode } from './tokens';

const CODE_LIFE = 14 * 86_400_000;

/** Makes an activation code for a cell. The code itself is in the answer and nowhere else. `by`: the person who asks for it. @throws Refusal notFound */
export async function issueCode(ctx: Context, cell: string, by?: CommitteeCaller): Promise<CodeAnswer> {
  const code = newCode();
  const now = ctx.now();
  const expiresAt = instantAfter(now, CODE_LIFE);
  await ctx.store.transact(async (tx) => {
    if (!(await findCell(tx, cell))) throw new Refusal('notFound');
    await insertCode(tx, { cell, mac: codeMac(ctx.secrets, 'activation', code), now: instantOf(now), expiresAt });
    if (by) await note(ctx, tx, by, 'code', { cell });
  });
  return { code, expiresAt };
}

/**
 * [COM-7] Activation codes for those of these cells that have no device and have not ended, in one transaction; each code is in the answer and
 * nowhere else. @throws Refusal notFound for a cell that is not the committee's, or out of the person's reach: then none is made
 */
export async function issueCodes(ctx: Context, by: CommitteeCaller, cells: readonly string[]): Promise<CodesAnswer> {
  const now = ctx.now();
  const [made, expiresAt] = [instantOf(now), instantAfter(now, CODE_LIFE)];
  return ctx.store.transact(async (tx) => {
    const own = new Map((await presenceOf(tx, by.committee)).map((cell) => [cell.id, cell]));
    if (cells.some((cell) => !own.has(cell) || !isAmong(by.reach.administer, cell))) throw new Refusal('notFound');
    const codes = [...new Set(cells)].filter((cell) => own.get(cell)?.devices === 0 && own.get(cell)?.endedOn === null).map((cell) => ({ cell, code: newCode(), expiresAt }));
    // In the order of their ids, so that whoever writes down something about many cells at once waits and does not block.
    for (const { cell, code } of [...codes].sort((a, b) => (a.cell < b.cell ? -1 : 1))) {
      await insertCode(tx, { cell, mac: codeMac(ctx.secrets, 'activation', code), now: made, expiresAt });
      await note(ctx, tx, by, 'code', { cell });
    }
    return { codes };
  });
}

/**
 * [ACT-1] An activation code for a device's token: once, within 14 days.
 * [ACT-2] Only a cell without a device: a later one is joined by the first, which has the cell's key. The code stays good.
 * @throws Refusal codeUnknown, codeUsed, codeExpired, cellHasKey
 */
export async function activate(ctx: Context, { code, deviceName, attempt }: v.InferOutput<typeof ActivateRequest>): Promise<ActivateAnswer> {
  const mac = codeMac(ctx.secrets, 'activation', code);
  return ctx.store.transact(async (tx) => {
    const named = await codeByMac(tx, mac);
    if (!named) throw new Refusal('codeUnknown');
    const { cell } = named;
    await raiseCounter(tx, cell, 'devices', 0);
    const { usedBy, expiresAt } = (await codeByMac(tx, mac)) ?? named;
    if (usedBy !== null) {
      const again = await letInAgain(ctx, tx, { cell, device: usedBy, attempt });
      return { ...again, epoch: (await epochsOf(tx, cell, usedBy)).find(({ madeBy }) => madeBy === usedBy)?.epoch ?? 1 };
    }
    const now = instantOf(ctx.now());
    await endAdmissions(tx, cell, now);
    if (expiresAt <= now) throw new Refusal('codeExpired');
    if ((await devicesOf(tx, cell)).length > 0) throw new Refusal('cellHasKey');
    const answer = await letIn(ctx, tx, { cell, deviceName, attempt });
    await useCode(tx, cell, mac, answer.deviceId, now);
    // What was sealed before stays sealed: a cell that has lost all its devices goes on under a later epoch.
    const former = (await epochsOf(tx, cell, answer.deviceId)).at(-1)?.epoch ?? 0;
    const epoch = (await revokedDevicesOf(tx, cell, 1)).length > 0 ? Math.max(1, former) + 1 : 1;
    await insertEpoch(tx, { cell, epoch, keyId: null, madeBy: answer.deviceId, now });
    return { ...answer, epoch };
  });
}
