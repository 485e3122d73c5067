import type { Grant, InvitationAnswer, PersonChange, PersonRequest, PersonsAnswer, PersonView } from '@/protocol';
import { administratorsOf, IDLE_LIFE, makeLink, newId, note, type CommitteeCaller } from '../accounts';
import { instantAfter, instantOf, type Context } from '../context';
import { Refusal } from '../refusal';
import { accountByLogin, accountsOf, cellsOf, dropCredentials, dropLinks, endSessions, findAccount, insertAccount, lockAccounts, sessionsOf, updateAccount, type AccountRow, type Tx } from '../store';

/** The committee's persons, and the cells that a grant can name. */
export async function persons(ctx: Context, { committee, account: self }: CommitteeCaller): Promise<PersonsAnswer> {
  const { db } = ctx.store;
  const now = ctx.now();
  const open = await sessionsOf(db, { committee }, instantOf(now), instantAfter(now, -IDLE_LIFE));
  const view = ({ account, name, login, office, state, grants, createdAt, seenAt, endedAt }: AccountRow): PersonView => ({
    id: account,
    name,
    login,
    office,
    state: endedAt === null ? (state as PersonView['state']) : 'ended',
    grants: JSON.parse(grants) as Grant[],
    createdAt,
    seenAt,
    sessions: open.filter((one) => one.account === account).length,
    self: account === self,
  });
  return { persons: (await accountsOf(db, committee)).map(view), cells: (await cellsOf(db, committee)).map(({ id, name }) => ({ id, name })) };
}

/** Grants name cells of the committee, and no others. @throws Refusal invalid */
async function checkGrants(tx: Tx, committee: string, grants: readonly Grant[]): Promise<void> {
  const own = new Set((await cellsOf(tx, committee)).map(({ id }) => id));
  const wrong = grants.findIndex((grant) => grant.over === 'cells' && grant.cells.some((cell) => !own.has(cell)));
  if (wrong >= 0) throw new Refusal('invalid', { path: `grants.${wrong}.cells` });
}

/** [ACC-2] Another person of the committee, and the link that lets them in once to choose a credential. @throws Refusal loginTaken, invalid */
export async function invitePerson(ctx: Context, caller: CommitteeCaller, { name, login, office, grants }: PersonRequest): Promise<InvitationAnswer> {
  const { committee } = caller;
  return ctx.store.transact(async (tx) => {
    await lockAccounts(tx, committee);
    if (await accountByLogin(tx, login)) throw new Refusal('loginTaken', { path: 'login' });
    await checkGrants(tx, committee, grants);
    const account = newId();
    await insertAccount(tx, { committee, account, login, name, office, state: 'invited', grants: JSON.stringify(grants), createdAt: instantOf(ctx.now()) });
    await note(ctx, tx, caller, 'invited', { subject: name });
    const { token, expiresAt } = await makeLink(ctx, tx, committee, account);
    return { account, token, expiresAt };
  });
}

/** A person of the caller's committee who is not ended, under the lock. @throws Refusal notFound */
async function colleague(tx: Tx, { committee }: CommitteeCaller, account: string): Promise<AccountRow> {
  await lockAccounts(tx, committee);
  const found = await findAccount(tx, account);
  if (found?.committee !== committee || found.endedAt !== null) throw new Refusal('notFound');
  return found;
}

/** [GRANT-3] Somebody must be left who administers persons. @throws Refusal lastAdministrator */
async function keepOne(tx: Tx, committee: string): Promise<void> {
  if (administratorsOf(await accountsOf(tx, committee)).length === 0) throw new Refusal('lastAdministrator');
}

/** Name, office and grants anew. They hold from the person's next request on. @throws Refusal notFound, invalid, lastAdministrator */
export async function changePerson(ctx: Context, caller: CommitteeCaller, account: string, { name, office, grants }: PersonChange): Promise<object> {
  await ctx.store.transact(async (tx) => {
    await colleague(tx, caller, account);
    await checkGrants(tx, caller.committee, grants);
    await updateAccount(tx, account, { name, office, grants: JSON.stringify(grants) });
    await keepOne(tx, caller.committee);
    await note(ctx, tx, caller, 'changed', { subject: name });
  });
  return {};
}

/**
 * [ACC-2] A new link for a person whose invitation is over, or who has lost what they came in with: that, and their sessions, are ended.
 * @throws Refusal notFound, lastAdministrator
 */
export async function inviteAgain(ctx: Context, caller: CommitteeCaller, account: string): Promise<InvitationAnswer> {
  return ctx.store.transact(async (tx) => {
    const { name, committee, state } = await colleague(tx, caller, account);
    await dropLinks(tx, account);
    if (state !== 'demo') {
      await dropCredentials(tx, account);
      await endSessions(tx, account);
      await updateAccount(tx, account, { state: 'invited' });
    }
    await keepOne(tx, committee);
    await note(ctx, tx, caller, 'invited', { subject: name });
    const { token, expiresAt } = await makeLink(ctx, tx, committee, account);
    return { account, token, expiresAt };
  });
}

/** [ACC-8] Ends a person: nothing of theirs lets anybody in any more. What they did keeps their name. @throws Refusal notFound, lastAdministrator */
export async function endPerson(ctx: Context, caller: CommitteeCaller, account: string): Promise<object> {
  await ctx.store.transact(async (tx) => {
    const { name, committee } = await colleague(tx, caller, account);
    await updateAccount(tx, account, { endedAt: instantOf(ctx.now()) });
    await keepOne(tx, committee);
    await dropLinks(tx, account);
    await dropCredentials(tx, account);
    await endSessions(tx, account);
    await note(ctx, tx, caller, 'ended', { subject: name });
  });
  return {};
}

/** [ACC-5] Closes all sessions of a person. @throws Refusal notFound */
export async function endPersonSessions(ctx: Context, caller: CommitteeCaller, account: string): Promise<object> {
  await ctx.store.transact(async (tx) => {
    const { name } = await colleague(tx, caller, account);
    await endSessions(tx, account);
    await note(ctx, tx, caller, 'sessionsEnded', { subject: name });
  });
  return {};
}
