/** [STORE] The same suite on libsql and on PostgreSQL: persons of a committee, how they come in, what they may do, what is written down. */
import { Secret, TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import type { ErrorCode, Grant } from '@/protocol';
import { committeeOf, issueCode, issueLink, reachOf, signIn, type CommitteeCaller } from '@/server/accounts';
import { manDemo } from '@/server/demo';
import { deliver, guidance, guide, issue } from '@/server/directives';
import {
  acts,
  addPasskey,
  askPasskey,
  becomeFirst,
  cellActs,
  changePerson,
  confirm,
  endOtherSessions,
  endPasskey,
  endPerson,
  endPersonSessions,
  inviteAgain,
  invitePerson,
  isConfirmed,
  offerPasskey,
  offerSecondFactor,
  own,
  passkeySignIn,
  passwordSignIn,
  persons,
  setPassword,
} from '@/server/persons';
import { isWeak } from '@/server/persons/secret';
import { overview, submit, view } from '@/server/submissions';
import { newPasskey } from '../support/authenticator';
import { onEngines } from '../support/on-engines';
import { sampleEnvelope, type TestOrg } from '../support/org';
import { EVERYTHING, plantPerson } from '../support/persons';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const refusal = (code: ErrorCode): { code: ErrorCode } => ({ code });
const SITE = { host: 'localhost', origins: ['http://localhost'] };
const PASSWORD = 'con đường làng quanh co';
const unique = (): string => `p${Math.random().toString(36).slice(2, 12)}`;

onEngines('persons', (eachTime) => {
  let org: TestOrg;
  eachTime(async (planted) => {
    org = planted;
  });
  const cell = (index: number): string => org.cells[index]!.id;
  const named = (over: object = {}) => ({ name: 'Lê Thị Hoa', login: unique(), office: 'Ban Tổ chức', ...over });
  const administrator = async (): Promise<CommitteeCaller> => (await signIn(org.ctx, await org.link())).caller;
  const sessionOf = async (grants: readonly Grant[]): Promise<{ session: string; caller: CommitteeCaller; login: string }> => {
    const by = await administrator();
    const login = unique();
    const { token } = await invitePerson(org.ctx, by, { ...named({ login }), grants: [...grants] });
    return { ...(await signIn(org.ctx, token)), login };
  };
  const codeOf = (secret: string, ahead = 0): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: org.clock.now.getTime() + ahead * 30_000 });
  const withPassword = async (caller: CommitteeCaller): Promise<{ secret: string; codes: readonly string[] }> => {
    const { secret } = await offerSecondFactor(org.ctx, caller);
    const { codes } = await setPassword(org.ctx, caller, { password: PASSWORD, code: codeOf(secret) });
    org.clock.forward(MINUTE);
    return { secret, codes };
  };

  describe('the first administrator', () => {
    it('[ACC-1] comes in by the printed link, once, and can do nothing before a credential is chosen', async () => {
      const { token, person } = (await issueLink(org.ctx, org.committee))!;
      expect(person).toBeNull();
      await expect(signIn(org.ctx, token)).rejects.toMatchObject(refusal('accountNeeded'));
      const { caller } = await becomeFirst(org.ctx, { token, ...named() }, 'Chrome, Windows');
      expect(caller).toMatchObject({ committee: org.committee, person: 'Lê Thị Hoa', state: 'invited', reach: { administer: 'whole' } });
      await expect(becomeFirst(org.ctx, { token, ...named() }, '')).rejects.toMatchObject(refusal('codeUsed'));
      await withPassword(caller);
      expect((await persons(org.ctx, caller)).persons).toMatchObject([{ state: 'active', name: 'Lê Thị Hoa', sessions: 1 }]);
    });

    it('[ACC-1] a second printed link gives nothing once there is an administrator; later links are rescues, and are written down', async () => {
      const [one, two] = [(await issueLink(org.ctx, org.committee))!, (await issueLink(org.ctx, org.committee))!];
      const { caller } = await becomeFirst(org.ctx, { token: one.token, ...named({ login: 'cuu.ho' }) }, '');
      await withPassword(caller);
      await expect(becomeFirst(org.ctx, { token: two.token, ...named() }, '')).rejects.toMatchObject(refusal('codeUsed'));
      await expect(signIn(org.ctx, two.token)).rejects.toMatchObject(refusal('codeUsed'));
      const rescue = (await issueLink(org.ctx, org.committee, 'cuu.ho'))!;
      expect((await signIn(org.ctx, rescue.token)).caller.account).toBe(caller.account);
      expect(await issueLink(org.ctx, org.committee, 'nobody')).toBeUndefined();
      expect((await acts(org.ctx, caller, undefined)).acts.map(({ act }) => act)).toContain('rescueLink');
    });

    it('[ACC-1] two who use the first link at once: one becomes the administrator', async () => {
      const { token } = (await issueLink(org.ctx, org.committee))!;
      const all = await Promise.allSettled([1, 2, 3].map(() => becomeFirst(org.ctx, { token, ...named() }, '')));
      expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('[ACC-1] a demonstration has a ready one, made once', async () => {
      await manDemo(org.ctx, org.committee);
      await manDemo(org.ctx, org.committee);
      const login = 'trinh-dien';
      const row = await org.ctx.store.db.selectFrom('accounts').selectAll().where('login', '=', login).executeTakeFirstOrThrow();
      expect(row.state).toBe('demo');
    });
  });

  describe('invitations', () => {
    it('[ACC-2] a link lets the person in once; a new one ends what they came in with', async () => {
      const by = await administrator();
      const login = unique();
      const { token, account } = await invitePerson(org.ctx, by, { ...named({ login }), grants: [...EVERYTHING] });
      const { session, caller } = await signIn(org.ctx, token);
      await expect(signIn(org.ctx, token)).rejects.toMatchObject(refusal('codeUsed'));
      const { secret } = await withPassword(caller);
      const again = await inviteAgain(org.ctx, by, account);
      expect(await committeeOf(org.ctx, session)).toBeNull();
      await expect(passwordSignIn(org.ctx, { login, password: PASSWORD, code: codeOf(secret) }, '::1', '')).rejects.toMatchObject(refusal('signInWrong'));
      expect((await signIn(org.ctx, again.token)).caller.state).toBe('invited');
    });

    it('[ACC-2] a login name is given once, also after its person has ended; a grant names cells of the committee alone', async () => {
      const by = await administrator();
      const login = unique();
      const { account } = await invitePerson(org.ctx, by, { ...named({ login }), grants: [] });
      await endPerson(org.ctx, by, account);
      await expect(invitePerson(org.ctx, by, { ...named({ login }), grants: [] })).rejects.toMatchObject(refusal('loginTaken'));
      const foreign = (await org.another()).cells[0]!.id;
      await expect(invitePerson(org.ctx, by, { ...named(), grants: [{ over: 'cells', cells: [foreign], may: ['view'] }] })).rejects.toMatchObject({ code: 'invalid', path: 'grants.0.cells' });
    });

    it('[ACC-8] an ended person is out at once, by every way, and keeps their name on what they did', async () => {
      const { session, caller, login } = await sessionOf(EVERYTHING);
      const { secret } = await withPassword(caller);
      await issueCode(org.ctx, cell(0), caller);
      const by = await administrator();
      await endPerson(org.ctx, by, caller.account);
      expect(await committeeOf(org.ctx, session)).toBeNull();
      await expect(passwordSignIn(org.ctx, { login, password: PASSWORD, code: codeOf(secret) }, '::1', '')).rejects.toMatchObject(refusal('signInWrong'));
      await expect(endPerson(org.ctx, by, caller.account)).rejects.toMatchObject(refusal('notFound'));
      const log = await acts(org.ctx, by, undefined);
      expect(log.acts.find(({ act }) => act === 'code')).toMatchObject({ person: 'Lê Thị Hoa', office: 'Ban Tổ chức', cell: 'Chi bộ Một' });
    });

    it('[GRANT-3] the last administrator is neither ended nor left without the right, by two at once either', async () => {
      const by = await administrator();
      const change = { name: by.person, office: by.office, grants: [] };
      await expect(endPerson(org.ctx, by, by.account)).rejects.toMatchObject(refusal('lastAdministrator'));
      await expect(changePerson(org.ctx, by, by.account, change)).rejects.toMatchObject(refusal('lastAdministrator'));
      await expect(inviteAgain(org.ctx, by, by.account)).rejects.toMatchObject(refusal('lastAdministrator'));
      expect(await committeeOf(org.ctx, (await signIn(org.ctx, await org.link())).session)).toMatchObject({ reach: { administer: 'whole' } });
      const other = await plantPerson(org.ctx, org.committee);
      const all = await Promise.allSettled([endPerson(org.ctx, by, by.account), endPerson(org.ctx, by, other.account)]);
      expect(all.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });
  });

  describe('passkeys', () => {
    it('[ACC-3] one that was made signs in; each answer is good once, here, and by its owner', async () => {
      const { caller } = await sessionOf(EVERYTHING);
      const passkey = newPasskey();
      const { options } = await offerPasskey(org.ctx, caller, SITE);
      await addPasskey(org.ctx, caller, { response: passkey.make(options), name: 'Máy cơ quan' }, SITE);
      const asked = (await askPasskey(org.ctx, SITE)).options;
      const answer = passkey.sign(asked);
      expect((await passkeySignIn(org.ctx, answer, SITE, 'Firefox, Linux')).caller).toMatchObject({ account: caller.account, state: 'active' });
      await expect(passkeySignIn(org.ctx, answer, SITE, '')).rejects.toMatchObject(refusal('signInWrong'));
      // Many passkeys do not count: for them the challenge alone makes an answer good once.
      const uncounted = newPasskey();
      await addPasskey(org.ctx, caller, { response: uncounted.make((await offerPasskey(org.ctx, caller, SITE)).options), name: 'Điện thoại' }, SITE);
      const once = uncounted.sign((await askPasskey(org.ctx, SITE)).options, { counter: 0 });
      await passkeySignIn(org.ctx, once, SITE, '');
      await expect(passkeySignIn(org.ctx, once, SITE, '')).rejects.toMatchObject(refusal('signInWrong'));
      const wrongs = [{ origin: 'http://elsewhere.example' }, { rpId: 'elsewhere.example' }, { unverified: true }, { challenge: 'A'.repeat(43) }, { counter: 1 }];
      for (const wrong of wrongs) {
        const { options: next } = await askPasskey(org.ctx, SITE);
        await expect(passkeySignIn(org.ctx, passkey.sign(next, wrong), SITE, ''), JSON.stringify(wrong)).rejects.toMatchObject(refusal('signInWrong'));
      }
      const late = (await askPasskey(org.ctx, SITE)).options;
      org.clock.forward(5 * MINUTE);
      await expect(passkeySignIn(org.ctx, passkey.sign(late), SITE, '')).rejects.toMatchObject(refusal('signInWrong'));
      const { options: fresh } = await askPasskey(org.ctx, SITE);
      await expect(passkeySignIn(org.ctx, newPasskey().sign(fresh), SITE, '')).rejects.toMatchObject(refusal('signInWrong'));
      await expect(passkeySignIn(org.ctx, { response: { clientDataJSON: 'e30' } }, SITE, '')).rejects.toMatchObject(refusal('signInWrong'));
    });

    it('[ACC-3] a challenge that was made for one person adds no passkey to another', async () => {
      const [one, two] = [(await sessionOf(EVERYTHING)).caller, (await sessionOf(EVERYTHING)).caller];
      const { options } = await offerPasskey(org.ctx, one, SITE);
      await expect(addPasskey(org.ctx, two, { response: newPasskey().make(options), name: 'Máy' }, SITE)).rejects.toMatchObject(refusal('signInWrong'));
      const other = (await offerPasskey(org.ctx, two, SITE)).options;
      await expect(addPasskey(org.ctx, two, { response: newPasskey().make(other, { unverified: true }), name: 'Máy' }, SITE)).rejects.toMatchObject(refusal('signInWrong'));
    });

    it('[ACC-7] the last way in is not taken away', async () => {
      const { caller } = await sessionOf(EVERYTHING);
      const [one, two] = [newPasskey(), newPasskey()];
      for (const passkey of [one, two]) await addPasskey(org.ctx, caller, { response: passkey.make((await offerPasskey(org.ctx, caller, SITE)).options), name: 'Máy' }, SITE);
      await endPasskey(org.ctx, caller, one.id);
      await expect(endPasskey(org.ctx, caller, two.id)).rejects.toMatchObject(refusal('lastCredential'));
      expect((await own(org.ctx, caller)).passkeys.map(({ id }) => id)).toEqual([two.id]);
      await withPassword(caller);
      await endPasskey(org.ctx, caller, two.id);
      await expect(endPasskey(org.ctx, caller, two.id)).rejects.toMatchObject(refusal('notFound'));
    });
  });

  describe('passwords', () => {
    it('[ACC-4] name, password and a code that was not used before sign in; recovery codes take the place of a code once', async () => {
      const { caller, login } = await sessionOf(EVERYTHING);
      const { secret, codes } = await withPassword(caller);
      expect(new Set(codes).size).toBe(8);
      const code = codeOf(secret);
      const enter = (over: object) => passwordSignIn(org.ctx, { login, password: PASSWORD, code, ...over }, '::1', 'Safari, iPhone');
      expect((await enter({})).caller.account).toBe(caller.account);
      await expect(enter({})).rejects.toMatchObject(refusal('signInWrong'));
      expect((await enter({ code: codes[0]!.toLowerCase() })).caller.account).toBe(caller.account);
      await expect(enter({ code: codes[0] })).rejects.toMatchObject(refusal('signInWrong'));
      expect((await own(org.ctx, caller)).recovery).toBe(7);
      org.clock.forward(MINUTE);
      await expect(enter({ code: codeOf(secret), password: `${PASSWORD}.` })).rejects.toMatchObject(refusal('signInWrong'));
      await expect(enter({ code: codeOf(secret, 3) })).rejects.toMatchObject(refusal('signInWrong'));
      await expect(enter({ login: 'nobody-here' })).rejects.toMatchObject(refusal('signInWrong'));
      expect((await enter({ code: codeOf(secret) })).caller.account).toBe(caller.account);
    });

    it('[ACC-4] neither passwords nor codes stand in the database', async () => {
      const { caller } = await sessionOf(EVERYTHING);
      const { codes } = await withPassword(caller);
      const { db } = org.ctx.store;
      const rows = JSON.stringify(await Promise.all((['passwords', 'recovery_codes', 'wrong_tries', 'challenges'] as const).map((table) => db.selectFrom(table).selectAll().execute())));
      for (const secret of [PASSWORD, ...codes, ...codes.map((code) => code.replace('-', ''))]) expect(rows).not.toContain(secret);
    });

    it('[ACC-4] a code of another secret than the offered one sets nothing', async () => {
      const { caller } = await sessionOf(EVERYTHING);
      await expect(setPassword(org.ctx, caller, { password: PASSWORD, code: '123456' })).rejects.toMatchObject(refusal('signInWrong'));
      await offerSecondFactor(org.ctx, caller);
      await expect(setPassword(org.ctx, caller, { password: PASSWORD, code: codeOf(new Secret().base32) })).rejects.toMatchObject(refusal('signInWrong'));
      expect((await own(org.ctx, caller)).password).toBe(false);
    });

    it('[ACC-4] wrong tries make the next ones wait, longer each time, for a name that is none too; the right one is heard after the wait', async () => {
      const { caller, login } = await sessionOf(EVERYTHING);
      const { secret } = await withPassword(caller);
      const enter = (name: string, password = 'sai mật khẩu rồi') => passwordSignIn(org.ctx, { login: name, password, code: codeOf(secret) }, `10.0.${Math.floor(Math.random() * 250)}.9`, '');
      for (const name of [login, unique()]) {
        for (let tries = 0; tries < 5; tries += 1) await expect(enter(name)).rejects.toMatchObject(refusal('signInWrong'));
        await expect(enter(name, PASSWORD)).rejects.toMatchObject({ code: 'tooManyRequests', retryAfter: 4 });
      }
      org.clock.forward(4000);
      await expect(enter(login)).rejects.toMatchObject(refusal('signInWrong'));
      await expect(enter(login, PASSWORD)).rejects.toMatchObject({ code: 'tooManyRequests', retryAfter: 8 });
      org.clock.forward(8000);
      expect((await enter(login, PASSWORD)).caller.account).toBe(caller.account);
    });

    it('[ACC-4] one address that tries many names has to wait too', async () => {
      const from = `192.0.2.${Math.floor(Math.random() * 250)}`;
      const enter = () => passwordSignIn(org.ctx, { login: unique(), password: 'x', code: '000000' }, from, '');
      for (let tries = 0; tries < 30; tries += 1) await expect(enter()).rejects.toMatchObject(refusal('signInWrong'));
      await expect(enter()).rejects.toMatchObject(refusal('tooManyRequests'));
    }, 60_000);

    it.each(['ngắn quá', 'aaaaaaaaaaaaaaaa', 'matkhau123456', 'Password2025!', 'lethihoa12345678', 'chibo dangvien 2026', 'qwertyuiop123456'])('[ACC-4] %s is refused as a password', async (password) => {
      expect(isWeak(password, ['hoa.le', 'Lê Thị Hoa'])).toBe(true);
      expect(isWeak(PASSWORD, ['hoa.le', 'Lê Thị Hoa'])).toBe(false);
    });
  });

  describe('sessions', () => {
    it('[ACC-5] are listed with their device, and closed one by one, all but this one, or by an administrator', async () => {
      const { session, caller, login } = await sessionOf(EVERYTHING);
      const { codes } = await withPassword(caller);
      const other = await passwordSignIn(org.ctx, { login, password: PASSWORD, code: codes[0]! }, '::1', 'Chrome, Android');
      const devices = (await own(org.ctx, caller)).sessions.map(({ device, own: self }) => [device, self]);
      expect(devices).toEqual(expect.arrayContaining([['Chrome, Android', false], ['', true]]));
      await endOtherSessions(org.ctx, caller);
      expect([await committeeOf(org.ctx, other.session), (await committeeOf(org.ctx, session))?.account]).toEqual([null, caller.account]);
      await endPersonSessions(org.ctx, await administrator(), caller.account);
      expect(await committeeOf(org.ctx, session)).toBeNull();
    });

    it('[ACC-5] one of before there were persons lets nobody in', async () => {
      const { session } = await sessionOf(EVERYTHING);
      await org.ctx.store.db.updateTable('sessions').set({ device: '', account: null }).execute();
      expect(await committeeOf(org.ctx, session)).toBeNull();
    });

    it('[ACC-6] ten minutes after the person showed who they are it is asked again, and shown by their own credential alone', async () => {
      const { session, caller, login } = await sessionOf(EVERYTHING);
      const { codes } = await withPassword(caller);
      const now = async (): Promise<CommitteeCaller> => (await committeeOf(org.ctx, session))!;
      expect(isConfirmed(org.ctx, await now())).toBe(true);
      org.clock.forward(10 * MINUTE);
      expect(isConfirmed(org.ctx, await now())).toBe(false);
      const stranger = (await sessionOf(EVERYTHING)).caller;
      const passkey = newPasskey();
      await addPasskey(org.ctx, stranger, { response: passkey.make((await offerPasskey(org.ctx, stranger, SITE)).options), name: 'Máy' }, SITE);
      await expect(confirm(org.ctx, await now(), { response: passkey.sign((await askPasskey(org.ctx, SITE)).options) }, SITE, '::1')).rejects.toMatchObject(refusal('signInWrong'));
      await expect(confirm(org.ctx, await now(), { password: 'không phải', code: codes[1]! }, SITE, '::1')).rejects.toMatchObject(refusal('signInWrong'));
      expect(isConfirmed(org.ctx, await now())).toBe(false);
      await confirm(org.ctx, await now(), { password: PASSWORD, code: codes[1]! }, SITE, '::1');
      expect(isConfirmed(org.ctx, await now())).toBe(true);
      expect(login).toBeTruthy();
      org.clock.forward(HOUR);
      expect(isConfirmed(org.ctx, await now())).toBe(false);
    });
  });

  describe('grants', () => {
    it('[GRANT-1] [GRANT-2] several give together what each gives: a permission here does not stand for another there', () => {
      const reach = reachOf([{ over: 'cells', cells: ['cell-0001'], may: ['view', 'grade'] }, { over: 'cells', cells: ['cell-0002'], may: ['view'] }, { over: 'whole', may: ['direct'] }]);
      expect(reach).toEqual({ view: new Set(['cell-0001', 'cell-0002']), grade: new Set(['cell-0001']), direct: 'whole', administer: new Set() });
    });

    it('[GRANT-4] what a person sees, grades and directs is narrowed to their cells', async () => {
      const [one, two] = [await org.device(cell(0)), await org.device(cell(1))];
      await submit(org.ctx, { cell: one.cell, device: one.deviceId }, sampleEnvelope('document-1'));
      await submit(org.ctx, { cell: two.cell, device: two.deviceId }, sampleEnvelope('document-2'));
      const { caller } = await sessionOf([{ over: 'cells', cells: [cell(0)], may: ['view', 'direct'] }, { over: 'cells', cells: [cell(1)], may: ['grade'] }]);
      expect((await overview(org.ctx, caller, '2026-03')).cells.map(({ cell: { id } }) => id)).toEqual([cell(0)]);
      expect((await view(org.ctx, caller, 'document-1')).cell.id).toBe(cell(0));
      await expect(view(org.ctx, caller, 'document-2')).rejects.toMatchObject(refusal('notFound'));
      const grade = { kind: 'officialGrade', id: 'grade-0001', grade: 'good', points: 97, reason: '', replaces: null } as const;
      await expect(issue(org.ctx, caller, 'document-1', grade)).rejects.toMatchObject(refusal('notFound'));
      expect((await issue(org.ctx, caller, 'document-2', grade)).directive.issuedBy).toEqual({ committee: 'Đảng ủy Thử', person: 'Lê Thị Hoa, Ban Tổ chức' });
      await guide(org.ctx, caller, { id: 'guide-0001', from: '2026-07-01', profile: 'hd42-2025', frame: null, wording: {} });
      const kinds = async (index: number) => (await deliver(org.ctx, { cell: cell(index), device: '' }, 0)).directives.map(({ kind }) => kind);
      expect([await kinds(0), await kinds(1), await kinds(2)]).toEqual([['guidance'], ['officialGrade'], []]);
      expect((await guidance(org.ctx, caller)).guidance).toMatchObject([{ id: 'guide-0001', cells: 1 }]);
    });

    it('[GRANT-2] another grant holds from the next request on', async () => {
      const { session, caller } = await sessionOf(EVERYTHING);
      await changePerson(org.ctx, await administrator(), caller.account, { name: 'Lê Thị Hoa', office: 'Văn phòng', grants: [{ over: 'cells', cells: [cell(2)], may: ['view'] }] });
      expect(await committeeOf(org.ctx, session)).toMatchObject({ office: 'Văn phòng', reach: { view: new Set([cell(2)]), administer: new Set() } });
    });
  });

  describe('what is written down', () => {
    const seen = async (index: number, after = 0) => (await cellActs(org.ctx, { cell: cell(index), device: '' }, after)).acts.map(({ seq, act, person, subject }) => `${seq} ${act} ${person} ${subject}`.trim());

    it('[AUDIT-1] [AUDIT-2] every opening and every act stands in the cell’s own log, numbered, with who and when; another cell sees none of it', async () => {
      const device = await org.device(cell(0));
      await submit(org.ctx, { cell: device.cell, device: device.deviceId }, sampleEnvelope('document-1'));
      const { caller } = await sessionOf(EVERYTHING);
      await view(org.ctx, caller, 'document-1');
      await issue(org.ctx, caller, 'document-1', { kind: 'officialGrade', id: 'grade-0001', grade: 'good', points: 97, reason: '', replaces: null });
      await issueCode(org.ctx, cell(0), caller);
      expect(await seen(0)).toEqual(['1 view Lê Thị Hoa document-1', '2 grade Lê Thị Hoa document-1', '3 code Lê Thị Hoa']);
      expect(await seen(0, 2)).toEqual(['3 code Lê Thị Hoa']);
      expect(await seen(1)).toEqual([]);
      expect((await cellActs(org.ctx, { cell: cell(0), device: '' }, 0)).acts[0]).toMatchObject({ at: org.clock.now.toISOString(), office: 'Ban Tổ chức' });
    });

    it('[AUDIT-1] what is refused, and what is undone, is not written down', async () => {
      const { caller } = await sessionOf(EVERYTHING);
      await expect(view(org.ctx, caller, 'no-such-document')).rejects.toMatchObject(refusal('notFound'));
      await expect(issueCode(org.ctx, 'nowhere-at-all', caller)).rejects.toMatchObject(refusal('notFound'));
      expect([await seen(0), await seen(1), await seen(2)]).toEqual([[], [], []]);
    });

    it('[AUDIT-2] many at once are numbered without a gap', async () => {
      const { caller } = await sessionOf(EVERYTHING);
      await Promise.all(Array.from({ length: 10 }, () => issueCode(org.ctx, cell(0), caller)));
      expect((await cellActs(org.ctx, { cell: cell(0), device: '' }, 0)).acts.map(({ seq }) => seq)).toEqual(Array.from({ length: 10 }, (_, index) => index + 1));
    });

    it('[AUDIT-3] administrators read all acts page by page, the newest first, without a document’s id or words', async () => {
      const by = await administrator();
      for (let round = 0; round < 3; round += 1) {
        await Promise.all(Array.from({ length: 50 }, () => issueCode(org.ctx, cell(round), by)));
        org.clock.forward(1000);
      }
      const [first, rest] = [await acts(org.ctx, by, undefined), [] as { cell: string | null }[]];
      for (let next = first.next; next !== null; ) {
        const page = await acts(org.ctx, by, next);
        rest.push(...page.acts);
        next = page.next;
      }
      const codes = [...first.acts, ...rest].filter((one) => one.cell !== null);
      expect(codes.map((one) => one.cell)).toEqual([...Array<string>(50).fill('Chi bộ Ba'), ...Array<string>(50).fill('Chi bộ Hai'), ...Array<string>(50).fill('Chi bộ Một')]);
      expect((await acts(org.ctx, { ...by, committee: (await org.another()).committee }, undefined)).acts).toEqual([]);
      await expect(acts(org.ctx, by, "x' or 1=1")).rejects.toMatchObject(refusal('invalid'));
    });
  });
});
