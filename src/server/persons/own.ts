import type { OwnAnswer, SessionView } from '@/protocol';
import { IDLE_LIFE, note, type CommitteeCaller } from '../accounts';
import { instantAfter, instantOf, type Context } from '../context';
import { Refusal } from '../refusal';
import { endSessions, passkeysOf, passwordOf, recoveryCodesLeft, sessionsOf } from '../store';

/** How a person comes in, and where they are in. */
export async function own(ctx: Context, caller: CommitteeCaller): Promise<OwnAnswer> {
  const { db } = ctx.store;
  const { account, committee } = caller;
  const now = ctx.now();
  const passkeys = await passkeysOf(db, account);
  const sessions = await sessionsOf(db, { committee, account }, instantOf(now), instantAfter(now, -IDLE_LIFE));
  return {
    passkeys: passkeys.map(({ credential, name, createdAt, usedAt }) => ({ id: credential, name, createdAt, usedAt })),
    password: Boolean((await passwordOf(db, account))?.password),
    recovery: await recoveryCodesLeft(db, account),
    sessions: sessions.map(({ session, device, signedInAt, seenAt }): SessionView => ({ id: session ?? '', device: device ?? '', signedInAt, seenAt: seenAt ?? signedInAt, own: session === caller.session })),
  };
}

/** [ACC-5] The person closes one of their own sessions. @throws Refusal notFound */
export async function endOwnSession(ctx: Context, caller: CommitteeCaller, session: string): Promise<object> {
  await ctx.store.transact(async (tx) => {
    if ((await endSessions(tx, caller.account, { only: session })) === 0) throw new Refusal('notFound');
    await note(ctx, tx, caller, 'sessionsEnded', { subject: caller.person });
  });
  return {};
}

/** [ACC-5] The person closes all of their sessions but this one. */
export async function endOtherSessions(ctx: Context, caller: CommitteeCaller): Promise<object> {
  await ctx.store.transact(async (tx) => {
    if ((await endSessions(tx, caller.account, { but: caller.session })) > 0) await note(ctx, tx, caller, 'sessionsEnded', { subject: caller.person });
  });
  return {};
}
