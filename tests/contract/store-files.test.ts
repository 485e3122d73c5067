/** [PIECE] The same suite on libsql and on PostgreSQL: attached files, in sealed pieces. */
import { expect, it } from 'vitest';
import { FILE_PIECE, MAX_BOX_LENGTH, MAX_FILE, piecesOf, sealedLength, sealedSize } from '@/protocol';
import { invite, join, type DeviceCaller } from '@/server/accounts';
import { listFiles, lookAt, piece, putPiece, removeFile } from '@/server/files';
import { pull } from '@/server/vault';
import { onEngines } from '../support/on-engines';
import type { TestOrg } from '../support/org';

const box = (length: number, fill = 7): string => Buffer.alloc(length, fill).toString('base64');
const SIZE = FILE_PIECE + 10;
const WHOLE = FILE_PIECE + 38;

it('[PIECE-1] the pieces of a content: full ones and what is left; a whole piece fits a box', () => {
  expect([piecesOf(1), piecesOf(FILE_PIECE), piecesOf(SIZE), piecesOf(MAX_FILE)]).toEqual([1, 1, 2, 80]);
  expect([0, 1, 2].map((index) => sealedLength(SIZE, index))).toEqual([WHOLE, 48, 0]);
  expect(sealedSize(SIZE)).toBe(WHOLE + 48);
  expect(box(WHOLE).length).toBeLessThan(MAX_BOX_LENGTH);
});

