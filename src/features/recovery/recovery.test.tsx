// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { importKey, randomBytes } from '@/crypto';
import { startI18n } from '@/i18n';
import { Book, BookContext, BookDatabase, Saver } from '@/storage';
import type { SheetState } from '@/sync';
import { ApiError } from '@/sync/api';
import { ToastProvider } from '@/ui';
import { RecoveryPage } from '.';

const SHEET = '0440-Y5GX-4GNK-4EA0-8X75-AQ33-D9RG-5YD1';
const server = { connection: {} as object | undefined, sheet: { state: 'none', madeAt: null } as SheetState, keep: vi.fn<(sheet: string) => Promise<object>>(), reachable: true };
vi.mock('@/sync', async (original) => ({
  ...(await original<object>()),
  loadSync: async () => ({
    ApiError,
    loadConnection: async () => server.connection,
    newSheet: () => SHEET,
    sheetState: async () => {
      if (!server.reachable) throw new ApiError('offline');
      return server.sheet;
    },
    keepSheet: (_book: Book, _connection: object, sheet: string) => server.keep(sheet),
  }),
}));

let book: Book;
beforeAll(() => startI18n('vi', ['common', 'recovery', 'errors']));
beforeEach(async () => {
  server.connection = {};
  server.sheet = { state: 'none', madeAt: null };
  server.reachable = true;
  server.keep.mockReset().mockResolvedValue({});
  book = new Book(new BookDatabase(`recovery-${Math.random()}`), await importKey(randomBytes(32)));
  await book.write([{ key: 'cell:cell', field: 'name', value: 'Chi bộ Khoa Nội' }]);
});
afterEach(async () => {
  cleanup();
  await book.close();
});

async function open(): Promise<void> {
  await act(async () => {
    render(
      <BookContext.Provider value={new Saver(book, () => 0)}>
        <ToastProvider closeLabel="Đóng">
          <RecoveryPage />
        </ToastProvider>
      </BookContext.Provider>,
    );
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
}
const press = async (name: string | RegExp): Promise<void> => {
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name }));
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
};
/** Types the groups that are asked back; `wrong` spoils the last. */
async function readBack(wrong = false): Promise<void> {
  const groups = SHEET.split('-');
  const inputs = screen.getAllByLabelText<HTMLInputElement>(/Nhóm số/);
  expect(inputs).toHaveLength(2);
  inputs.forEach((input, index) => {
    const number = Number(/\d+/.exec(input.labels?.[0]?.textContent ?? '')?.[0]);
    fireEvent.change(input, { target: { value: wrong && index === 1 ? 'AAAA' : groups[number - 1]!.toLowerCase() } });
  });
  await press('Đưa phiếu vào dùng');
}

describe('the recovery sheet', () => {
  it('[KEY-13] is shown whole with what it is for, and in force only after two groups were read back from the paper', async () => {
    await open();
    expect(screen.getByText('Chi bộ chưa có phiếu khôi phục')).toBeTruthy();
    await press('Làm phiếu khôi phục');
    const paper = screen.getByRole('article');
    for (const text of [...SHEET.split('-'), 'Chi bộ Khoa Nội', 'Khôi phục từ phiếu', 'Giữ kín']) expect(paper.textContent).toContain(text);
    await press('Phiếu đã ở trên giấy');
    expect(screen.queryByRole('article')).toBeNull();
    expect(document.body.textContent).not.toContain(SHEET.slice(0, 9));
    await readBack(true);
    expect(screen.getByText(/không giống trên phiếu/)).toBeTruthy();
    expect(server.keep).not.toHaveBeenCalled();
    await readBack();
    expect(server.keep).toHaveBeenCalledExactlyOnceWith(SHEET);
    expect(screen.getByText(/Phiếu đã có hiệu lực/)).toBeTruthy();
  });

  it('[KEY-13] says why it is not in force yet, keeps the sheet, and goes on at the next try', async () => {
    server.keep.mockRejectedValueOnce(new ApiError('offline'));
    await open();
    await press('Làm phiếu khôi phục');
    await press('Phiếu đã ở trên giấy');
    await readBack();
    expect(screen.getByRole('alert').textContent).toMatch(/Phiếu chưa có hiệu lực.*Không liên lạc được/);
    await press('Xem lại phiếu');
    expect(screen.getByRole('article').textContent).toContain(SHEET.slice(0, 4));
    await press('Phiếu đã ở trên giấy');
    await readBack();
    expect(server.keep.mock.calls).toEqual([[SHEET], [SHEET]]);
  });

  it('[KEY-13] a sheet in force is replaced only after a warning', async () => {
    server.sheet = { state: 'good', madeAt: '2026-11-24T02:00:00.000Z' };
    await open();
    expect(screen.getByText(/24\/11\/2026/)).toBeTruthy();
    await press('Làm phiếu mới');
    expect(screen.queryByRole('article')).toBeNull();
    expect(screen.getByText(/phiếu đang dùng không mở được sổ nữa/)).toBeTruthy();
  });

  it('without a network it says so and makes none; without a server it says what to use instead', async () => {
    server.reachable = false;
    await open();
    expect(screen.getByText(/Không liên lạc được với máy chủ/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Làm phiếu/ })).toBeNull();
    cleanup();
    server.connection = undefined;
    await open();
    expect(screen.getByText('Sổ chưa kết nối với máy chủ')).toBeTruthy();
  });
});
