// @vitest-environment happy-dom
import { act, fireEvent, render, screen } from '@testing-library/react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { startI18n } from '@/i18n';
import { UnlockPage } from '.';
import { ByPasskey, type PasskeyState } from './by-passkey';

const show = (answer: PasskeyState, present = true) => {
  const onAsk = vi.fn<(signal: AbortSignal) => Promise<PasskeyState>>(async () => answer);
  const page = render(<UnlockPage mode="real" onUnlock={async () => ({ state: 'open' })} first={<ByPasskey present={present} onAsk={onAsk} />} />);
  return { onAsk, ...page };
};
const ask = () => act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Mở bằng vân tay hoặc khuôn mặt' })));

beforeAll(() => startI18n('vi', ['common', 'unlock', 'passkey', 'errors']));

describe('a passkey at the lock', () => {
  it('[KEY-33] comes first, with the passcode beneath it and no keyboard over both', () => {
    const { container } = show({ state: 'open' });
    const order = [...container.querySelectorAll('button, input')].map((one) => one.textContent || one.getAttribute('autocomplete'));
    expect(order.slice(0, 2)).toEqual(['Mở bằng vân tay hoặc khuôn mặt', 'current-password']);
    expect(document.activeElement).not.toBe(screen.getByLabelText('Mật khẩu'));
  });

  it('opens, and stays busy while the book comes up', async () => {
    const { onAsk } = show({ state: 'open' });
    await ask();
    expect(onAsk).toHaveBeenCalledOnce();
    expect(screen.getByRole('button', { name: /Đang chờ vân tay/ }).getAttribute('aria-busy')).toBe('true');
  });

  it.each([
    ['cancelled', /đồng chí đã hủy, đã hết giờ chờ, hoặc passkey không còn/],
    ['noPrf', /không đưa ra khóa/],
    ['stale', /không còn khớp với sổ/],
    ['unsupported', /Trình duyệt này không dùng được passkey/],
  ] as const)('[KEY-33] %s: says why, that the book is whole, and leads to the passcode', async (state, words) => {
    show({ state });
    await ask();
    const text = screen.getByRole('alert').textContent;
    expect(text).toMatch(words);
    expect(text).toMatch(/Sổ vẫn nguyên vẹn/);
    expect(text).toMatch(/nhập mật khẩu ở ô dưới/);
    expect(screen.getByLabelText('Mật khẩu')).toBeTruthy();
  });

  it('puts a storage failure into its own words', async () => {
    show({ state: 'failed', reason: 'newer' });
    await ask();
    expect(screen.getByRole('alert').textContent).toMatch(/bản mới hơn/);
  });

  it('is not offered where the book has none, nor after it turned out so', async () => {
    const { unmount } = show({ state: 'none' });
    await ask();
    expect(screen.queryByRole('button', { name: /vân tay/ })).toBeNull();
    unmount();
    show({ state: 'open' }, false);
    expect(screen.queryByRole('button', { name: /vân tay/ })).toBeNull();
  });

  it('withdraws its question when the lock goes away', async () => {
    const signals: AbortSignal[] = [];
    const page = render(<ByPasskey present onAsk={(signal) => new Promise(() => void signals.push(signal))} />);
    await ask();
    page.unmount();
    expect(signals[0]?.aborted).toBe(true);
  });
});
