// @vitest-environment happy-dom
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startI18n } from '@/i18n';
import { BookContext, StorageError, type Saver } from '@/storage';
import { addPasskey, canHavePasskey, hasPasskey, PasskeyError, removePasskey } from '@/storage/passkey';
import { ToastProvider } from '@/ui';
import { Passkey } from './passkey';

vi.mock('@/storage/passkey', async (real) => ({
  ...(await real<typeof import('@/storage/passkey')>()),
  addPasskey: vi.fn<typeof addPasskey>(),
  hasPasskey: vi.fn<typeof hasPasskey>(),
  canHavePasskey: vi.fn<typeof canHavePasskey>(),
  removePasskey: vi.fn<typeof removePasskey>(),
}));
const add = vi.mocked(addPasskey);

const show = async (present: boolean, possible = true) => {
  vi.mocked(hasPasskey).mockResolvedValue(present);
  vi.mocked(canHavePasskey).mockResolvedValue(possible);
  await act(async () => void render(<BookContext.Provider value={{ book: {} } as Saver}><ToastProvider closeLabel="Đóng"><Passkey /></ToastProvider></BookContext.Provider>));
};
const press = (name: string) => act(async () => void fireEvent.click(screen.getAllByRole('button', { name }).at(-1)!));
const sheet = () => within(screen.getByRole('dialog', { name: 'Thêm passkey' }));
const send = (passcode: string) =>
  act(async () => {
    const field = sheet().getByLabelText<HTMLInputElement>('Mật khẩu đang dùng');
    fireEvent.change(field, { target: { value: passcode } });
    fireEvent.submit(field.form!);
  });

beforeAll(() => startI18n('vi', ['common', 'settings', 'errors']));
beforeEach(() => void vi.clearAllMocks());

describe('a passkey in the settings', () => {
  it('is honest: a copy of the storage, a short passcode, who holds the phone, the account', async () => {
    await show(false);
    for (const words of [/bản sao bộ nhớ máy không dùng được passkey/, /mật khẩu ngắn vẫn là chỗ yếu/, /mã khóa màn hình/, /tài khoản Google hoặc Apple/]) expect(screen.getByText(words)).toBeTruthy();
  });

  it('[KEY-31] is added after the passcode, under a name that says nothing of the cell', async () => {
    await show(false);
    await press('Thêm passkey');
    await send(' ');
    expect(add).not.toHaveBeenCalled();
    add.mockResolvedValueOnce(true);
    await send('246813 ');
    expect(add).toHaveBeenCalledExactlyOnceWith({}, '246813', 'Sổ Chi bộ');
    expect(screen.getByText(/Đang bật trên máy này/)).toBeTruthy();
    expect(screen.getByText(/Đã thêm passkey/)).toBeTruthy();
  });

  it.each([
    ['a wrong passcode', false, /Mật khẩu đang dùng chưa đúng/],
    ['a cancelled one', new PasskeyError('cancelled'), /đã hủy hoặc đã hết giờ chờ. Chưa có gì thay đổi/],
    ['no PRF', new PasskeyError('noPrf'), /không tạo được khóa để mở sổ. Chưa có gì thay đổi/],
    ['a full disk', new StorageError('full'), /hết chỗ trống/],
  ])('[KEY-31] %s is told in words, and nothing is added', async (_, outcome, words) => {
    await show(false);
    await press('Thêm passkey');
    if (outcome === false) add.mockResolvedValueOnce(false);
    else add.mockRejectedValueOnce(outcome);
    await send('246813');
    expect(sheet().getByText(words)).toBeTruthy();
    expect(screen.getByText('Chưa bật trên máy này.')).toBeTruthy();
  });

  it('[KEY-32] is removed after a question', async () => {
    await show(true);
    await press('Bỏ passkey');
    vi.mocked(removePasskey).mockResolvedValueOnce();
    expect(removePasskey).not.toHaveBeenCalled();
    expect(screen.getByText(/chỉ mở bằng mật khẩu/)).toBeTruthy();
    await press('Bỏ passkey');
    expect(removePasskey).toHaveBeenCalledOnce();
    expect(screen.getByText('Chưa bật trên máy này.')).toBeTruthy();
  });

  it('is not offered where there can be none', async () => {
    await show(false, false);
    expect(screen.getByText(/không dùng được passkey/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Thêm passkey' })).toBeNull();
  });
});
