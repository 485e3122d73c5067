// @vitest-environment happy-dom
import { fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { startI18n } from '@/i18n';
import { DICTATION } from '@/storage';
import { Dictation } from './dictation';

const theSwitch = (): HTMLInputElement => screen.getByRole('switch', { name: /^Cho phép nói để ghi/ });

beforeAll(async () => {
  await startI18n('vi', ['common', 'settings']);
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) { this.open = true; };
});
beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal('webkitSpeechRecognition', class {});
});
afterEach(() => void vi.unstubAllGlobals());

it('[DICT-3] is off, and goes on only after it was said where the voice goes', () => {
  render(<Dictation />);
  expect(theSwitch().checked).toBe(false);
  fireEvent.click(theSwitch());
  const asked = within(screen.getByRole('alertdialog', { name: 'Giọng nói có thể rời khỏi máy' }));
  expect(asked.getByText(/có thể gửi giọng nói về máy chủ của họ/)).toBeTruthy();
  fireEvent.click(asked.getByRole('button', { name: 'Hủy' }));
  expect([theSwitch().checked, localStorage.getItem(DICTATION)]).toEqual([false, null]);
  fireEvent.click(theSwitch());
  fireEvent.click(screen.getByRole('button', { name: 'Tôi hiểu, bật' }));
  expect([theSwitch().checked, localStorage.getItem(DICTATION)]).toEqual([true, '1']);
  fireEvent.click(theSwitch());
  expect([theSwitch().checked, localStorage.getItem(DICTATION)]).toEqual([false, null]);
});

it('[DICT-3] offers nothing where the browser cannot listen', () => {
  vi.stubGlobal('webkitSpeechRecognition', undefined);
  Reflect.deleteProperty(globalThis, 'webkitSpeechRecognition');
  render(<Dictation />);
  expect(screen.queryByRole('switch')).toBeNull();
  expect(screen.getByText(/không có chức năng nghe/)).toBeTruthy();
});
