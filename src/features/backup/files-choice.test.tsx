// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importKey, newId, randomBytes } from '@/crypto';
import { startI18n } from '@/i18n';
import { Book, BookContext, BookDatabase, Saver } from '@/storage';
import { addAttachment } from '@/storage/attachments';
import { BackupPage } from './backup-page';

let book: Book;
beforeAll(() => startI18n('vi', ['common', 'backup']));
beforeEach(async () => {
  book = new Book(new BookDatabase(`backup-${newId()}`), await importKey(randomBytes(32)));
});
afterEach(() => book.close());

const add = (): Promise<string> => addAttachment(book, 'meeting:m1', { name: 'Ảnh.jpg', type: 'image/jpeg', bytes: randomBytes(2000) }, '2026-11-24T07:00:00.000Z');
async function show(): Promise<void> {
  render(<BookContext.Provider value={new Saver(book, () => 0)}><BackupPage mode="real" /></BookContext.Provider>);
  await act(() => new Promise((done) => setTimeout(done, 60)));
}
const choice = (): HTMLInputElement | null => screen.queryByRole<HTMLInputElement>('checkbox', { name: /tệp đính kèm/ });

describe('attached files in a backup', () => {
  it('[BACKUP-7] nothing is asked where nothing is attached', async () => {
    await show();
    expect(choice()).toBeNull();
  });

  it('[BACKUP-7] what the server does not have goes along unless the person says otherwise; what they weigh is told', async () => {
    await add();
    await show();
    expect(choice()?.checked).toBe(true);
    expect(screen.getByText(/^Kèm 1 tệp đính kèm đang có trên máy \(/)).toBeTruthy();
    expect(screen.getByText(/1 tệp chưa có trên máy chủ/)).toBeTruthy();
    fireEvent.click(choice()!);
    expect(choice()?.checked).toBe(false);
  });

  it('[BACKUP-7] what the server has does not weigh on the file unless the person says so', async () => {
    const id = await add();
    await book.db.files.update(id, { there: 1 });
    await show();
    expect(choice()?.checked).toBe(false);
    expect(screen.getByText(/máy mới tải về được/)).toBeTruthy();
  });
});
