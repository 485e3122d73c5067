/** [STORE] The same suite on libsql and on PostgreSQL: device keys, epochs, revocation, recovery sheets. */
import { describe, expect, it } from 'vitest';
import { Kysely } from 'kysely';
import { RECOVERY, type ErrorCode, type RotateRequest } from '@/protocol';
import { activate, deviceOf, invite, join, keepSheet, keyring, recover, revoke, rotate, sayKey, type DeviceCaller } from '@/server/accounts';
import { devicesOf, keyState, openStore, revokeDevice, revokedDevicesOf, type Database } from '@/server/store';
import { libsqlEngine } from '@/server/store/libsql';
import { first } from '@/server/store/migrations/001-first';
import { postgresEngine } from '@/server/store/postgres';
import { pull } from '@/server/vault';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { onEngines } from '../support/on-engines';
import { type Device, type TestOrg } from '../support/org';

const refusal = (code: ErrorCode): { code: ErrorCode } => ({ code });
const b64 = (text: string): string => Buffer.from(text).toString('base64');
/** The right length, which is all that the server can know of it. */
const publicKey = (name: string): string => Buffer.alloc(65, name).toString('base64');
const keyId = (n: number): string => n.toString(16).padStart(16, '0');
const ATTEMPT = 'a'.repeat(26);
const LOOKUP = 'ab'.repeat(16);

