// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { importKey, newId, randomBytes } from '@/crypto';
import { startI18n } from '@/i18n';
import { Book, BookContext, BookDatabase, readSetting, Saver } from '@/storage';
import { backupFileName, type Made } from './make';
import { Ready } from './ready';

const AT = '2026-11-24T08:00:00.000Z';
const made: Made = { file: new File(['x'], backupFileName(new Date(2026, 10, 4)), { type: 'application/octet-stream' }), counts: { member: 9, meeting: 2 }, left: {}, files: { taken: 0, left: 0 }, partial: false, at: AT };
let book: Book;
beforeAll(() => startI18n('vi', ['common', 'backup']));
beforeEach(async () => {
  book = new Book(new BookDatabase(`ready-${newId()}`), await importKey(randomBytes(32)));
});
afterEach(async () => {
  Reflect.deleteProperty(navigator, 'share');
  vi.restoreAllMocks();
  await book.close();
});

function show(of: Made = made): (at: string) => void {
  const onNoted = vi.fn<(at: string) => void>();
  render(<BookContext.Provider value={new Saver(book, () => 0)}><Ready made={of} onNoted={onNoted} onAgain={() => undefined} /></BookContext.Provider>);
  return onNoted;
}
const withShare = (share: () => Promise<void>): void => void Object.assign(navigator, { share, canShare: () => true });
const press = (name: string): Promise<void> =>
  act(async () => {
    fireEvent.click(screen.getByRole('button', { name }));
    await new Promise((done) => setTimeout(done, 30));
  });

describe('a finished backup', () => {
  it('is named by its day and by nobody, says what it holds, and takes the focus', () => {
    show();
    expect(screen.getByText('so-chi-bo-2026-11-04.sochibo')).toBeTruthy();
    expect(screen.getByText('Trong tệp có 9 đảng viên và 2 cuộc họp.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Tệp sao lưu đã sẵn sàng' }));
  });

  it('[BACKUP-7] says how many attached files are in it and how many are not', () => {
    show({ ...made, files: { taken: 3, left: 2 } });
    expect(screen.getByText('Kèm 3 tệp đính kèm.')).toBeTruthy();
    expect(screen.getByText(/^2 tệp đính kèm không nằm trong tệp sao lưu này/)).toBeTruthy();
  });

  it('[DUE-5] counts once it was shared, not when the share sheet was closed', async () => {
    withShare(() => Promise.reject(Object.assign(new Error('closed'), { name: 'AbortError' })));
    const onNoted = show();
    await press('Gửi hoặc cất tệp');
    expect(onNoted).not.toHaveBeenCalled();
    expect(await readSetting(book, 'lastBackupAt')).toBe(undefined);
    withShare(() => Promise.resolve());
    await press('Gửi hoặc cất tệp');
    expect(onNoted).toHaveBeenCalledWith(AT);
    expect(await readSetting(book, 'lastBackupAt')).toBe(AT);
  });

  it('says so when the disk is too full to note it, and when part of the phone could not be read', async () => {
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    vi.spyOn(book.db.meta, 'put').mockImplementation(() => Promise.reject(new Error('full')) as never);
    const onNoted = show({ ...made, left: { meeting: 1 } });
    expect(screen.getByText(/không đọc được nên không có trong tệp: 1 cuộc họp\./)).toBeTruthy();
    await press('Lưu tệp vào máy này');
    expect(screen.getByText(/máy chưa ghi lại được ngày sao lưu/)).toBeTruthy();
    expect(onNoted).not.toHaveBeenCalled();
  });
});
