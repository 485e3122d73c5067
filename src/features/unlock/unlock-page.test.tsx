// @vitest-environment happy-dom
import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startI18n } from '@/i18n';
import { StorageError } from '@/storage';
import { UnlockPage, type UnlockState } from '.';

const field = (): HTMLInputElement => screen.getByLabelText('Mật khẩu');
const button = (): HTMLElement => screen.getByRole('button', { name: 'Mở sổ' });
const submit = async (passcode: string): Promise<void> => {
  fireEvent.change(field(), { target: { value: passcode } });
  await act(async () => {
    fireEvent.submit(field().form!);
    await Promise.resolve();
  });
};

beforeAll(() => startI18n('vi', ['common', 'unlock', 'errors']));
beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-24T07:00:00Z') }));
afterEach(() => void vi.useRealTimers());

describe('unlocking', () => {
  it('has the focus in the field, and hands the passcode over without the blanks of a paste', async () => {
    const onUnlock = vi.fn<(passcode: string) => Promise<UnlockState>>(async () => ({ state: 'open' }));
    render(<UnlockPage mode="real" onUnlock={onUnlock} />);
    expect(document.activeElement).toBe(field());
    await submit(' 246813 ');
    expect(onUnlock).toHaveBeenCalledExactlyOnceWith('246813');
    expect(screen.getByRole('button', { name: 'Đang mở sổ…' }).getAttribute('aria-busy')).toBe('true');
  });

  it('asks for a passcode before trying', async () => {
    const onUnlock = vi.fn<(passcode: string) => Promise<UnlockState>>(async () => ({ state: 'open' }));
    render(<UnlockPage mode="real" onUnlock={onUnlock} />);
    await submit('  ');
    expect(onUnlock).not.toHaveBeenCalled();
    expect(screen.getByText('Đồng chí nhập mật khẩu đã đặt cho sổ này.')).toBeTruthy();
  });

  it('says that it was wrong, keeps the field ready, and tries again', async () => {
    const onUnlock = vi.fn<(passcode: string) => Promise<UnlockState>>(async () => ({ state: 'wrong', waitSeconds: 0 }));
    render(<UnlockPage mode="real" onUnlock={onUnlock} />);
    await submit('000000');
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText(/Mật khẩu chưa đúng/)).toBeTruthy();
    await submit('000001');
    expect(onUnlock).toHaveBeenCalledTimes(2);
  });

  it('[KEY-2] counts the wait down by the clock and takes no try until it is over', async () => {
    const onUnlock = vi.fn<(passcode: string) => Promise<UnlockState>>(async () => ({ state: 'wrong', waitSeconds: 65 }));
    render(<UnlockPage mode="real" onUnlock={onUnlock} />);
    await submit('000000');
    expect(screen.getByText(/đợi 1 phút 5 giây/, { selector: '[aria-hidden=true]' })).toBeTruthy();
    expect(button().getAttribute('aria-disabled')).toBe('true');
    // The phone slept: no tick came, but the clock went on.
    await act(() => vi.advanceTimersByTime(500));
    vi.setSystemTime(Date.now() + 61_500);
    await act(() => vi.advanceTimersByTime(500));
    expect(screen.getByText(/đợi 3 giây/, { selector: '[aria-hidden=true]' })).toBeTruthy();
    await submit('246813');
    expect(onUnlock).toHaveBeenCalledTimes(1);
    await act(() => vi.advanceTimersByTime(3000));
    expect(screen.getByText('Nhập lại được rồi.')).toBeTruthy();
    await submit('246813');
    expect(onUnlock).toHaveBeenCalledTimes(2);
  });

  it('puts a storage failure into words instead of a wrong passcode', async () => {
    render(<UnlockPage mode="real" onUnlock={() => Promise.reject(new StorageError('damaged'))} />);
    await submit('246813');
    await act(async () => vi.advanceTimersByTimeAsync(10));
    expect(screen.getByRole('alert').textContent).toMatch(/không đọc được/);
  });

  it('fills the try-out in, and leads to the other book', () => {
    const onOther = vi.fn<() => void>();
    render(<UnlockPage mode="trial" onUnlock={async () => ({ state: 'open' })} onOther={onOther} />);
    expect(field().value).toBe('dungthu');
    fireEvent.click(screen.getByRole('button', { name: 'Sang sổ thật của chi bộ' }));
    expect(onOther).toHaveBeenCalledOnce();
  });
});
