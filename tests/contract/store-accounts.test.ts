/** [STORE] The same suite on libsql and on PostgreSQL: codes, invites, devices, links and sessions. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { ErrorCode } from '@/protocol';
import { activate, committeeOf, deviceOf, invite, issueCode, join, signIn, signOut, type DeviceCaller } from '@/server/accounts';
import { COMMITTEE_CODE, importOrganisation, type Organisation } from '@/server/organisation';
import { cellsOf, devicesOf, revokeDevice } from '@/server/store';
import { onEngines } from '../support/on-engines';
import type { TestOrg } from '../support/org';

const DAY = 86_400_000;
const MINUTE = 60_000;
const ATTEMPT = 'a'.repeat(26);
const refusal = (code: ErrorCode): { code: ErrorCode } => ({ code });

onEngines('accounts', (eachTime) => {
  let org: TestOrg;
  eachTime(async (planted) => {
    org = planted;
  });
  const revoke = (device: string): Promise<boolean> => org.ctx.store.transact((tx) => revokeDevice(tx, device, org.clock.now.toISOString()));
  const cell = (index = 0): string => org.cells[index]?.id ?? '';
  const deviceName = 'Máy';

  describe('activation', () => {
    it('[ACT-1] a code lets one device in, once', async () => {
      const code = await org.code();
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
      const answer = await activate(org.ctx, { code, deviceName });
      expect(answer.cell).toMatchObject({ id: cell(), name: 'Chi bộ Một', superior: 'Đảng ủy Thử', placeName: 'Thử', profile: 'hd05-duk-2021' });
      expect(await deviceOf(org.ctx, answer.token)).toEqual({ cell: cell(), device: answer.deviceId });
      await expect(activate(org.ctx, { code, deviceName })).rejects.toMatchObject(refusal('codeUsed'));
    });

    it('[ACT-1] unknown, used and expired codes are told apart', async () => {
      await expect(activate(org.ctx, { code: 'AAAAA-AAAAA', deviceName })).rejects.toMatchObject(refusal('codeUnknown'));
      const code = await org.code();
      org.clock.forward(14 * DAY);
      await expect(activate(org.ctx, { code, deviceName })).rejects.toMatchObject(refusal('codeExpired'));
    });

    it('[ACT-1] a code is good until the last moment of its fourteen days', async () => {
      const code = await org.code();
      org.clock.forward(14 * DAY - 1);
      await expect(activate(org.ctx, { code, deviceName })).resolves.toMatchObject({ cell: { id: cell() } });
    });

    it('[ACT-1] two devices with one code at the same moment: one comes in', async () => {
      const code = await org.code();
      const answers = await Promise.allSettled([1, 2, 3, 4].map(() => activate(org.ctx, { code, deviceName })));
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await devicesOf(org.ctx.store.db, cell())).toHaveLength(1);
    });

    it('[ACT-2] a cell with a device refuses, and the code stays good until that device is revoked', async () => {
      const { deviceId } = await org.device();
      const code = await org.code();
      await expect(activate(org.ctx, { code, deviceName })).rejects.toMatchObject(refusal('cellHasKey'));
      await expect(activate(org.ctx, { code, deviceName })).rejects.toMatchObject(refusal('cellHasKey'));
      await revoke(deviceId);
      await expect(activate(org.ctx, { code, deviceName })).resolves.toMatchObject({ cell: { id: cell() } });
    });

    it('[ACT-2] two codes of one cell at the same moment: one device comes in', async () => {
      const codes = [await org.code(), await org.code(), await org.code()];
      const answers = await Promise.allSettled(codes.map((code) => activate(org.ctx, { code, deviceName })));
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('[ACT-3] a code is read as it was typed: small letters, blanks, no hyphen, O for 0, I and L for 1', async () => {
      const code = await org.code();
      const typed = ` ${code.replace('-', '').toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l')} `.replace(/^(.{4})/, '$1 ');
      await expect(activate(org.ctx, { code: typed, deviceName })).resolves.toMatchObject({ cell: { id: cell() } });
    });

    it('[ACT-4] a lost answer is asked for again with the same attempt: same device, new token, until the first use', async () => {
      const code = await org.code();
      const lost = await activate(org.ctx, { code, deviceName, attempt: ATTEMPT });
      const again = await activate(org.ctx, { code, deviceName, attempt: ATTEMPT });
      expect(again.deviceId).toBe(lost.deviceId);
      expect(await deviceOf(org.ctx, lost.token)).toBeNull();
      expect(await deviceOf(org.ctx, again.token)).toMatchObject({ device: again.deviceId });
      await expect(activate(org.ctx, { code, deviceName, attempt: ATTEMPT })).rejects.toMatchObject(refusal('codeUsed'));
      expect(await devicesOf(org.ctx.store.db, cell())).toHaveLength(1);
    });

    it('[ACT-4] another attempt, or none, gets nothing from a used code', async () => {
      const code = await org.code();
      await activate(org.ctx, { code, deviceName, attempt: ATTEMPT });
      for (const attempt of ['b'.repeat(26), undefined]) {
        await expect(activate(org.ctx, { code, deviceName, attempt })).rejects.toMatchObject(refusal('codeUsed'));
      }
    });

    it('[ACT-5] an unknown token is nobody, a revoked device is told so', async () => {
      const { token, deviceId } = await org.device();
      expect(await deviceOf(org.ctx, token)).not.toBeNull();
      expect([await revoke(deviceId), await revoke(deviceId)]).toEqual([true, false]);
      await expect(deviceOf(org.ctx, token)).rejects.toMatchObject(refusal('revoked'));
      expect(await deviceOf(org.ctx, 'x'.repeat(43))).toBeNull();
    });

    it('[ACT-6] neither tokens nor codes nor attempts stand in the database', async () => {
      const code = await org.code();
      const { token } = await activate(org.ctx, { code, deviceName, attempt: ATTEMPT });
      const link = await org.link();
      const { session } = await signIn(org.ctx, link);
      const { db } = org.ctx.store;
      const rows = await Promise.all((['devices', 'activation_codes', 'sign_in_links', 'sessions'] as const).map((table) => db.selectFrom(table).selectAll().execute()));
      const text = JSON.stringify(rows);
      for (const secret of [token, code, code.replace('-', ''), ATTEMPT, link, session]) expect(text).not.toContain(secret);
    });

    it('a cell that is not there gets no code', async () => {
      await expect(issueCode(org.ctx, 'nowhere-at-all')).rejects.toMatchObject(refusal('notFound'));
    });
  });

  describe('joining', () => {
    let first: DeviceCaller;
    const lookup = (): string => `K7M2-${Math.random().toString(36).slice(2, 10)}`;
    const sealedKey = Buffer.from('sealed').toString('base64');
    beforeEach(async () => {
      const device = await org.device();
      first = { cell: device.cell, device: device.deviceId };
    });

    it('[JOIN-1] an invite lets a second device in, once, with the sealed key', async () => {
      const code = lookup();
      expect(await invite(org.ctx, first, { lookup: code, sealedKey })).toEqual({ expiresAt: new Date(org.clock.now.getTime() + 15 * MINUTE).toISOString() });
      const answer = await join(org.ctx, { lookup: code.toLowerCase(), deviceName });
      expect(answer).toMatchObject({ sealedKey, cell: { id: first.cell } });
      expect(await deviceOf(org.ctx, answer.token)).toEqual({ cell: first.cell, device: answer.deviceId });
      await expect(join(org.ctx, { lookup: code, deviceName })).rejects.toMatchObject(refusal('codeUsed'));
    });

    it('[JOIN-1] fifteen minutes, then it is over', async () => {
      const code = lookup();
      await invite(org.ctx, first, { lookup: code, sealedKey });
      org.clock.forward(15 * MINUTE);
      await expect(join(org.ctx, { lookup: code, deviceName })).rejects.toMatchObject(refusal('codeExpired'));
      await expect(join(org.ctx, { lookup: lookup(), deviceName })).rejects.toMatchObject(refusal('codeUnknown'));
    });

    it('[JOIN-1] the same invite again is the same; another key or cell under its lookup is refused', async () => {
      const code = lookup();
      const answer = await invite(org.ctx, first, { lookup: code, sealedKey });
      org.clock.forward(1000);
      expect(await invite(org.ctx, first, { lookup: code, sealedKey })).toEqual(answer);
      await expect(invite(org.ctx, first, { lookup: code, sealedKey: 'b3RoZXI=' })).rejects.toMatchObject(refusal('contentMismatch'));
      const foreign = await org.device(cell(1));
      await expect(invite(org.ctx, { cell: cell(1), device: foreign.deviceId }, { lookup: code, sealedKey })).rejects.toMatchObject(refusal('contentMismatch'));
      await join(org.ctx, { lookup: code, deviceName });
      await expect(invite(org.ctx, first, { lookup: code, sealedKey })).rejects.toMatchObject(refusal('codeUsed'));
    });

    it('[JOIN-2] an invite dies with the device that made it', async () => {
      const code = lookup();
      await invite(org.ctx, first, { lookup: code, sealedKey });
      await revoke(first.device);
      await expect(join(org.ctx, { lookup: code, deviceName })).rejects.toMatchObject(refusal('cellNeedsKey'));
      await org.device();
      await expect(join(org.ctx, { lookup: code, deviceName })).rejects.toMatchObject(refusal('codeUnknown'));
    });

    it('[ACT-4] a lost answer of joining is asked for again within the fifteen minutes', async () => {
      const code = lookup();
      await invite(org.ctx, first, { lookup: code, sealedKey });
      const lost = await join(org.ctx, { lookup: code, deviceName, attempt: ATTEMPT });
      const again = await join(org.ctx, { lookup: code, deviceName, attempt: ATTEMPT });
      expect(again).toMatchObject({ deviceId: lost.deviceId, sealedKey });
      expect(await devicesOf(org.ctx.store.db, first.cell)).toHaveLength(2);
      org.clock.forward(15 * MINUTE);
      await expect(join(org.ctx, { lookup: code, deviceName, attempt: ATTEMPT })).rejects.toMatchObject(refusal('codeUsed'));
    });

    it('[JOIN-3] the sealed key of an invite that is over is wiped by the next one', async () => {
      await invite(org.ctx, first, { lookup: lookup(), sealedKey });
      org.clock.forward(16 * MINUTE);
      await invite(org.ctx, first, { lookup: lookup(), sealedKey });
      const kept = await org.ctx.store.db.selectFrom('invites').select('sealed_key').where('cell', '=', first.cell).execute();
      expect(kept.map(({ sealed_key }) => sealed_key).sort()).toEqual(['', sealedKey]);
    });
  });

  describe('sessions', () => {
    it('[COM-1] a link signs in once; the session lasts twelve hours', async () => {
      const link = await org.link();
      const { session, caller } = await signIn(org.ctx, link);
      expect(caller).toMatchObject({ committee: org.committee, name: 'Đảng ủy Thử', signedInAt: org.clock.now.toISOString(), person: 'Trần Văn Bình', office: 'Phó Bí thư', state: 'active' });
      await expect(signIn(org.ctx, link)).rejects.toMatchObject(refusal('codeUsed'));
      for (let hours = 1; hours < 12; hours += 1) {
        org.clock.forward(3_600_000);
        expect(await committeeOf(org.ctx, session)).not.toBeNull();
      }
      org.clock.forward(3_600_000 - 1);
      expect(await committeeOf(org.ctx, session)).not.toBeNull();
      org.clock.forward(1);
      expect(await committeeOf(org.ctx, session)).toBeNull();
    });

    it('[ACC-5] a session that nobody uses for two hours is over', async () => {
      const { session } = await signIn(org.ctx, await org.link());
      org.clock.forward(2 * 3_600_000 - 1);
      expect(await committeeOf(org.ctx, session)).not.toBeNull();
      org.clock.forward(2 * 3_600_000);
      expect(await committeeOf(org.ctx, session)).toBeNull();
    });

    it('[COM-1] a link used from two places at the same moment signs in one', async () => {
      const link = await org.link();
      const answers = await Promise.allSettled([1, 2, 3].map(() => signIn(org.ctx, link)));
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('[COM-1] unknown and expired links are told apart', async () => {
      await expect(signIn(org.ctx, 'x'.repeat(43))).rejects.toMatchObject(refusal('codeUnknown'));
      const token = await org.link();
      org.clock.forward(DAY);
      await expect(signIn(org.ctx, token)).rejects.toMatchObject(refusal('codeExpired'));
    });

    it('[COM-1] signing out closes this session and no other', async () => {
      const [a, b] = [await signIn(org.ctx, await org.link()), await signIn(org.ctx, await org.link())];
      await signOut(org.ctx, a.session);
      expect([await committeeOf(org.ctx, a.session), (await committeeOf(org.ctx, b.session))?.committee]).toEqual([null, org.committee]);
    });
  });

  describe('the organisation file', () => {
    const row = (code: string, name: string): Organisation['cells'][number] => ({ code, name, superior: 'Đảng ủy Thật', placeName: 'Thật', profile: 'hd05-duk-2021' });

    it('[ORG-1] a later start adds new cells, renames known ones by their code, and removes none', async () => {
      const first = await importOrganisation(org.ctx, { committee: { name: 'Cũ' }, cells: [row('a', 'A'), row('b', 'B')] }, COMMITTEE_CODE.real);
      const second = await importOrganisation(org.ctx, { committee: { name: 'Mới' }, cells: [row('c', 'C'), row('a', 'A mới')] }, COMMITTEE_CODE.real);
      expect(second.committee).toEqual({ ...first.committee, name: 'Mới' });
      const cells = await cellsOf(org.ctx.store.db, first.committee.committee);
      expect(cells.map(({ name }) => name).sort()).toEqual(['A mới', 'B', 'C']);
      expect(cells.find(({ code }) => code === 'a')?.id).toBe(first.cells[0]?.id);
    });
  });
});
