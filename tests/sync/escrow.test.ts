import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId, newSheet } from '@/crypto';
import type { Book } from '@/storage';
import type { Fetch } from '@/sync/api';
import { endEscrowKey, makeEscrowKey, readEscrow, rescueCell } from '@/sync/committee-escrow';
import { activate, invite, join, type Connection } from '@/sync/connection';
import { syncOnce } from '@/sync/engine';
import { agreeToSpareKey, spareKey, withdrawSpareKey } from '@/sync/escrow';
import { revokeDevice } from '@/sync/keyring';
import { recover } from '@/sync/recovery';
import { issueCode } from '@/server/accounts';
import { importOrganisation } from '@/server/organisation';
import { linkOf } from '../support/persons';
import { fastDerive, newPhone, startWorld } from './world';

const COMMITTEE_SHEET = newSheet();
const entry = (code: string) => ({ code, deviceName: 'Máy', attempt: newId() + newId() });

let world: Awaited<ReturnType<typeof startWorld>>;
let book: Book;
let connection: Connection;
let committee: string;
/** The committee's browser: its session is a cookie. */
let office: Fetch;
const books: Book[] = [];
beforeEach(async () => {
  world = await startWorld();
  const cell = { code: 'c1', name: 'Chi bộ Thử', superior: 'ĐẢNG ỦY THỬ', placeName: 'Thanh Hóa', profile: 'hd05-duk-2021' };
  const planted = await importOrganisation(world.ctx, { committee: { name: 'Đảng ủy Thử' }, cells: [cell] }, 'committee');
  committee = planted.committee.committee;
  const token = await linkOf(world.ctx, committee);
  const asPage = { 'x-so-protocol': '1', 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
  const signedIn = await world.app.inject({ method: 'POST', url: '/v1/committee/sign-in', headers: asPage, payload: { token } });
  const cookie = signedIn.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  office = (url, init) => world.send(url, { ...init, headers: { ...(init.headers as Record<string, string>), 'sec-fetch-site': 'same-origin', cookie } });
  book = await newPhone();
  books.push(book);
  connection = await activate(book, '', entry((await issueCode(world.ctx, planted.cells[0]!.id)).code), world.send);
  await book.write([{ key: 'task:t', field: 'what', value: 'trước' }]);
  await syncOnce(book, connection, world.send);
});
afterEach(async () => {
  await Promise.all(books.splice(0).map((one) => one.close()));
  await world.stop();
});

const asked = () => spareKey(book, connection, fastDerive, world.send);
const agree = async () => agreeToSpareKey(book, connection, (await asked())!.publicKey, world.send);
async function comeIn(sheet: string): Promise<Book> {
  const blank = await newPhone();
  books.push(blank);
  await syncOnce(blank, await recover(blank, '', entry(sheet), fastDerive, world.send), world.send);
  return blank;
}

describe('the committee’s spare key', () => {
  it('[ESC-1] [ESC-2] both sides show the same letters, and nothing is left with the committee before the secretary agrees', async () => {
    expect(await asked()).toBeNull();
    await makeEscrowKey(committee, COMMITTEE_SHEET, fastDerive, office);
    const [seen, named] = [await asked(), await readEscrow(fastDerive, office)];
    expect(seen).toMatchObject({ letters: named.letters, agreedAt: null, usedAt: null });
    await syncOnce(book, connection, world.send);
    await expect(rescueCell(committee, connection.cellId, COMMITTEE_SHEET, fastDerive, office)).rejects.toMatchObject({ reason: 'notFound' });
  });

  it('[ESC-5] with all its devices gone, the cell gets a sheet from the committee, and has everything back, later epochs too', async () => {
    await makeEscrowKey(committee, COMMITTEE_SHEET, fastDerive, office);
    await agree();
    const second = await newPhone();
    books.push(second);
    const { code } = await invite(book, connection, fastDerive, world.send);
    const other = await join(second, '', entry(code), fastDerive, world.send);
    await syncOnce(second, other, world.send);
    await revokeDevice(book, connection, other.deviceId, world.send);
    await book.write([{ key: 'task:u', field: 'what', value: 'sau khi đổi khóa' }]);
    await syncOnce(book, connection, world.send);

    const blank = await comeIn(await rescueCell(committee, connection.cellId, COMMITTEE_SHEET, fastDerive, office));
    expect([(await blank.read('task:t'))['what'], (await blank.read('task:u'))['what']]).toEqual(['trước', 'sau khi đổi khóa']);
    expect((await asked())?.usedAt).not.toBeNull();
  });

  it('[ESC-5] a sheet that is mistyped, or another’s, opens nothing', async () => {
    await makeEscrowKey(committee, COMMITTEE_SHEET, fastDerive, office);
    await agree();
    await expect(rescueCell(committee, connection.cellId, 'AAAA-BBBB', fastDerive, office)).rejects.toMatchObject({ reason: 'codeUnknown' });
    await expect(rescueCell(committee, connection.cellId, newSheet(), fastDerive, office)).rejects.toMatchObject({ reason: 'codeUnknown' });
  });

  it('[ESC-2] a key that the server put in the place of the one that was compared is refused', async () => {
    await makeEscrowKey(committee, COMMITTEE_SHEET, fastDerive, office);
    const compared = (await asked())!.publicKey;
    await makeEscrowKey(committee, newSheet(), fastDerive, office);
    await expect(agreeToSpareKey(book, connection, compared, world.send)).rejects.toMatchObject({ reason: 'contentMismatch' });
  });

  it('[ESC-2] [ESC-6] an agreement that the server made up is no agreement, and gets no later epoch', async () => {
    await makeEscrowKey(committee, COMMITTEE_SHEET, fastDerive, office);
    await agree();
    await world.ctx.store.db.updateTable('escrows').set({ voucher: Buffer.from('made up').toString('base64') }).execute();
    expect(await asked()).toMatchObject({ agreedAt: null });
    const second = await newPhone();
    books.push(second);
    const other = await join(second, '', entry((await invite(book, connection, fastDerive, world.send)).code), fastDerive, world.send);
    expect(await revokeDevice(book, connection, other.deviceId, world.send)).toEqual({ rotated: true });
    await expect(rescueCell(committee, connection.cellId, COMMITTEE_SHEET, fastDerive, office)).rejects.toMatchObject({ reason: 'notFound' });
  });

  it('[ESC-3] [ESC-1] the cell takes its word back; the committee gives its key up', async () => {
    await makeEscrowKey(committee, COMMITTEE_SHEET, fastDerive, office);
    await agree();
    expect((await asked())?.agreedAt).not.toBeNull();
    await withdrawSpareKey(connection, world.send);
    expect((await asked())?.agreedAt).toBeNull();
    await endEscrowKey(office);
    expect(await asked()).toBeNull();
  });
});
