// @vitest-environment happy-dom
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { startI18n } from '@/i18n';
import { ToastProvider } from '@/ui';
import { PasscodeSheet, type ChangePasscode } from './passcode-sheet';

const open = (answer: boolean | Error) => {
  const onChange = vi.fn<ChangePasscode>(async () => {
    if (answer instanceof Error) throw answer;
    return answer;
  });
  const onClose = vi.fn<() => void>();
  render(<ToastProvider closeLabel="Đóng"><PasscodeSheet open onClose={onClose} onChange={onChange} /></ToastProvider>);
  const sheet = within(screen.getByRole('dialog', { name: 'Đổi mật khẩu' }));
  const fill = async (old: string, first: string, second: string): Promise<void> => {
    fireEvent.change(sheet.getByLabelText('Mật khẩu đang dùng'), { target: { value: old } });
    fireEvent.change(sheet.getByLabelText('Mật khẩu mới'), { target: { value: first } });
    fireEvent.change(sheet.getByLabelText('Nhập lại mật khẩu mới'), { target: { value: second } });
    await act(async () => {
      fireEvent.submit(sheet.getByLabelText<HTMLInputElement>('Mật khẩu mới').form!);
      await Promise.resolve();
    });
  };
  return { onChange, onClose, sheet, fill };
};

beforeAll(() => startI18n('vi', ['common', 'settings', 'errors']));

describe('changing the passcode', () => {
  it('asks for nothing of the book until the new one is long enough and twice the same', async () => {
    const { onChange, sheet, fill } = open(true);
    await fill('', '246813', '246813');
    expect(sheet.getByText('Đồng chí nhập mật khẩu đang dùng.')).toBeTruthy();
    await fill('135790', '12345', '12345');
    expect(sheet.getByText('Mật khẩu cần ít nhất 6 chữ hoặc số.')).toBeTruthy();
    await fill('135790', '246813', '246814');
    expect(sheet.getByText('Hai lần nhập chưa giống nhau.')).toBeTruthy();
    expect(onChange).not.toHaveBeenCalled();
  });

  it('changes it, says so and closes', async () => {
    const { onChange, onClose, fill } = open(true);
    await fill('135790 ', 'sáng nay trời mưa', 'sáng nay trời mưa');
    expect(onChange).toHaveBeenCalledExactlyOnceWith('135790', 'sáng nay trời mưa');
    expect(onClose).toHaveBeenCalledOnce();
    expect(screen.getByText('Đã đổi mật khẩu.')).toBeTruthy();
  });

  it('stays open when the old one is wrong or storage fails, and says that nothing changed', async () => {
    const wrong = open(false);
    await wrong.fill('000000', '246813', '246813');
    expect(wrong.sheet.getByText('Mật khẩu đang dùng chưa đúng. Chưa có gì thay đổi.')).toBeTruthy();
    expect(wrong.onClose).not.toHaveBeenCalled();
  });

  it('tells a failure that is not about the passcode', async () => {
    const { sheet, fill } = open(new Error('full'));
    await fill('135790', '246813', '246813');
    expect(sheet.getByRole('alert').textContent).toMatch(/chưa rõ nguyên nhân/);
  });
});
