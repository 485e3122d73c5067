/** [STORE] The same suite on libsql and on PostgreSQL: the committee's spare key. */
import { expect, it } from 'vitest';
import { ESCROW, type ErrorCode } from '@/protocol';
import { agreeEscrow, escrow, keyring, openEscrow, recover, rotate, sayKey, setEscrowKey, sheetByEscrow, withdrawEscrow, type CommitteeCaller, type DeviceCaller } from '@/server/accounts';
import { onEngines } from '../support/on-engines';
import { officer } from '../support/persons';
import type { TestOrg } from '../support/org';

const refusal = (code: ErrorCode): { code: ErrorCode } => ({ code });
const b64 = (text: string): string => Buffer.from(text).toString('base64');
const publicKey = (name: string): string => Buffer.alloc(65, name).toString('base64');
const keyId = (n: number): string => n.toString(16).padStart(16, '0');
const LOOKUP = 'cd'.repeat(16);

onEngines('spare key', (eachTime) => {
  let org: TestOrg;
  let one: DeviceCaller;
  let office: CommitteeCaller;
  eachTime(async (planted) => {
    org = planted;
    const { cell, deviceId } = await org.device();
    one = { cell, device: deviceId };
    office = officer(org.committee);
    await sayKey(org.ctx, one, { publicKey: publicKey('one'), voucher: b64('word'), epoch: 1, keyId: keyId(1) });
  });
  const take = (name = 'spare') => setEscrowKey(org.ctx, office, { publicKey: publicKey(name), sealedKey: b64(`sealed ${name}`) });
  const agree = (name = 'spare', epoch = 1) => agreeEscrow(org.ctx, one, { epoch, publicKey: publicKey(name), voucher: b64('spare word'), sealedRing: b64('ring') });
  const box = (holder: string) => ({ holder, box: b64(`box ${holder}`), voucher: b64(`new word on ${holder}`) });
  const turn = (epoch: number, ...holders: string[]) => rotate(org.ctx, one, { epoch, keyId: keyId(epoch), boxes: holders.map(box), without: [] });

  it('[ESC-1] the keyring names the committee’s key to its cells, and says whether they have agreed', async () => {
    expect((await keyring(org.ctx, one)).escrow).toBeNull();
    await take();
    expect((await keyring(org.ctx, one)).escrow).toMatchObject({ publicKey: publicKey('spare'), agreed: null, usedAt: null });
    await agree();
    expect((await keyring(org.ctx, one)).escrow).toMatchObject({ agreed: { voucher: b64('spare word'), by: one.device } });
    expect((await escrow(org.ctx, office)).cells.find(({ id }) => id === one.cell)).toMatchObject({ agreedAt: expect.any(String), usedAt: null });
  });

  it('[ESC-1] another key, or none, ends what was agreed to, boxes too', async () => {
    await take();
    await agree();
    await turn(2, one.device, ESCROW);
    await take('next');
    expect((await keyring(org.ctx, one)).escrow).toMatchObject({ publicKey: publicKey('next'), agreed: null });
    await agree('next', 2);
    expect((await openEscrow(org.ctx, office, one.cell)).epochs.map((e) => e.box)).toEqual([null, null]);
    await setEscrowKey(org.ctx, office, null);
    expect((await keyring(org.ctx, one)).escrow).toBeNull();
    await expect(openEscrow(org.ctx, office, one.cell)).rejects.toMatchObject(refusal('notFound'));
  });

  it('[ESC-2] only the present key is agreed to, under the present epoch', async () => {
    await expect(agree()).rejects.toMatchObject(refusal('notFound'));
    await take();
    await expect(agree('other')).rejects.toMatchObject(refusal('contentMismatch'));
    await expect(agree('spare', 2)).rejects.toMatchObject(refusal('epochTaken'));
    expect((await keyring(org.ctx, one)).escrow?.agreed).toBeNull();
  });

  it('[ESC-3] the cell takes it back, and nothing is left to open', async () => {
    await take();
    await agree();
    await withdrawEscrow(org.ctx, one);
    await expect(openEscrow(org.ctx, office, one.cell)).rejects.toMatchObject(refusal('notFound'));
    expect((await keyring(org.ctx, one)).escrow?.agreed).toBeNull();
  });

  it('[ESC-4] opening is written down for the cell to see, also after it has taken its word back', async () => {
    await take();
    await agree();
    expect(await openEscrow(org.ctx, office, one.cell)).toMatchObject({ sealedKey: b64('sealed spare'), sealedRing: b64('ring') });
    await withdrawEscrow(org.ctx, one);
    expect((await keyring(org.ctx, one)).escrow?.usedAt).toEqual(expect.any(String));
  });

  it('[ESC-5] a sheet for the cell lets a blank device in; not without the cell’s agreement', async () => {
    const sheet = { epoch: 1, lookup: LOOKUP, publicKey: publicKey('sheet'), voucher: b64('word on sheet'), sealedKey: b64('for the sheet') };
    await expect(sheetByEscrow(org.ctx, office, one.cell, sheet)).rejects.toMatchObject(refusal('forbidden'));
    await take();
    await agree();
    await expect(sheetByEscrow(org.ctx, office, one.cell, { ...sheet, epoch: 2 })).rejects.toMatchObject(refusal('epochTaken'));
    await sheetByEscrow(org.ctx, office, one.cell, sheet);
    expect(await recover(org.ctx, { lookup: LOOKUP, deviceName: 'Máy mới' })).toMatchObject({ sealedKey: b64('for the sheet') });
    expect((await keyring(org.ctx, one)).recovery).toMatchObject({ madeBy: ESCROW });
  });

  it('[ESC-6] later epochs have a box for it; an epoch begun without one ends the agreement and is not refused', async () => {
    await take();
    await agree();
    await turn(2, one.device, ESCROW);
    expect((await keyring(org.ctx, one)).escrow?.agreed?.voucher).toBe(b64(`new word on ${ESCROW}`));
    expect((await openEscrow(org.ctx, office, one.cell)).epochs).toEqual([{ epoch: 1, box: null }, { epoch: 2, box: b64(`box ${ESCROW}`) }]);
    await turn(3, one.device);
    expect((await keyring(org.ctx, one)).escrow?.agreed).toBeNull();
    await expect(turn(4, one.device, ESCROW)).rejects.toMatchObject(refusal('boxMissing'));
  });

  it('[COM-2] another committee finds nothing', async () => {
    await take();
    await agree();
    const stranger = officer('someone-else');
    await expect(openEscrow(org.ctx, stranger, one.cell)).rejects.toMatchObject(refusal('notFound'));
    expect(await escrow(org.ctx, stranger)).toEqual({ key: null, cells: [] });
  });
});
