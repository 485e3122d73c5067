/** [STORE] The same suite on libsql and on PostgreSQL: devices let in by another one without a network. */
import { expect, it } from 'vitest';
import type { AdmissionRequest, ErrorCode } from '@/protocol';
import { activate, admit, deviceOf, keepAdmission, keyring, revoke, rotate, sayKey, type DeviceCaller } from '@/server/accounts';
import { awaitedDevices, devicesOf, keyState, revokeDevice } from '@/server/store';
import { onEngines } from '../support/on-engines';
import type { TestOrg } from '../support/org';

const DAY = 86_400_000;
const ATTEMPT = 'a'.repeat(26);
const refusal = (code: ErrorCode): { code: ErrorCode } => ({ code });
const b64 = (text: string): string => Buffer.from(text).toString('base64');
const publicKey = (name: string): string => Buffer.alloc(65, name).toString('base64');
let made = 0;

onEngines('admission', (eachTime) => {
  let org: TestOrg;
  let one: DeviceCaller;
  let asked: AdmissionRequest;
  eachTime(async (planted) => {
    org = planted;
    const { cell, deviceId } = await org.device();
    one = { cell, device: deviceId };
    await sayKey(org.ctx, one, { publicKey: publicKey('one'), voucher: b64('word'), epoch: 1, keyId: '0'.repeat(16) });
    made += 1;
    asked = { device: `new-device-${made}`, lookup: made.toString(16).padStart(32, '0'), name: 'Máy chờ', publicKey: publicKey('new'), voucher: b64('word on new'), epoch: 1, boxes: [] };
  });
  const come = (over: Partial<{ lookup: string; publicKey: string; attempt: string }> = {}) => admit(org.ctx, { lookup: asked.lookup, publicKey: asked.publicKey, deviceName: 'Máy mới', ...over });
  const state = () => keyState(org.ctx.store.db, one.cell);

  it('[ADMIT-4] [ADMIT-5] a device that was named comes once and gets its token; before it is named it is unknown', async () => {
    await expect(come()).rejects.toMatchObject(refusal('codeUnknown'));
    expect(await keepAdmission(org.ctx, one, asked)).toEqual({ expiresAt: new Date(org.clock.now.getTime() + 14 * DAY).toISOString() });
    expect([...(await awaitedDevices(org.ctx.store.db, one.cell))]).toEqual([asked.device]);
    const answer = await come();
    expect(answer).toMatchObject({ deviceId: asked.device, cell: { id: one.cell } });
    expect(await deviceOf(org.ctx, answer.token)).toEqual({ cell: one.cell, device: asked.device });
    expect((await devicesOf(org.ctx.store.db, one.cell)).map(({ name }) => name)).toContain('Máy mới');
    expect([...(await awaitedDevices(org.ctx.store.db, one.cell))]).toEqual([]);
    await expect(come()).rejects.toMatchObject(refusal('codeUsed'));
  });

  it('[ADMIT-5] with another key than the one that was named it is nobody', async () => {
    await keepAdmission(org.ctx, one, asked);
    await expect(come({ publicKey: publicKey('spy') })).rejects.toMatchObject(refusal('codeUnknown'));
    await expect(come()).resolves.toMatchObject({ deviceId: asked.device });
  });

  it('[ADMIT-5] two that come with the same at the same moment: one gets a token', async () => {
    await keepAdmission(org.ctx, one, asked);
    const answers = await Promise.allSettled([1, 2, 3].map(() => come()));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('[ACT-4] [ADMIT-5] a lost answer is asked for again with the same attempt, until the token has been used', async () => {
    await keepAdmission(org.ctx, one, asked);
    const lost = await come({ attempt: ATTEMPT });
    const again = await come({ attempt: ATTEMPT });
    expect([again.deviceId, await deviceOf(org.ctx, lost.token)]).toEqual([lost.deviceId, null]);
    await deviceOf(org.ctx, again.token);
    await expect(come({ attempt: ATTEMPT })).rejects.toMatchObject(refusal('codeUsed'));
  });

  it('[ADMIT-4] the same again is the same, other content is refused', async () => {
    const answer = await keepAdmission(org.ctx, one, asked);
    org.clock.forward(1000);
    expect(await keepAdmission(org.ctx, one, { ...asked, voucher: b64('later word') })).toEqual(answer);
    await expect(keepAdmission(org.ctx, one, { ...asked, publicKey: publicKey('other') })).rejects.toMatchObject(refusal('contentMismatch'));
    await expect(keepAdmission(org.ctx, one, { ...asked, lookup: 'e'.repeat(32) })).rejects.toMatchObject(refusal('contentMismatch'));
    const foreign = await org.device(org.cells[1]?.id);
    await expect(keepAdmission(org.ctx, { cell: foreign.cell, device: foreign.deviceId }, asked)).rejects.toMatchObject(refusal('contentMismatch'));
    await come();
    expect(await keepAdmission(org.ctx, one, asked)).toEqual(answer);
  });

  it('[ADMIT-4] counts as a holder from the moment it is named: a new epoch has a box for it, and earlier ones come with it', async () => {
    const next = (epoch: number, holders: string[]) => rotate(org.ctx, one, { epoch, keyId: epoch.toString(16).padStart(16, '0'), without: [], boxes: holders.map((holder) => ({ holder, box: b64(`${epoch} for ${holder}`), voucher: b64('word') })) });
    await next(2, [one.device]);
    await expect(keepAdmission(org.ctx, one, asked)).rejects.toMatchObject(refusal('epochTaken'));
    await keepAdmission(org.ctx, one, { ...asked, epoch: 2, boxes: [{ epoch: 2, box: b64('2 by one') }] });
    await expect(next(3, [one.device])).rejects.toMatchObject(refusal('boxMissing'));
    await next(3, [one.device, asked.device]);
    const { deviceId } = await come();
    const { epochs } = await keyring(org.ctx, { cell: one.cell, device: deviceId });
    expect(epochs.map(({ box }) => box)).toEqual([null, b64('2 by one'), b64(`3 for ${asked.device}`)]);
  });

  it('[ADMIT-5] [ADMIT-6] until the last moment of its fourteen days; then it is shut out, and the next epoch is due', async () => {
    await keepAdmission(org.ctx, one, asked);
    org.clock.forward(14 * DAY - 1);
    expect((await keyring(org.ctx, one)).devices).toHaveLength(2);
    org.clock.forward(1);
    await expect(come()).rejects.toMatchObject(refusal('codeExpired'));
    expect(await state()).toMatchObject({ rotationDue: false });
    expect((await keyring(org.ctx, one)).devices.map(({ id }) => id)).toEqual([one.device]);
    expect(await state()).toMatchObject({ rotationDue: true });
    await expect(come()).rejects.toMatchObject(refusal('codeExpired'));
  });

  it('[ADMIT-6] goes with the device that let it in, unless it had come by then', async () => {
    await keepAdmission(org.ctx, one, asked);
    const { deviceId } = await come();
    const later = { ...asked, device: `${asked.device}-later`, lookup: 'c'.repeat(24) + asked.lookup.slice(24) };
    await keepAdmission(org.ctx, one, later);
    await revoke(org.ctx, { cell: one.cell, device: deviceId }, one.device, { proofs: [b64('proof')] });
    expect((await devicesOf(org.ctx.store.db, one.cell)).map(({ device }) => device)).toEqual([deviceId]);
    await expect(come({ lookup: later.lookup })).rejects.toMatchObject(refusal('revoked'));
  });

  it('[ADMIT-4] a device that is shut out names nobody, and one that it had named is told that it is out, with the word on it', async () => {
    await keepAdmission(org.ctx, one, asked);
    await revoke(org.ctx, one, asked.device, { proofs: [b64('proof')] });
    await expect(come()).rejects.toMatchObject({ code: 'revoked', proofs: [b64('proof')] });
    await org.ctx.store.transact((tx) => revokeDevice(tx, one.device, org.clock.now.toISOString()));
    await expect(keepAdmission(org.ctx, one, { ...asked, device: 'another-one', lookup: 'f'.repeat(32) })).rejects.toMatchObject(refusal('revoked'));
  });

  it('[ADMIT-6] [ACT-2] a cell whose only device was awaited in vain can be activated again', async () => {
    await keepAdmission(org.ctx, one, asked);
    await org.ctx.store.transact((tx) => revokeDevice(tx, one.device, org.clock.now.toISOString()));
    await expect(activate(org.ctx, { code: await org.code(), deviceName: 'Máy' })).resolves.toMatchObject({ epoch: 2 });
  });

  it('[ACT-6] the lookup stands nowhere in the database', async () => {
    await keepAdmission(org.ctx, one, asked);
    const { token } = await come({ attempt: ATTEMPT });
    const rows = await Promise.all((['admissions', 'devices'] as const).map((table) => org.ctx.store.db.selectFrom(table).selectAll().execute()));
    for (const secret of [asked.lookup, token, ATTEMPT]) expect(JSON.stringify(rows)).not.toContain(secret);
  });
});
