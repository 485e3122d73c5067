import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fromUtf8, hashJson, importKey, newId, randomBytes, utf8, type Bytes, type DeriveKey } from '@/crypto';
import { applyLogged, markInFlight, splitKey, type Json, type StoredRecord } from '@/domain';
import { Book, BOOK_NAMES, bookExists, BookDatabase, DIRECTORY_KEY, readDirectory, readSecret, readSetting, Saver, StorageError, unlockBook, writeSecret, writeSetting } from '@/storage';
import { BackupError, createBackup, inspectBackup, LARGEST_BACKUP, openBackup, restoreBook, type MadeBackup, type OpenedBackup } from '@/storage/backup';
import { addAttachment, readHere, takeOffDevice } from '@/storage/attachments';
import { PASSKEY_ROW } from '@/storage/passkey';
import { fastDerive } from '../sync/world';

const PASSPHRASE = 'một câu dài dễ nhớ';
const told = { made: '2026-11-24T08:00:00.000Z', app: '0.1.0', mode: 'real' } as const;
const open: Book[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const book of open.splice(0)) await book.close();
  await Dexie.delete(BOOK_NAMES.real);
});

async function newSaver(): Promise<Saver> {
  const book = new Book(new BookDatabase(`backup-${newId()}`), await importKey(randomBytes(32)));
  open.push(book);
  return new Saver(book, () => 0);
}

/** Members, meetings and tasks with everything a record can hold: from the log, unsent, on its way, deleted, for review. */
async function filled(meetings = 12): Promise<Saver> {
  const saver = await newSaver();
  const { book } = saver;
  const logged = (key: StoredRecord['key'], fields: Record<string, string>): StoredRecord =>
    Object.entries(fields).reduce((record, [field, value], index) => applyLogged(record, { key, field, value, base: 0 }, { seq: index + 1, device: 'b' }).record, { key, fields: {} } as StoredRecord);
  const records = [
    logged('cell:cell', { name: 'Chi bộ Thử' }),
    ...Array.from({ length: 9 }, (_, i) => logged(`member:m${i}`, { name: `Đảng viên số ${i}`, position: '' })),
    ...Array.from({ length: meetings }, (_, i) => logged(`meeting:h${i}`, { date: `2026-${String((i % 12) + 1).padStart(2, '0')}-05`, kind: 'regular', 'con/a/text': `Ý kiến BIMATCANTIM ${i} `.repeat(900) })),
    logged('review:1.task:t.what', { kept: 'bản kia', shown: 'bản này' }),
  ];
  await book.edit(records.map(({ key }) => key), () => records);
  await book.write([{ key: 'task:unsent', field: 'what', value: 'chưa gửi' }, { key: 'member:m0', field: 'name', value: 'Tên mới' }]);
  await book.write([{ key: 'task:way', field: 'what', value: 'đang gửi' }]);
  await book.edit(['task:way'], (read) => [markInFlight(read('task:way'), new Map([['what', 1]]), 'batch1')], (db) =>
    db.batches.put({ id: 'batch1', n: 4, keys: ['task:way'], size: 9, box: randomBytes(60), state: 'waiting' }),
  );
  await book.write([{ key: 'member:m1', field: 'position', value: null }, { key: 'member:m8', field: 'name', value: null }, { key: 'member:m8', field: 'position', value: null }]);
  await book.db.parked.put({ seq: 30, device: 'b', batch: 'x', box: randomBytes(40) });
  await writeSecret(book, 'connection', { token: 'BIMATTOKEN', cellId: 'cell1', deviceId: 'device1' });
  await writeSecret(book, 'devices', [{ id: 'a' }]);
  await writeSetting(book, 'idleMinutes', 15);
  await writeSetting(book, 'cursor', 31);
  await writeSetting(book, 'place', '/cuoc-hop/h1/tk-md-01');
  return saver;
}