onEngines('attached files', (eachTime) => {
  let org: TestOrg;
  let one: DeviceCaller;
  let two: DeviceCaller;
  eachTime(async (planted) => {
    org = planted;
    const { cell, deviceId } = await org.device();
    one = { cell, device: deviceId };
    const lookup = `AAAA-${Math.random().toString(36).slice(2, 10)}`;
    await invite(org.ctx, one, { lookup, sealedKey: box(9) });
    two = { cell, device: (await join(org.ctx, { lookup, deviceName: 'Máy hai' })).deviceId };
  });
  const put = (by: DeviceCaller, id: string, index: number, content = box(sealedLength(SIZE, index)), size = SIZE, ctx = org.ctx) => putPiece(ctx, by, id, index, { size, box: content });
  const revision = async (by = one): Promise<number | undefined> => (await pull(org.ctx, by, 0)).files;

  it('[PIECE-1] pieces come in any order, from any device; the same again is the same', async () => {
    expect([await put(one, 'file-0001', 1), await put(two, 'file-0001', 0), await put(one, 'file-0001', 1)]).toEqual([{ state: 'stored', there: 1 }, { state: 'stored', there: 2 }, { state: 'same', there: 2 }]);
    expect(await lookAt(org.ctx, two, 'file-0001')).toEqual({ size: SIZE, there: [0, 1] });
    expect(await piece(org.ctx, two, 'file-0001', 1)).toEqual({ box: box(48) });
  });

  it('[PIECE-1] another content in a place, or another size of the file, is refused and changes nothing', async () => {
    await put(one, 'file-0001', 1);
    await expect(put(one, 'file-0001', 1, box(48, 8))).rejects.toMatchObject({ code: 'contentMismatch' });
    await expect(put(one, 'file-0001', 0, box(WHOLE), SIZE + 1)).rejects.toMatchObject({ code: 'contentMismatch' });
    expect([await lookAt(org.ctx, one, 'file-0001'), await piece(org.ctx, one, 'file-0001', 1)]).toEqual([{ size: SIZE, there: [1] }, { box: box(48) }]);
  });

  it('[PIECE-1] a piece of the wrong length, or beyond the last, is invalid, and one that is too large is named so', async () => {
    for (const [index, length] of [[0, WHOLE - 1], [1, 47], [1, WHOLE], [2, 48]] as const) await expect(put(one, 'file-0001', index, box(length))).rejects.toMatchObject({ code: 'invalid', path: 'box' });
    await expect(put(one, 'file-0001', 0, box(MAX_BOX_LENGTH))).rejects.toMatchObject({ code: 'tooLarge' });
    expect((await listFiles(org.ctx, one)).files).toEqual([]);
  });

  it('[PIECE-1] the same piece at the same moment on two connections is kept once, and counted once', async () => {
    const answers = await Promise.all([put(one, 'file-0001', 0), put(two, 'file-0001', 0), put(one, 'file-0001', 1), put(two, 'file-0001', 1)]);
    expect(answers.map(({ state }) => state).sort()).toEqual(['same', 'same', 'stored', 'stored']);
    expect((await listFiles(org.ctx, one)).files).toEqual([{ id: 'file-0001', size: SIZE, there: 2 }]);
  });

  it('[PIECE-2] the room of all of a file is taken with its first piece; over it is quotaFull, and what has begun comes whole', async () => {
    const ctx = { ...org.ctx, filesPerCell: 2 * sealedSize(SIZE) };
    await put(one, 'file-0001', 0, undefined, SIZE, ctx);
    await put(one, 'file-0002', 0, undefined, SIZE, ctx);
    await expect(put(one, 'file-0003', 0, undefined, SIZE, ctx)).rejects.toMatchObject({ code: 'quotaFull' });
    expect(await put(one, 'file-0001', 1, undefined, SIZE, ctx)).toEqual({ state: 'stored', there: 2 });
    expect((await listFiles(ctx, one)).room).toEqual({ used: 2 * sealedSize(SIZE), limit: 2 * sealedSize(SIZE) });
    await removeFile(ctx, one, 'file-0002');
    expect(await put(one, 'file-0003', 0, undefined, SIZE, ctx)).toEqual({ state: 'stored', there: 1 });
  });

  it('[PIECE-3] the list and the revision: raised when a file has come whole and when one is removed, not by a piece', async () => {
    const before = (await revision())!;
    await put(one, 'file-0001', 0);
    expect(await revision(two)).toBe(before);
    await put(one, 'file-0001', 1);
    expect([await revision(two), (await listFiles(org.ctx, two)).revision]).toEqual([before + 1, before + 1]);
    await put(one, 'file-0001', 1);
    expect(await revision()).toBe(before + 1);
    await removeFile(org.ctx, two, 'file-0001');
    expect([await revision(), (await listFiles(org.ctx, one)).files]).toEqual([before + 2, []]);
  });

  it('[PIECE-4] another cell sees, fills, fetches and removes nothing of it', async () => {
    await put(one, 'file-0001', 0);
    const { cell, deviceId } = await org.device(org.cells[1]?.id);
    const other = { cell, device: deviceId };
    await expect(piece(org.ctx, other, 'file-0001', 0)).rejects.toMatchObject({ code: 'notFound' });
    await expect(lookAt(org.ctx, other, 'file-0001')).rejects.toMatchObject({ code: 'notFound' });
    expect([await removeFile(org.ctx, other, 'file-0001'), await listFiles(org.ctx, other)]).toMatchObject([{ state: 'same' }, { files: [], room: { used: 0 } }]);
    expect(await put(other, 'file-0001', 0, box(WHOLE, 9))).toEqual({ state: 'stored', there: 1 });
    expect(await piece(org.ctx, one, 'file-0001', 0)).toEqual({ box: box(WHOLE) });
  });

  it('[PIECE-5] what was removed is gone, does not come back by a late piece, and removing again is the same', async () => {
    await put(one, 'file-0001', 0);
    expect([await removeFile(org.ctx, two, 'file-0001'), await removeFile(org.ctx, one, 'file-0001'), await removeFile(org.ctx, one, 'file-9999')]).toEqual([{ state: 'gone' }, { state: 'same' }, { state: 'same' }]);
    await expect(put(one, 'file-0001', 1)).rejects.toMatchObject({ code: 'notFound' });
    await expect(piece(org.ctx, one, 'file-0001', 0)).rejects.toMatchObject({ code: 'notFound' });
    expect([(await listFiles(org.ctx, one)).room.used, await org.ctx.store.db.selectFrom('file_pieces').select('piece').where('cell', '=', one.cell).execute()]).toEqual([0, []]);
  });
});
