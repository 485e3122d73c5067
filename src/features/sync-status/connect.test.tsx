// @vitest-environment happy-dom
import { act, fireEvent, render, screen } from '@testing-library/react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { startI18n } from '@/i18n';
import { ToastProvider } from '@/ui';
import { Connect, type Connecting } from './connect';

const open = (...answers: Awaited<ReturnType<Connecting>>[]) => {
  const onConnect = vi.fn<Connecting>();
  answers.forEach((answer) => onConnect.mockResolvedValueOnce(answer));
  render(<ToastProvider closeLabel="Đóng"><Connect onConnect={onConnect} /></ToastProvider>);
  return onConnect;
};
const send = async (code: string): Promise<void> => {
  const field = screen.getByLabelText<HTMLInputElement>('Mã');
  fireEvent.change(field, { target: { value: code } });
  await act(async () => {
    fireEvent.submit(field.form!);
    await Promise.resolve();
  });
};

beforeAll(() => startI18n('vi', ['common', 'syncStatus', 'errors']));

describe('connecting with a code', () => {
  it('asks nobody about a code that is not whole', async () => {
    const onConnect = open();
    await send('7k2m9');
    expect(onConnect).not.toHaveBeenCalled();
    expect(screen.getByText(/Mã chưa đủ chữ/)).toBeTruthy();
  });

  it('says why it failed, keeps the code, and connects at the next try', async () => {
    const onConnect = open({ ok: false, reason: 'offline' }, { ok: true });
    await send('7k2m9pqrst vwxyz01234');
    expect(screen.getByRole('alert').textContent).toMatch(/Không liên lạc được với máy chủ/);
    await send(screen.getByLabelText<HTMLInputElement>('Mã').value);
    expect(onConnect).toHaveBeenLastCalledWith('7K2M9-PQRST-VWXYZ-01234');
    expect(screen.getByText('Đã kết nối.')).toBeTruthy();
  });
});