const make = (saver: Saver): Promise<MadeBackup> => createBackup({ saver, passphrase: PASSPHRASE, told, logCell: 'cell1' }, fastDerive);
const fileOf = (...bytes: Bytes[]): Blob => new Blob(bytes);
const read = async (file: Blob, passphrase = PASSPHRASE): Promise<OpenedBackup> => openBackup(await inspectBackup(file), passphrase, fastDerive);
const reasonOf = (work: Promise<unknown>): Promise<string> => work.then(() => 'opened', (error: unknown) => (error instanceof BackupError ? error.reason : String(error)));
const joined = (pieces: readonly Bytes[]): Bytes => {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  pieces.reduce((at, piece) => (all.set(piece, at), at + piece.length), 0);
  return all;
};
const stored = async (book: Book): Promise<StoredRecord[]> => {
  const keys = await book.db.rows.filter((row) => row.kind !== 'directory').primaryKeys();
  return Promise.all(keys.map((key) => book.load(key as StoredRecord['key'])));
};
const byKey = (records: readonly StoredRecord[]): Record<string, StoredRecord> => Object.fromEntries(records.map((record) => [record.key, record]));

describe('backup and restore', () => {
  it('[BACKUP-1] [BACKUP-4] a restored book is the book: records with what is unsent and on its way, secrets, settings, order', async () => {
    const saver = await filled();
    const made = await make(saver);
    expect(made).toMatchObject({ left: {}, counts: { cell: 1, member: 8, meeting: 12, task: 2, review: 1 } });
    const backup = await read(fileOf(...made.bytes));
    expect(backup).toMatchObject({ told, cellName: 'Chi bộ Thử', counts: made.counts, unsent: 5, missing: null, log: { cell: 'cell1', cursor: 31 } });
    expect(await bookExists('real')).toBe(false);
    const restored = await restoreBook(backup, { passcode: '246810', takePlace: true }, fastDerive);
    open.push(restored);
    expect(byKey(await stored(restored))).toEqual(byKey(await stored(saver.book)));
    expect(await restored.db.batches.toArray()).toEqual(await saver.book.db.batches.toArray());
    expect(await restored.db.parked.toArray()).toEqual(await saver.book.db.parked.toArray());
    expect(readDirectory(await restored.read(DIRECTORY_KEY))).toEqual(readDirectory(await saver.book.read(DIRECTORY_KEY)));
    const dirty = (book: Book) => book.db.rows.where('dirty').equals(1).primaryKeys();
    expect(await dirty(restored)).toEqual(await dirty(saver.book));
    expect(await readSecret(restored, 'connection')).toEqual({ token: 'BIMATTOKEN', cellId: 'cell1', deviceId: 'device1' });
    expect(await readSecret(restored, 'devices')).toEqual([{ id: 'a' }]);
    expect(await readSetting(restored, 'idleMinutes')).toBe(15);
    expect(await readSetting(restored, 'cursor')).toBe(31);
    expect(await readSetting(restored, 'lastBackupAt')).toBe(told.made);
    expect(await readSetting(restored, 'place')).toBe(undefined);
    await restored.close();
    expect((await unlockBook('real', '000000', fastDerive, 0)).state).toBe('wrong');
    const unlocked = await unlockBook('real', '246810', fastDerive, 0);
    if (unlocked.state !== 'open') throw new Error(unlocked.state);
    open.push(unlocked.book);
    expect((await unlocked.book.read('member:m0'))['name']).toBe('Tên mới');
  });

  it('[BACKUP-7] attached files go along where that is chosen, unsent ones first, and open on the other phone; their records go along in any case', async () => {
    const saver = await filled(2);
    const { book } = saver;
    const add = (text: string, addedAt: string) => addAttachment(book, 'meeting:h1', { name: 'Ảnh.jpg', type: 'image/jpeg', bytes: utf8(text) }, addedAt);
    const one = await add('một', '2026-11-01T00:00:00.000Z');
    const two = await add('hai', '2026-11-02T00:00:00.000Z');
    const away = await add('ba', '2026-11-03T00:00:00.000Z');
    const sent = await add('bốn', '2026-11-04T00:00:00.000Z');
    for (const id of [away, sent]) await book.db.files.update(id, { there: 1 });
    await takeOffDevice(book, away);
    const without = await read(fileOf(...(await make(saver)).bytes));
    expect([without.counts.file, without.pieces, without.missing]).toEqual([4, [], null]);
    const made = await createBackup({ saver, passphrase: PASSPHRASE, told, logCell: 'cell1', files: true }, fastDerive);
    expect(made.files).toEqual({ taken: 3, left: 1 });
    const backup = await read(fileOf(...made.bytes));
    expect([backup.pieces.map(({ file }) => file), backup.missing]).toEqual([[two, one, sent], null]);
    const restored = await restoreBook(backup, { passcode: '246810', takePlace: false }, fastDerive);
    open.push(restored);
    expect([await readHere(restored, one), await readHere(restored, two), await readHere(restored, away)]).toEqual([utf8('một'), utf8('hai'), null]);
    expect(Object.fromEntries((await restored.db.files.toArray()).map(({ id, here, there }) => [id, [here, there]]))).toEqual({ [one]: [1, 0], [two]: [1, 0], [sent]: [1, 0], [away]: [0, 0] });
  });

  it('[BACKUP-7] [BACKUP-2] where a frame with a piece is damaged the records are whole, and the file says what is missing', async () => {
    const saver = await filled(2);
    const id = await addAttachment(saver.book, 'meeting:h1', { name: 'Ảnh.jpg', type: 'image/jpeg', bytes: utf8('một'.repeat(999)) }, told.made);
    const { bytes } = await createBackup({ saver, passphrase: PASSPHRASE, told, logCell: 'cell1', files: true }, fastDerive);
    // The last frames: the piece, the manifest, the header once more.
    const broken = bytes.map((frame, index) => (index === bytes.length - 3 ? frame.map((byte, at) => (at === 99 ? byte ^ 1 : byte)) : frame));
    const backup = await read(fileOf(...broken));
    expect(backup.missing).toEqual({ records: {}, parts: ['pieces'], unknown: false });
    const restored = await restoreBook(backup, { passcode: '246810', takePlace: true }, fastDerive);
    open.push(restored);
    expect([await readHere(restored, id), (await restored.db.files.get(id))?.here]).toEqual([null, 0]);
  });

  it('[KEY-32] no passkey goes into the file or comes out of it', async () => {
    const saver = await filled();
    const credential = randomBytes(20);
    await saver.book.db.meta.put({ name: PASSKEY_ROW, value: { v: 1, credential, salt: randomBytes(32), box: randomBytes(80) } });
    const backup = await read(fileOf(...(await make(saver)).bytes));
    expect(JSON.stringify([backup.settings, backup.secrets])).not.toContain('passkey');
    const restored = await restoreBook(backup, { passcode: '246810', takePlace: true }, fastDerive);
    open.push(restored);
    expect((await restored.db.meta.toCollection().primaryKeys()).filter((name) => /passkey/.test(name))).toEqual([]);
  });

  it('[BACKUP-4] without the old place there is no connection; what was on its way waits for the log to say whether it has come', async () => {
    const backup = await read(fileOf(...(await make(await filled())).bytes));
    const restored = await restoreBook(backup, { passcode: '246810', takePlace: false }, fastDerive);
    open.push(restored);
    expect(await readSecret(restored, 'connection')).toBe(undefined);
    expect(await readSecret(restored, 'devices')).toBe(undefined);
    expect(await readSecret(restored, 'cameFrom')).toEqual({ cellId: 'cell1', deviceId: 'device1', former: [] });
    expect((await restored.db.batches.toArray()).map(({ keys }) => keys)).toContainEqual(['task:way']);
    expect(await restored.db.rows.where('dirty').equals(1).primaryKeys()).not.toContain('task:way');
    expect(await readSetting(restored, 'logCell')).toBe('cell1');
    expect(await readSetting(restored, 'cursor')).toBe(31);
  });

  it('[BACKUP-4] of the try-out, it comes back as the try-out, beside the real book', async () => {
    const saver = await filled(1);
    const { bytes } = await createBackup({ saver, passphrase: PASSPHRASE, told: { ...told, mode: 'trial' } }, fastDerive);
    const restored = await restoreBook(await read(fileOf(...bytes)), { passcode: 'dungthu', takePlace: false }, fastDerive);
    open.push(restored);
    expect([await bookExists('trial'), await bookExists('real')]).toEqual([true, false]);
    await restored.close();
    await Dexie.delete(BOOK_NAMES.trial);
  });

  it('[BACKUP-1] with the disk full, what is only in memory is in the file too', async () => {
    const saver = await filled();
    vi.spyOn(saver.book.db, 'transaction').mockRejectedValueOnce(Object.assign(new Error('no space'), { name: 'QuotaExceededError' }));
    expect(await saver.write([{ key: 'task:full', field: 'what', value: 'chỉ trong bộ nhớ' }, { key: 'member:m2', field: 'name', value: 'Sửa lúc hết chỗ' }])).toBe(false);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    const backup = await read(fileOf(...(await make(saver)).bytes));
    expect(put).not.toHaveBeenCalled();
    const restored = await restoreBook(backup, { passcode: '246810', takePlace: true }, fastDerive);
    open.push(restored);
    expect(await restored.read('task:full')).toEqual({ what: 'chỉ trong bộ nhớ' });
    expect((await restored.read('member:m2'))['name']).toBe('Sửa lúc hết chỗ');
    expect((await restored.load('member:m2')).fields['name']).toMatchObject({ v: 'Đảng viên số 2', l: { base: 1 } });
  });

  it('[BACKUP-6] with the database gone, what is in memory is in the file, with what was typed since; it says that it is a part', async () => {
    const saver = await filled();
    const { book } = saver;
    await book.close();
    const again = new Saver(new Book(new BookDatabase(book.db.name), book.key), () => 0);
    open.push(again.book);
    await Promise.all([again.book.read('cell:cell'), again.book.read('meeting:h3'), again.book.read(DIRECTORY_KEY)]);
    again.book.db.close();
    const gone = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('', 'UnknownError');
    });
    expect(await again.write([{ key: 'meeting:h3', field: 'conclusion', value: 'gõ khi kho đã mất' }])).toBe(false);
    expect(again.state.getState().failed).toBe('unavailable');
    const made = await make(again);
    expect(made).toMatchObject({ partial: true, left: { meeting: 11 }, counts: { cell: 1, meeting: 1 } });
    gone.mockRestore();
    const backup = await read(fileOf(...made.bytes));
    expect(backup).toMatchObject({ partial: true, cellName: 'Chi bộ Thử', log: { cell: 'cell1', cursor: 0 } });
    const restored = await restoreBook(backup, { passcode: '246810', takePlace: false }, fastDerive);
    open.push(restored);
    expect((await restored.read('meeting:h3'))['conclusion']).toBe('gõ khi kho đã mất');
    expect(await again.retry()).toBe(true);
    expect((await again.book.read('meeting:h3'))['conclusion']).toBe('gõ khi kho đã mất');
    expect((await read(fileOf(...(await make(again)).bytes))).partial).toBe(false);
  });

  it('[BACKUP-1] a row that does not open is counted, and keeps nothing else back', async () => {
    const saver = await filled();
    const row = await saver.book.db.rows.get('meeting:h3');
    await saver.book.db.rows.put({ ...row!, box: row!.box.slice(0, -1) });
    const made = await make(saver);
    expect(made.left).toEqual({ meeting: 1 });
    const backup = await read(fileOf(...made.bytes));
    expect(backup).toMatchObject({ left: { meeting: 1 }, missing: null });
    expect(backup.counts.meeting).toBe(11);
  });

  it('[BACKUP-4] never over a book that is there, and not by halves', async () => {
    const backup = await read(fileOf(...(await make(await filled())).bytes));
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw Object.assign(new Error('no space'), { name: 'QuotaExceededError' });
    });
    await expect(restoreBook(backup, { passcode: '1', takePlace: true }, fastDerive)).rejects.toBeInstanceOf(StorageError);
    full.mockRestore();
    expect(await bookExists('real')).toBe(false);
    const first = await restoreBook(backup, { passcode: '246810', takePlace: true }, fastDerive);
    open.push(first);
    await first.write([{ key: 'task:new', field: 'what', value: 'mới' }]);
    expect(await reasonOf(restoreBook(backup, { passcode: '1', takePlace: true }, fastDerive))).toBe('bookExists');
    expect(await first.read('task:new')).toEqual({ what: 'mới' });
    await first.close();
    const again = await unlockBook('real', '246810', fastDerive, 0);
    if (again.state !== 'open') throw new Error(again.state);
    open.push(again.book);
  });

  it('[BACKUP-1] holds nothing readable, and years of meetings in little room', async () => {
    const { bytes } = await make(await filled(100));
    const text = new TextDecoder('latin1').decode(joined(bytes));
    for (const word of ['BIMAT', 'Chi b', 'cell1', PASSPHRASE.slice(0, 3)]) expect(text).not.toContain(word);
    expect(text.length).toBeLessThan(1_000_000);
  });
});

