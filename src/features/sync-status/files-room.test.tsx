// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importKey, randomBytes } from '@/crypto';
import { startI18n } from '@/i18n';
import { Book, BookContext, BookDatabase, Saver } from '@/storage';
import { addAttachment, ROOM } from '@/storage/attachments';
import { FilesRoom } from './files-room';

let saver: Saver;
let n = 0;

const show = (): void => void render(<BookContext.Provider value={saver}><FilesRoom /></BookContext.Provider>);
const add = (name: string, owner: 'task:t1' | 'meeting:m1' | 'paper:gone'): Promise<string> => addAttachment(saver.book, owner, { name, type: 'application/pdf', bytes: new Uint8Array(2_000_000) }, '2026-11-24T07:00:00.000Z');
const room = (used: number): Promise<unknown> => saver.book.db.meta.put({ name: ROOM, value: { used, limit: 100_000_000 } });

beforeAll(() => startI18n('vi', ['common', 'files']));
beforeEach(async () => {
  saver = new Saver(new Book(new BookDatabase(`room-${(n += 1)}`), await importKey(randomBytes(32))), () => 0);
  await saver.book.write([{ key: 'task:t1', field: 'what', value: 'Rà soát' }, { key: 'meeting:m1', field: 'date', value: '2026-11-24' }]);
});
afterEach(async () => {
  cleanup();
  await saver.book.close();
});

describe('what attached files take', () => {
  it('[ATTACH-9] tells how many there are, how much room they take here and with the server, and how many wait', async () => {
    await add('a.pdf', 'task:t1');
    const sent = await add('b.pdf', 'meeting:m1');
    await saver.book.db.files.update(sent, { there: 8 });
    await room(40_000_000);
    show();
    expect((await screen.findAllByText('2 tệp, 4 MB'))).toHaveLength(2);
    expect(screen.getByRole('progressbar', { name: 'Chỗ trên máy chủ' }).getAttribute('aria-valuenow')).toBe('40000000');
    expect(screen.getByText('Chờ gửi: 1 tệp.')).toBeTruthy();
    expect(screen.queryByText(/sắp hết chỗ/)).toBeNull();
    expect(screen.queryByText('Tệp của mục đã xóa')).toBeNull();
  });

  it('says so before the server is full', async () => {
    await add('a.pdf', 'task:t1');
    await room(91_000_000);
    show();
    expect(await screen.findByText(/Máy chủ sắp hết chỗ/)).toBeTruthy();
  });

  it('files of something that was deleted can be deleted too', async () => {
    await add('giữ.pdf', 'task:t1');
    await add('thừa.pdf', 'paper:gone');
    show();
    const list = within((await screen.findByText('Tệp của mục đã xóa')).closest('details')!);
    expect(list.queryByText('giữ.pdf')).toBeNull();
    fireEvent.click(list.getByRole('button', { name: 'Xóa tệp thừa.pdf' }));
    await waitFor(async () => expect((await saver.book.list('file')).map(({ fields }) => fields['name'])).toEqual(['giữ.pdf']));
  });
});