onEngines('keyring', (eachTime, engine) => {
  let org: TestOrg;
  let one: DeviceCaller;
  eachTime(async (planted) => {
    org = planted;
    one = callerOf(await org.device());
  });
  const callerOf = ({ cell, deviceId }: Device): DeviceCaller => ({ cell, device: deviceId });
  const inviteCode = async (by = one): Promise<string> => {
    const lookup = `AAAA-${Math.random().toString(36).slice(2, 10)}`;
    await invite(org.ctx, by, { lookup, sealedKey: b64('sealed') });
    return lookup;
  };
  const another = async (): Promise<DeviceCaller & { token: string }> => {
    const { deviceId, token, cell } = await join(org.ctx, { lookup: await inviteCode(), deviceName: 'Máy hai' });
    return { cell: cell.id, device: deviceId, token };
  };
  const say = (caller: DeviceCaller, name = caller.device, voucher = `word on ${name}`) => sayKey(org.ctx, caller, { publicKey: publicKey(name), voucher: b64(voucher), epoch: 1, keyId: keyId(1) });
  const boxes = (...holders: string[]): RotateRequest['boxes'] => holders.map((holder) => ({ holder, box: b64(`box ${holder}`), voucher: b64(`new word on ${holder}`) }));
  const sheet = { epoch: 1, lookup: LOOKUP, publicKey: publicKey('sheet'), voucher: b64('word on sheet'), sealedKey: b64('sealed') };

  describe('device keys', () => {
    it('[KEY-9] a device says its key; again with another voucher or another key, the last counts', async () => {
      await say(one, 'a');
      await say(one, 'a', 'later word');
      expect((await keyring(org.ctx, one)).devices).toEqual([{ id: one.device, key: { publicKey: publicKey('a'), voucher: b64('later word') } }]);
      await say(one, 'b');
      expect((await keyring(org.ctx, one)).devices[0]?.key).toEqual({ publicKey: publicKey('b'), voucher: b64('word on b') });
    });

    it('[KEY-10] the first device names the key of its epoch, another one cannot', async () => {
      const two = await another();
      await sayKey(org.ctx, two, { publicKey: publicKey('two'), voucher: b64('v'), epoch: 1, keyId: keyId(666) });
      expect((await keyring(org.ctx, one)).epochs).toEqual([{ epoch: 1, keyId: null, box: null }]);
      await say(one);
      expect((await keyring(org.ctx, one)).epochs).toEqual([{ epoch: 1, keyId: keyId(1), box: null }]);
      expect(await pull(org.ctx, one, 0)).toMatchObject({ keys: { epoch: 1, rotationDue: false } });
    });
  });

  describe('rotation', () => {
    it('[KEY-11] a new epoch reaches each holder with its own box and its new voucher', async () => {
      const two = await another();
      await say(one);
      await say(two);
      expect(await rotate(org.ctx, one, { epoch: 2, keyId: keyId(2), boxes: boxes(one.device, two.device), without: [] })).toEqual({ epoch: 2 });
      const ring = await keyring(org.ctx, two);
      expect(ring).toMatchObject({ epoch: 2, rotationDue: false });
      expect(ring.epochs).toEqual([{ epoch: 1, keyId: keyId(1), box: null }, { epoch: 2, keyId: keyId(2), box: b64(`box ${two.device}`) }]);
      expect(ring.devices.map(({ key }) => key?.voucher)).toEqual(expect.arrayContaining([b64(`new word on ${one.device}`), b64(`new word on ${two.device}`)]));
    });

    it('[KEY-11] a device without a box is refused, unless it is named as left out or has no key', async () => {
      const two = await another();
      await say(one);
      expect((await keyring(org.ctx, one)).devices).toHaveLength(2);
      await say(two);
      const begin = (over: Partial<RotateRequest>) => rotate(org.ctx, one, { epoch: 2, keyId: keyId(2), boxes: boxes(one.device), without: [], ...over });
      await expect(begin({})).rejects.toMatchObject(refusal('boxMissing'));
      await expect(begin({ boxes: boxes(one.device, two.device, 'somebody-else') })).rejects.toMatchObject(refusal('boxMissing'));
      await expect(begin({ boxes: [...boxes(one.device), ...boxes(one.device)], without: [two.device] })).rejects.toMatchObject(refusal('boxMissing'));
      expect((await keyState(org.ctx.store.db, one.cell)).epoch).toBe(1);
      await begin({ without: [two.device] });
      expect((await keyring(org.ctx, two)).epochs.at(-1)).toEqual({ epoch: 2, keyId: keyId(2), box: null });
    });

    it('[KEY-11] of two at the same moment one wins; the same again is the same, for the winner only', async () => {
      const two = await another();
      await say(one);
      await say(two);
      const callers = [one, two];
      const requests = callers.map((_, index): RotateRequest => ({ epoch: 2, keyId: keyId(10 + index), boxes: boxes(one.device, two.device), without: [] }));
      const answers = await Promise.allSettled(callers.map((caller, index) => rotate(org.ctx, caller, requests[index]!)));
      const won = answers.findIndex(({ status }) => status === 'fulfilled');
      expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(answers[1 - won]).toMatchObject({ reason: refusal('epochTaken') });
      expect(await rotate(org.ctx, callers[won]!, requests[won]!)).toEqual({ epoch: 2 });
      await expect(rotate(org.ctx, callers[1 - won]!, requests[won]!)).rejects.toMatchObject(refusal('epochTaken'));
      expect((await keyring(org.ctx, one)).epochs).toHaveLength(2);
    });

    it('[KEY-11] an epoch out of turn is refused', async () => {
      await say(one);
      for (const epoch of [1, 3]) await expect(rotate(org.ctx, one, { epoch, keyId: keyId(3), boxes: boxes(one.device), without: [] })).rejects.toMatchObject(refusal('epochTaken'));
    });

    it('[JOIN-4] an invite that nobody has used ends with its epoch', async () => {
      await say(one);
      const lookup = await inviteCode();
      await rotate(org.ctx, one, { epoch: 2, keyId: keyId(2), boxes: boxes(one.device), without: [] });
      await expect(join(org.ctx, { lookup, deviceName: 'Máy' })).rejects.toMatchObject(refusal('codeExpired'));
      expect(await org.ctx.store.db.selectFrom('invites').select('sealed_key').where('cell', '=', one.cell).execute()).toEqual([{ sealed_key: '' }]);
    });
  });

  describe('revocation', () => {
    it('[KEY-12] stops the token at once, hands the proofs over, and makes a new epoch due', async () => {
      const two = await another();
      const proofs = [b64('word')];
      expect(await revoke(org.ctx, one, two.device, { proofs })).toEqual({ rotationDue: true });
      await expect(deviceOf(org.ctx, two.token)).rejects.toMatchObject({ code: 'revoked', proofs });
      expect(await devicesOf(org.ctx.store.db, one.cell)).toHaveLength(1);
      expect(await pull(org.ctx, one, 0)).toMatchObject({ keys: { epoch: 1, rotationDue: true } });
      await say(one);
      await rotate(org.ctx, one, { epoch: 2, keyId: keyId(2), boxes: boxes(one.device), without: [] });
      expect(await keyState(org.ctx.store.db, one.cell)).toEqual({ epoch: 2, rotationDue: false });
    });

    it('[KEY-12] again is the same, and the first word stays', async () => {
      const two = await another();
      await revoke(org.ctx, one, two.device, { proofs: [b64('first')] });
      await revoke(org.ctx, one, two.device, { proofs: [b64('second')] });
      await expect(deviceOf(org.ctx, two.token)).rejects.toMatchObject({ proofs: [b64('first')] });
    });

    it('[KEY-12] by the server alone has no word of the cell; a device of the cell can add it', async () => {
      const two = await another();
      await org.ctx.store.transact((tx) => revokeDevice(tx, two.device, org.clock.now.toISOString()));
      await expect(deviceOf(org.ctx, two.token)).rejects.toMatchObject({ code: 'revoked', proofs: undefined });
      expect(await keyState(org.ctx.store.db, one.cell)).toEqual({ epoch: 1, rotationDue: true });
      await revoke(org.ctx, one, two.device, { proofs: [b64('word')] });
      await expect(deviceOf(org.ctx, two.token)).rejects.toMatchObject({ proofs: [b64('word')] });
    });

    it('[KEY-12] only inside the cell, never oneself, and of two that shut each other out one stays', async () => {
      const foreign = callerOf(await org.device(org.cells[1]?.id));
      await expect(revoke(org.ctx, foreign, one.device, { proofs: [] })).rejects.toMatchObject(refusal('notFound'));
      await expect(revoke(org.ctx, one, one.device, { proofs: [] })).rejects.toMatchObject(refusal('forbidden'));
      const two = await another();
      const answers = await Promise.allSettled([revoke(org.ctx, one, two.device, { proofs: [] }), revoke(org.ctx, two, one.device, { proofs: [] })]);
      expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await devicesOf(org.ctx.store.db, one.cell)).toHaveLength(1);
    });

    it('[KEY-12] when the device hears of it is noted', async () => {
      const two = await another();
      await deviceOf(org.ctx, two.token);
      org.clock.forward(1000);
      await revoke(org.ctx, one, two.device, { proofs: [] });
      const told = async () => (await revokedDevicesOf(org.ctx.store.db, one.cell, 5)).map(({ device, lastSeenAt, revokedAt }) => [device, (lastSeenAt ?? '') >= (revokedAt ?? '')]);
      expect(await told()).toEqual([[two.device, false]]);
      org.clock.forward(1000);
      await expect(deviceOf(org.ctx, two.token)).rejects.toMatchObject(refusal('revoked'));
      expect(await told()).toEqual([[two.device, true]]);
    });

    it('[ACT-2] a cell that lost all its devices begins a later epoch, and says the same one again when the answer was lost', async () => {
      await say(one);
      await org.ctx.store.transact((tx) => revokeDevice(tx, one.device, org.clock.now.toISOString()));
      const code = await org.code();
      const lost = await activate(org.ctx, { code, deviceName: 'Máy mới', attempt: ATTEMPT });
      const again = await activate(org.ctx, { code, deviceName: 'Máy mới', attempt: ATTEMPT });
      expect([lost.epoch, again.epoch]).toEqual([2, 2]);
      expect(await keyState(org.ctx.store.db, one.cell)).toEqual({ epoch: 2, rotationDue: false });
    });
  });

  describe('recovery sheets', () => {
    it('[KEY-13] [KEY-14] a blank device comes in by the sheet, with the boxes of later epochs; the sheet stays good', async () => {
      await say(one);
      const { madeAt } = await keepSheet(org.ctx, one, sheet);
      expect((await keyring(org.ctx, one)).recovery).toEqual({ key: { publicKey: sheet.publicKey, voucher: sheet.voucher }, madeAt, madeBy: one.device });
      await expect(rotate(org.ctx, one, { epoch: 2, keyId: keyId(2), boxes: boxes(one.device), without: [] })).rejects.toMatchObject(refusal('boxMissing'));
      await rotate(org.ctx, one, { epoch: 2, keyId: keyId(2), boxes: boxes(one.device, RECOVERY), without: [] });
      expect((await keyring(org.ctx, one)).recovery?.key.voucher).toBe(b64('new word on recovery'));
      const answer = await recover(org.ctx, { lookup: LOOKUP, deviceName: 'Máy mới' });
      expect(answer).toMatchObject({ sealedKey: sheet.sealedKey, cell: { id: one.cell }, epochs: [{ epoch: 1, box: null }, { epoch: 2, box: b64('box recovery') }] });
      expect(await deviceOf(org.ctx, answer.token)).toEqual({ cell: one.cell, device: answer.deviceId });
      await expect(recover(org.ctx, { lookup: LOOKUP, deviceName: 'Máy nữa' })).resolves.toMatchObject({ cell: { id: one.cell } });
      await revoke(org.ctx, one, answer.deviceId, { proofs: [] });
    });

    it('[KEY-13] a new sheet ends the one before, and the boxes that were sealed to it', async () => {
      await say(one);
      const lookups = ['c'.repeat(32), 'd'.repeat(32)] as const;
      await keepSheet(org.ctx, one, { ...sheet, lookup: lookups[0] });
      await rotate(org.ctx, one, { epoch: 2, keyId: keyId(2), boxes: boxes(one.device, RECOVERY), without: [] });
      await keepSheet(org.ctx, one, { ...sheet, epoch: 2, lookup: lookups[1], publicKey: publicKey('next') });
      await expect(recover(org.ctx, { lookup: lookups[0], deviceName: 'Máy' })).rejects.toMatchObject(refusal('codeUnknown'));
      expect((await recover(org.ctx, { lookup: lookups[1], deviceName: 'Máy' })).epochs.at(-1)).toEqual({ epoch: 2, box: null });
    });

    it('[KEY-13] sent again it takes its own place; under another cell\'s lookup, or an epoch that is over, nothing is kept', async () => {
      const lookup = 'e'.repeat(32);
      await keepSheet(org.ctx, one, { ...sheet, lookup });
      await keepSheet(org.ctx, one, { ...sheet, lookup, publicKey: publicKey('again') });
      expect((await keyring(org.ctx, one)).recovery?.key.publicKey).toBe(publicKey('again'));
      const foreign = callerOf(await org.device(org.cells[1]?.id));
      await expect(keepSheet(org.ctx, foreign, { ...sheet, lookup })).rejects.toMatchObject(refusal('contentMismatch'));
      await expect(keepSheet(org.ctx, one, { ...sheet, epoch: 2, lookup })).rejects.toMatchObject(refusal('epochTaken'));
    });

    it('[ACT-4] a lost answer is asked for again with the same attempt: same device, until its token has been used', async () => {
      const lookup = 'f'.repeat(32);
      await keepSheet(org.ctx, one, { ...sheet, lookup });
      const lost = await recover(org.ctx, { lookup, deviceName: 'Máy', attempt: ATTEMPT });
      const again = await recover(org.ctx, { lookup, deviceName: 'Máy', attempt: ATTEMPT });
      expect(again.deviceId).toBe(lost.deviceId);
      expect(await deviceOf(org.ctx, lost.token)).toBeNull();
      await deviceOf(org.ctx, again.token);
      await expect(recover(org.ctx, { lookup, deviceName: 'Máy', attempt: ATTEMPT })).rejects.toMatchObject(refusal('codeUsed'));
      expect(await devicesOf(org.ctx.store.db, one.cell)).toHaveLength(2);
    });

    it('[ACT-6] the lookup stands nowhere in the database', async () => {
      const lookup = '0123456789abcdef'.repeat(2);
      await keepSheet(org.ctx, one, { ...sheet, lookup });
      const rows = JSON.stringify(await org.ctx.store.db.selectFrom('recovery_sheets').selectAll().execute()).toLowerCase();
      expect(rows).not.toContain(lookup);
    });
  });

  it('[STORE-5] tables of version 1 with devices in and out are brought up to date', async () => {
    const url = await engine.url();
    const dataDir = mkdtempSync(path(tmpdir(), 'keys-migration-'));
    const old = url === undefined ? libsqlEngine(dataDir) : postgresEngine(url);
    const db = new Kysely<Database>({ dialect: old.dialect });
    await db.transaction().execute(async (tx) => {
      await first(tx, old);
      await tx.schema.createTable('schema_version').addColumn('id', 'integer', (c) => c.primaryKey()).addColumn('version', 'integer', (c) => c.notNull()).execute();
      await tx.insertInto('schema_version' as 'meta').values({ id: 1, version: 1 } as never).execute();
      await tx.insertInto('committees').values({ committee: 'k', code: 'k', name: 'K', created_at: 'x' }).execute();
      await tx.insertInto('cells').values({ cell: 'c', committee: 'k', code: 'c', position: 0, name: 'C', superior: 'S', place_name: 'P', profile: 'p', created_at: 'x' }).execute();
      for (const [device, revoked_at] of [['in', null], ['out', '2026-01-01T00:00:00.000Z']] as const) {
        await tx.insertInto('devices').values({ cell: 'c', device, name: device, token_hash: device, attempt_hash: null, joined_at: 'x', last_seen_at: null, revoked_at } as never).execute();
      }
    });
    await db.destroy();
    const store = await openStore({ dataDir, databaseUrl: url });
    expect(await devicesOf(store.db, 'c')).toMatchObject([{ device: 'in', publicKey: null }]);
    expect(await keyState(store.db, 'c')).toEqual({ epoch: 1, rotationDue: true });
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
});
