// @vitest-environment happy-dom
import { act, fireEvent, render, screen } from '@testing-library/react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { startI18n } from '@/i18n';
import { BookContext, type Saver } from '@/storage';
import { Security } from './security';

const put = vi.fn<(row: unknown) => Promise<void>>(async () => undefined);
const stored = new Map<string, number>([['setting.awayMinutes', 10]]);
const saver = { book: { db: { meta: { put, get: async (name: string) => (stored.has(name) ? { value: stored.get(name) } : undefined) } } } } as unknown as Saver;
const field = (label: string): HTMLSelectElement => screen.getByLabelText(label);

beforeAll(() => startI18n('vi', ['common', 'settings']));

describe('the times of the lock', () => {
  it('[LOCK-1] [LOCK-2] are shown as set, or as the lock takes them where nothing is set, and kept when chosen', async () => {
    await act(async () => void render(<BookContext.Provider value={saver}><Security mode="trial" onLock={async () => undefined} /></BookContext.Provider>));
    expect(field('Tự khóa sau khi không dùng').value).toBe('10');
    expect(field('Tự khóa sau khi rời ứng dụng').value).toBe('10');
    await act(async () => void fireEvent.change(field('Tự khóa sau khi rời ứng dụng'), { target: { value: '0' } }));
    expect(put).toHaveBeenCalledWith({ name: 'setting.awayMinutes', value: 0 });
    expect(field('Tự khóa sau khi rời ứng dụng').selectedOptions[0]?.textContent).toBe('Ngay');
    put.mockRejectedValueOnce(new Error('full'));
    await act(async () => void fireEvent.change(field('Tự khóa sau khi không dùng'), { target: { value: '30' } }));
    expect(field('Tự khóa sau khi không dùng').value).toBe('10');
  });
});
