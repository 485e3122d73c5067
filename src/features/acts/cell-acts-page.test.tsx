// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { importKey, randomBytes } from '@/crypto';
import { startI18n } from '@/i18n';
import { Book, BookContext, BookDatabase, Saver } from '@/storage';
import { ApiError } from '@/sync/api';
import { CellActsPage } from '.';

const CONNECTION = { cellId: 'cell-0001', base: '', token: 't'.repeat(43) };
let connection: typeof CONNECTION | undefined;
vi.mock('@/sync', async (original) => ({ ...(await original<object>()), loadSync: async () => ({ ApiError, loadConnection: async () => connection }) }));

const entry = (seq: number, name: string, at: string) => ({ seq, at, act: name, person: 'Lê Thị Hoa', office: 'Ban Tổ chức', subject: 'document-1' });
let log: ReturnType<typeof entry>[];
let asked: string[];
let online: boolean;
let book: Book;
beforeAll(() => startI18n('vi', ['common', 'acts', 'errors']));
beforeEach(async () => {
  connection = CONNECTION;
  [log, asked, online] = [[entry(1, 'view', '2026-11-23T02:00:00.000Z'), entry(2, 'grade', '2026-11-24T02:00:00.000Z')], [], true];
  vi.stubGlobal('fetch', async (url: string) => {
    if (!online) throw new TypeError('cut off');
    asked.push(url);
    const after = Number(/after=(\d+)/.exec(url)?.[1]);
    return Response.json({ acts: log.filter(({ seq }) => seq > after), head: log.length, more: false });
  });
  book = new Book(new BookDatabase(`acts-${Math.random()}`), await importKey(randomBytes(32)));
});
afterEach(async () => {
  cleanup();
  vi.unstubAllGlobals();
  await book.close();
});
const open = async (): Promise<void> => {
  await act(async () => {
    render(<BookContext.Provider value={new Saver(book, () => 0)}><CellActsPage /></BookContext.Provider>);
    await new Promise((resolve) => setTimeout(resolve, 50));
  });
};

describe('what persons of the committee did with the cell’s own', () => {
  it('[AUDIT-2] is listed by day, the newest first, and stays readable without a network; only what is new is asked for', async () => {
    await open();
    expect((await screen.findAllByRole('heading', { level: 2 })).map((one) => one.textContent)).toEqual(['24/11/2026', '23/11/2026']);
    expect(document.body.textContent).toMatch(/Xếp loại buổi họp.*Lê Thị Hoa, Ban Tổ chức · 09:00 24\/11\/2026.*Mở hồ sơ chi bộ đã gửi/);
    cleanup();
    online = false;
    await open();
    await screen.findByText('Mở hồ sơ chi bộ đã gửi');
    expect(document.body.textContent).toMatch(/Không liên lạc được với máy chủ/);
    online = true;
    log.push(entry(3, 'newerThanThisApp', '2026-11-24T03:00:00.000Z'));
    fireEvent.click(screen.getByRole('button', { name: 'Thử lại' }));
    await screen.findByText(/^Việc khác/);
    expect(asked).toEqual(['/v1/acts?after=0', '/v1/acts?after=2']);
  });

  it('[AUDIT-2] is read anew from a server that was set back', async () => {
    await open();
    await screen.findByText('Xếp loại buổi họp');
    cleanup();
    log = [entry(1, 'code', '2026-11-24T04:00:00.000Z')];
    await open();
    await screen.findByText('Cấp mã kích hoạt cho chi bộ');
    expect(screen.queryByText('Xếp loại buổi họp')).toBeNull();
    expect(asked).toEqual(['/v1/acts?after=0', '/v1/acts?after=2', '/v1/acts?after=0']);
  });

  it('says so where the book knows no server', async () => {
    connection = undefined;
    await open();
    await screen.findByText('Chưa nối với máy chủ');
    expect(asked).toEqual([]);
  });
});