describe('a file that is not as it was made', () => {
  it('[BACKUP-2] one byte altered anywhere in a frame costs that frame, and it is said what was in it', async () => {
    const saver = await filled();
    const made = await make(saver);
    const whole = byKey((await read(fileOf(...made.bytes))).records);
    const total = made.counts;
    for (const [index, frame] of made.bytes.entries()) {
      // Mark, index, length, the box's version and key, its middle, its tag; of a header its magic, length and text.
      for (const at of [0, 6, 10, 12, 15, frame.length >> 1, frame.length - 1]) {
        const pieces = made.bytes.map((piece) => piece.slice());
        pieces[index]![at]! ^= 4;
        const backup = await read(fileOf(...pieces));
        for (const record of backup.records) expect(record).toEqual(whole[record.key]);
        const about = index === 0 || index === 1 || index >= made.bytes.length - 2;
        expect(backup.missing === null).toBe(about);
        const kinds = ['cell', 'member', 'meeting', 'task', 'review'] as const;
        for (const kind of kinds) expect((backup.counts[kind] ?? 0) + (backup.missing?.records[kind] ?? 0)).toBe(total[kind]);
      }
    }
  });

  it('[BACKUP-2] cut off anywhere, it gives what is whole and counts the rest', async () => {
    const made = await make(await filled());
    const all = joined(made.bytes);
    const before = joined(made.bytes.slice(0, 2)).length;
    expect(await reasonOf(read(fileOf(all.slice(0, before + 20))))).toBe('damaged');
    // Settings and the connection alone: what the server has comes back from it.
    let cut = before + made.bytes[2]!.length + made.bytes[3]!.length;
    for (const piece of made.bytes.slice(4, -2)) {
      const { counts, missing } = await read(fileOf(all.slice(0, cut + (piece.length >> 1))));
      expect((counts.meeting ?? 0) + (missing?.records.meeting ?? 0)).toBe(12);
      expect(missing?.unknown).toBe(false);
      cut += piece.length;
    }
  });

  it('[BACKUP-2] nothing but settings left is nothing', async () => {
    const saver = await newSaver();
    await saver.write([{ key: 'member:a', field: 'name', value: 'An' }]);
    const pieces = (await make(saver)).bytes.map((piece) => piece.slice());
    pieces[4]![30]! ^= 1;
    expect(await reasonOf(read(fileOf(...pieces)))).toBe('damaged');
    const empty = await read(fileOf(...(await make(await newSaver())).bytes));
    expect(empty).toMatchObject({ counts: {}, missing: null });
  });

  it('[BACKUP-2] both tables of contents lost: what opens is there, and it is said that nobody knows the rest', async () => {
    const pieces = (await make(await filled())).bytes.map((piece) => piece.slice());
    pieces[1]![40]! ^= 1;
    pieces.at(-2)![40]! ^= 1;
    const backup = await read(fileOf(...pieces));
    expect(backup.missing).toMatchObject({ unknown: true });
    expect(backup.cellName).toBe('Chi bộ Thử');
    expect(backup.counts.meeting).toBe(12);
  });

  it('[BACKUP-2] whatever is done to its bytes, no record comes out other than it went in', async () => {
    const made = await make(await filled(3));
    const all = joined(made.bytes);
    const whole = byKey((await read(fileOf(all))).records);
    const hurt = fc.record({ at: fc.nat(all.length - 1), with: fc.uint8Array({ maxLength: 40 }), over: fc.nat(200) });
    await fc.assert(
      fc.asyncProperty(fc.array(hurt, { minLength: 1, maxLength: 4 }), async (wounds) => {
        const bytes = wounds.reduce((now, { at, with: other, over }) => joined([now.slice(0, at), new Uint8Array(other), now.slice(at + over)]), all);
        const records = await read(fileOf(bytes)).then((backup) => backup.records, (error: unknown) => {
          if (!(error instanceof BackupError)) throw error;
          return [];
        });
        for (const record of records) expect(record).toEqual(whole[record.key]);
      }),
      { numRuns: 150 },
    );
  });

  it('[BACKUP-2] frames of another backup, or in other places, do not open', async () => {
    const [one, two] = [await make(await filled(3)), await make(await filled(3))];
    const foreign = one.bytes.map((piece, index) => (index === 4 ? two.bytes[4]! : piece));
    expect((await read(fileOf(...foreign))).missing).not.toBe(null);
    const swapped = [...one.bytes];
    // The frames change places, each under the other's head.
    [swapped[3], swapped[4]] = [joined([one.bytes[3]!.slice(0, 8), one.bytes[4]!.slice(8)]), joined([one.bytes[4]!.slice(0, 8), one.bytes[3]!.slice(8)])];
    const backup = await read(fileOf(...swapped));
    expect(backup.missing).not.toBe(null);
  });

  it('[BACKUP-2] where records are missing, the log is read again from its beginning', async () => {
    const pieces = (await make(await filled())).bytes.map((piece) => piece.slice());
    pieces[5]![60]! ^= 1;
    const restored = await restoreBook(await read(fileOf(...pieces)), { passcode: '246810', takePlace: true }, fastDerive);
    open.push(restored);
    expect(await readSetting(restored, 'cursor')).toBe(0);
  });

  it('[BACKUP-3] says by name why a file is refused', async () => {
    const made = await make(await filled(2));
    const all = joined(made.bytes);
    expect(await reasonOf(read(fileOf()))).toBe('empty');
    expect(await reasonOf(read(fileOf(utf8('PK\u0003\u0004 một tệp Word'))))).toBe('notBackup');
    expect(await reasonOf(read(fileOf(randomBytes(9000))))).toBe('notBackup');
    expect(await reasonOf(read(fileOf(all), 'câu khác'))).toBe('wrongPassphrase');
    expect(await reasonOf(read(fileOf(all.slice(0, made.bytes[0]!.length))))).toBe('damaged');
    expect(await reasonOf(read(fileOf(all.slice(0, 30))))).toBe('damaged');
    const body = JSON.parse(fromUtf8(made.bytes[0]!.subarray(10))) as Record<string, Json>;
    const withHeader = async (change: Record<string, Json>): Promise<Blob> => {
      const { check: _, ...rest } = body;
      const next = { ...rest, ...change };
      const json = utf8(JSON.stringify({ ...next, check: await hashJson(next) }));
      const header = joined([made.bytes[0]!.slice(0, 8), new Uint8Array([json.length >> 8, json.length & 255]), json]);
      return fileOf(header, ...made.bytes.slice(1, -1), header);
    };
    expect(await reasonOf(withHeader({}).then((file) => read(file)))).toBe('opened');
    expect(await reasonOf(withHeader({ v: 2, told: { later: true } }).then((file) => read(file)))).toBe('newer');
    expect(await reasonOf(withHeader({ told: { ...told, made: '2020-01-01T00:00:00.000Z' } }).then((file) => read(file)))).toBe('damaged');
    const derive = vi.fn<DeriveKey>(fastDerive);
    const greedy = await inspectBackup(await withHeader({ kdf: { ...(body['kdf'] as object), memory: 8_000_000 } }));
    expect(await reasonOf(openBackup(greedy, PASSPHRASE, derive))).toBe('damaged');
    expect(derive).not.toHaveBeenCalled();
  });

  it('[BACKUP-3] a file of 240 MB is refused before a byte of it is read', async () => {
    const arrayBuffer = vi.fn<() => Promise<ArrayBuffer>>(() => Promise.reject(new Error('was read')));
    expect(await reasonOf(inspectBackup({ size: 240_000_000, arrayBuffer } as unknown as Blob))).toBe('tooLarge');
    expect(arrayBuffer).not.toHaveBeenCalled();
    expect(LARGEST_BACKUP).toBeLessThan(240_000_000);
  });

  it('kinds are those of the records', async () => {
    const backup = await read(fileOf(...(await make(await filled(1))).bytes));
    expect(new Set(backup.records.map(({ key }) => splitKey(key).kind))).toEqual(new Set(['cell', 'member', 'meeting', 'task', 'review']));
  });
});
