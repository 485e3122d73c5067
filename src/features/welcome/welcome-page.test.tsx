// @vitest-environment happy-dom
import { act, fireEvent, render, screen } from '@testing-library/react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { startI18n } from '@/i18n';
import { WelcomePage, type CreateChoice, type CreateOutcome } from '.';

type Create = (choice: CreateChoice) => Promise<CreateOutcome>;

const onRestore = vi.fn<() => void>();
const open = (outcome: CreateOutcome = { ok: true }) => {
  const onCreate = vi.fn<Create>(async () => outcome);
  onRestore.mockClear();
  render(<WelcomePage onCreate={onCreate} onRestore={onRestore} />);
  return onCreate;
};
const press = (name: RegExp | string): void => void fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, value: string): void => void fireEvent.change(screen.getByLabelText(label), { target: { value } });
const send = async (label: string): Promise<void> => {
  await act(async () => {
    fireEvent.submit(screen.getByLabelText<HTMLInputElement>(label).form!);
    await Promise.resolve();
  });
};
const choosePasscode = async (passcode: string): Promise<void> => {
  type('Mật khẩu', passcode);
  type('Nhập lại mật khẩu', passcode);
  await send('Nhập lại mật khẩu');
};

beforeAll(() => startI18n('vi', ['common', 'welcome', 'errors']));

