// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { importKey, randomBytes } from '@/crypto';
import { startI18n } from '@/i18n';
import { Book, BookContext, BookDatabase, Saver } from '@/storage';
import type { CellDevice, RevokedDevice } from '@/sync';
import type { KeptAdmission } from '@/sync/admission';
import { ApiError } from '@/sync/api';
import { ToastProvider } from '@/ui';
import { DevicesPage } from '.';

const device = (id: string, name: string, self = false): CellDevice => ({ id, name, joinedAt: '2026-11-01T02:00:00.000Z', lastSeenAt: '2026-11-24T02:00:00.000Z', self });
const server = { devices: [] as CellDevice[], revoked: [] as RevokedDevice[], kept: [] as KeptAdmission[], revoke: vi.fn<(id: string) => Promise<{ rotated: boolean }>>() };
vi.mock('@/sync', async (original) => ({
  ...(await original<object>()),
  loadSync: async () => ({
    ApiError,
    loadConnection: async () => ({}),
    keptAdmissions: async () => server.kept,
    takeBackAdmission: async (_book: Book, device: string) => void (server.kept = server.kept.filter((one) => one.device !== device)),
    knownDevices: async () => [],
    listDevices: async () => ({ devices: server.devices, revoked: server.revoked }),
    revokeDevice: (_book: Book, _connection: object, id: string) => server.revoke(id),
  }),
}));

let book: Book;
beforeAll(() => startI18n('vi', ['common', 'devices', 'errors']));
beforeEach(async () => {
  server.devices = [device('a', 'Máy bí thư', true), device('b', 'Máy phó bí thư')];
  server.revoked = [];
  server.kept = [];
  server.revoke.mockReset().mockResolvedValue({ rotated: true });
  book = new Book(new BookDatabase(`devices-${Math.random()}`), await importKey(randomBytes(32)));
});
afterEach(async () => {
  cleanup();
  await book.close();
});

async function wait(work: () => void): Promise<void> {
  await act(async () => {
    work();
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
}
const open = () =>
  wait(() => {
    render(
      <BookContext.Provider value={new Saver(book, () => 0)}>
        <ToastProvider closeLabel="Đóng">
          <DevicesPage connected onSyncNow={async () => undefined} />
        </ToastProvider>
      </BookContext.Provider>,
    );
  });
const dialog = () => screen.getByRole('alertdialog', { hidden: true });

describe('shutting a device out', () => {
  it('[KEY-12] is offered for the others only, says what it does, and is done on the second word', async () => {
    await open();
    const offered = screen.getAllByRole('button', { name: /^Thu hồi máy/ });
    expect(offered.map((button) => button.getAttribute('aria-label'))).toEqual(['Thu hồi máy Máy phó bí thư']);
    await wait(() => fireEvent.click(offered[0]!));
    expect(dialog().textContent).toMatch(/ngừng gửi và nhận ngay.*khóa mới.*bị xóa hết.*mật khẩu của máy đó/s);
    await wait(() => fireEvent.click(within(dialog()).getByText('Không thu hồi')));
    expect(server.revoke).not.toHaveBeenCalled();
    await wait(() => fireEvent.click(offered[0]!));
    await wait(() => fireEvent.click(within(dialog()).getByText('Thu hồi máy này')));
    expect(server.revoke).toHaveBeenCalledExactlyOnceWith('b');
    expect(screen.getByText(/Đã thu hồi máy Máy phó bí thư/)).toBeTruthy();
  });

  it('[KEY-12] says why it could not be done, and keeps asking', async () => {
    server.revoke.mockRejectedValueOnce(new ApiError('offline'));
    await open();
    await wait(() => fireEvent.click(screen.getByRole('button', { name: /^Thu hồi máy/ })));
    await wait(() => fireEvent.click(within(dialog()).getByText('Thu hồi máy này')));
    expect(dialog().textContent).toMatch(/Chưa thu hồi được.*Không liên lạc được/s);
    await wait(() => fireEvent.click(within(dialog()).getByText('Thu hồi máy này')));
    expect(server.revoke).toHaveBeenCalledTimes(2);
  });

  it('lists those that are out, and whether they have heard of it', async () => {
    server.revoked = [
      { id: 'x', name: 'Máy mất', revokedAt: '2026-11-20T02:00:00.000Z', toldAt: null },
      { id: 'y', name: 'Máy cũ', revokedAt: '2026-10-20T02:00:00.000Z', toldAt: '2026-10-21T02:00:00.000Z' },
    ];
    await open();
    const section = screen.getByRole('region', { name: 'Máy đã thu hồi' });
    expect(within(section).getAllByRole('listitem').map((row) => row.textContent)).toEqual([expect.stringMatching(/Máy mất.*20\/11\/2026.*chưa liên lạc lại/), expect.stringMatching(/Máy cũ.*đã nhận lệnh.*21\/10\/2026/)]);
  });
});

describe('devices let in without a network', () => {
  it('[ADMIT-7] are listed until the server knows, and one is taken back on the second word', async () => {
    server.kept = [{ cell: 'c', device: 'n1', lookup: 'l', publicKey: 'k', epoch: 1, name: 'Máy chờ vào sổ', madeAt: '2026-11-24T01:00:00.000Z' }];
    await open();
    const list = screen.getByRole('region', { name: 'Đã cho vào, máy chủ chưa được báo' });
    expect(list.textContent).toContain('Cho vào 08:00 24/11/2026');
    await wait(() => fireEvent.click(within(list).getByRole('button', { name: /^Rút lại máy/ })));
    expect(server.kept).toHaveLength(1);
    await wait(() => fireEvent.click(within(within(list).getByRole('alertdialog', { hidden: true })).getByRole('button', { name: 'Rút lại', hidden: true })));
    expect(server.kept).toHaveLength(0);
    expect(screen.queryByRole('region', { name: 'Đã cho vào, máy chủ chưa được báo' })).toBeNull();
  });

  it('[ADMIT-4] one that has been named and has not come yet is told apart, and can be shut out', async () => {
    server.devices = [...server.devices, { ...device('n', 'Máy chờ vào sổ'), awaited: true }];
    await open();
    expect(screen.getByText('Đã cho vào, đang chờ máy đó lên mạng')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Thu hồi máy Máy chờ vào sổ' })).toBeTruthy();
  });
});
