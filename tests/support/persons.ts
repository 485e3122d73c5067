/** Persons of a committee for tests: as the services know them, or planted in a store with links and sessions. */
import { PERMISSIONS, type Grant } from '@/protocol';
import { newId, reachOf, type CommitteeCaller } from '@/server/accounts';
import { makeLink, openSession } from '@/server/accounts/sign-in';
import { instantOf, type Context } from '@/server/context';
import { accountByLogin, accountsOf, insertAccount, updateAccount, type AccountRow } from '@/server/store';

export const EVERYTHING: readonly Grant[] = [{ over: 'whole', may: [...PERMISSIONS] }];

/** A person who may do everything in a committee, as a service is told of them; one and the same for a committee. */
export const officer = (committee: string, over: Partial<CommitteeCaller> = {}): CommitteeCaller => ({
  committee,
  name: 'Đảng ủy Thử',
  signedInAt: '2026-01-01T00:00:00.000Z',
  account: 'officer-0001',
  login: 'binh',
  person: 'Trần Văn Bình',
  office: 'Phó Bí thư',
  state: 'active',
  session: 'session-0001',
  confirmedAt: null,
  reach: reachOf(EVERYTHING),
  ...over,
});

/** Puts a person into a store. */
export async function plantPerson(ctx: Context, committee: string, over: Partial<AccountRow> & { may?: readonly Grant[] } = {}): Promise<AccountRow> {
  const { may = EVERYTHING, ...rest } = over;
  const account = newId();
  const row: Partial<AccountRow> & Omit<AccountRow, 'seenAt' | 'endedAt'> = { committee, account, login: `p-${account.slice(0, 12)}`, name: 'Trần Văn Bình', office: 'Văn phòng', state: 'active', grants: JSON.stringify(may), createdAt: instantOf(ctx.now()), ...rest };
  const { endedAt = null, seenAt = null, ...kept } = row;
  await ctx.store.transact(async (tx) => {
    await insertAccount(tx, kept);
    if (endedAt !== null) await updateAccount(tx, account, { endedAt });
  });
  return { ...kept, seenAt, endedAt };
}

/** A one-time link that signs a planted administrator of the committee in; the same person each time. */
export async function linkOf(ctx: Context, committee: string): Promise<string> {
  const login = `quan-tri-${committee.slice(0, 12)}`;
  const ready = (await accountsOf(ctx.store.db, committee)).find(({ state }) => state === 'demo');
  const person = ready ?? (await accountByLogin(ctx.store.db, login)) ?? (await plantPerson(ctx, committee, { login, name: 'Trần Văn Bình', office: 'Phó Bí thư' }));
  return (await ctx.store.transact((tx) => makeLink(ctx, tx, committee, person.account))).token;
}

/** The cookie header of a session of a person. */
export async function cookieOf(ctx: Context, person: AccountRow): Promise<string> {
  return `so_session=${await ctx.store.transact((tx) => openSession(ctx, tx, person, 'Chrome, Windows'))}`;
}