describe('the first start', () => {
  it('offers four ways and says what stays private', () => {
    open();
    expect(screen.getAllByRole('listitem').length).toBeGreaterThanOrEqual(7);
    expect(screen.getByRole('heading', { name: 'Điều gì được giữ kín' })).toBeTruthy();
  });

  it('leads to a backup file', () => {
    open();
    press(/Khôi phục từ tệp sao lưu/);
    expect(onRestore).toHaveBeenCalledOnce();
  });

  it('[ACT-3] groups a code while it is typed, forgives O and I, and goes on only with a whole one', async () => {
    const onCreate = open();
    press(/Tôi có mã/);
    type('Mã', '7k2m9pqro');
    expect(screen.getByLabelText<HTMLInputElement>('Mã').value).toBe('7K2M9-PQR0');
    await send('Mã');
    expect(screen.getByText(/Mã chưa đủ chữ/)).toBeTruthy();
    type('Mã', '7k2m9-pqroi');
    expect(screen.getByText('Mã kích hoạt, đủ 10 chữ')).toBeTruthy();
    await send('Mã');
    await choosePasscode('246813');
    expect(onCreate).toHaveBeenCalledExactlyOnceWith({ mode: 'real', passcode: '246813', code: '7K2M9-PQR01' });
  });

  it('tells at once when the keyboard writes tone marks into the code', () => {
    open();
    press(/Tôi có mã/);
    type('Mã', '7K2M9Â');
    expect(screen.getByText(/Bàn phím đang bỏ dấu/)).toBeTruthy();
  });

  it('[KEY-18] takes a recovery sheet group by group, tells a mistyped one at once, and hands a whole one over', async () => {
    const onCreate = open();
    press(/Khôi phục từ phiếu/);
    const label = 'Tám nhóm chữ trên phiếu';
    type(label, '0440y5gx4gnk4ea08x75aq33d9rg5yd2');
    expect(screen.getByLabelText<HTMLTextAreaElement>(label).value).toBe('0440-Y5GX-4GNK-4EA0-8X75-AQ33-D9RG-5YD2');
    expect(screen.getByText(/Có một nhóm gõ nhầm/)).toBeTruthy();
    type(label, '0440-Y5GX');
    expect(screen.queryByText(/Phiếu có đủ 8 nhóm/)).toBeNull();
    await send(label);
    expect(screen.getByText(/Phiếu có đủ 8 nhóm/)).toBeTruthy();
    type(label, 'o440 y5gx 4gnk 4eao 8x75 aq33 d9rg 5ydl');
    await send(label);
    await choosePasscode('246813');
    expect(onCreate).toHaveBeenCalledExactlyOnceWith({ mode: 'real', passcode: '246813', sheet: '0440-Y5GX-4GNK-4EA0-8X75-AQ33-D9RG-5YD1' });
  });

  it('[KEY-14] says that a sheet is dead in words of its own, and lets it be typed again', async () => {
    open({ ok: false, reason: 'codeUnknown' });
    press(/Khôi phục từ phiếu/);
    type('Tám nhóm chữ trên phiếu', '0440-Y5GX-4GNK-4EA0-8X75-AQ33-D9RG-5YD1');
    await send('Tám nhóm chữ trên phiếu');
    await choosePasscode('246813');
    expect(screen.getByRole('alert').textContent).toMatch(/Máy chủ không nhận phiếu này/);
    press('Nhập lại phiếu');
    expect(screen.getByLabelText<HTMLTextAreaElement>('Tám nhóm chữ trên phiếu').value).toMatch(/^0440/);
  });

  it('begins without a server: name of the cell needed, passcode twice the same', async () => {
    const onCreate = open();
    press(/không cần máy chủ/);
    await send('Tên chi bộ *');
    expect(screen.getByText('Đồng chí nhập tên chi bộ.')).toBeTruthy();
    type('Tên chi bộ *', '  Chi bộ  Khoa Nội ');
    type('Địa danh ghi trong văn bản', 'Thanh Hóa');
    await send('Tên chi bộ *');
    type('Mật khẩu', '12345');
    await send('Mật khẩu');
    expect(screen.getByText('Mật khẩu cần ít nhất 6 chữ hoặc số.')).toBeTruthy();
    type('Mật khẩu', '246813');
    type('Nhập lại mật khẩu', '246814');
    await send('Mật khẩu');
    expect(screen.getByText('Hai lần nhập chưa giống nhau.')).toBeTruthy();
    expect(onCreate).not.toHaveBeenCalled();
    await choosePasscode('246813');
    expect(onCreate).toHaveBeenCalledExactlyOnceWith({ mode: 'real', passcode: '246813', cell: { name: 'Chi bộ Khoa Nội', superior: '', placeName: 'Thanh Hóa' } });
  });

  it('[KEY-3] is honest about what a passcode keeps out', async () => {
    open();
    press(/không cần máy chủ/);
    type('Tên chi bộ *', 'Chi bộ A');
    await send('Tên chi bộ *');
    type('Mật khẩu', '246813');
    expect(screen.getByText(/Ngăn được người tò mò.*dò ra trong vài phút/)).toBeTruthy();
    type('Mật khẩu', '123456');
    expect(screen.getByText(/Dễ đoán/)).toBeTruthy();
    type('Mật khẩu', 'sáng nay trời mưa');
    expect(screen.getByText(/dò ra trong vài tháng/)).toBeTruthy();
    type('Mật khẩu', 'sáng nay trời mưa to quá');
    expect(screen.getByText(/bản sao bộ nhớ của máy cũng không dò ra được/)).toBeTruthy();
    expect(screen.getByText(/Không ai đặt lại được/)).toBeTruthy();
  });

  it('puts a failure into words and keeps what was typed while the code is mended', async () => {
    const onCreate = open({ ok: false, reason: 'codeUsed' });
    press(/Tôi có mã/);
    type('Mã', '7K2M9PQRST');
    await send('Mã');
    await choosePasscode('246813');
    expect(screen.getByRole('alert').textContent).toMatch(/Mã này đã dùng rồi/);
    press('Nhập lại mã');
    expect(screen.getByLabelText<HTMLInputElement>('Mã').value).toBe('7K2M9-PQRST');
    type('Mã', '7K2M9PQRSV');
    await send('Mã');
    expect(screen.getByLabelText<HTMLInputElement>('Mật khẩu').value).toBe('246813');
    await send('Mật khẩu');
    expect(onCreate).toHaveBeenLastCalledWith({ mode: 'real', passcode: '246813', code: '7K2M9-PQRSV' });
  });

  it('without a line, offers to begin without the server', async () => {
    open({ ok: false, reason: 'offline' });
    press(/Tôi có mã/);
    type('Mã', '7K2M9PQRST');
    await send('Mã');
    await choosePasscode('246813');
    press(/Bắt đầu không cần máy chủ/);
    expect(screen.getByRole('heading', { name: 'Chi bộ của đồng chí' })).toBeTruthy();
  });

  it('the try-out needs no typing', async () => {
    const onCreate = open();
    press(/Dùng thử/);
    await send('Mật khẩu của sổ dùng thử');
    expect(onCreate).toHaveBeenCalledExactlyOnceWith({ mode: 'trial', passcode: 'dungthu' });
  });
});
