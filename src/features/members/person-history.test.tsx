// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { importKey, randomBytes } from '@/crypto';
import type { Json, RecordKey } from '@/domain';
import { startI18n } from '@/i18n';
import { Book, BookContext, BookDatabase, Saver } from '@/storage';
import PersonHistory from './person-history';

let saver: Saver;
const person = (id: string, status = 'active') => ({ id, name: id, standing: 'official', status, position: 'none' });
const meet = (n: number, more: Record<string, Json>, status?: string): Promise<void> => {
  const date = `2025-${String(n).padStart(2, '0')}-05`.replace('2025-13', '2026-01');
  const fields = { kind: 'regular', date, roster: [person('a', status), person('b')] as unknown as Json, startedAt: `${date}T07:00:00.000Z`, endedAt: `${date}T08:00:00.000Z`, ...more };
  return saver.book.write(Object.entries(fields).map(([field, value]) => ({ key: `meeting:d${n}` as RecordKey, field, value })));
};
const names = (): string[] => screen.getAllByRole('link').map((link) => link.getAttribute('aria-label') ?? '');

beforeAll(() => startI18n('vi', ['common', 'memberHistory', 'meeting']));
afterEach(async () => {
  cleanup();
  await saver.book.close();
});

it('[HIST-6] twelve meetings as marks, each a way to its meeting, absences in words; earlier ones on request', async () => {
  saver = new Saver(new Book(new BookDatabase('person-history'), await importKey(randomBytes(32))), () => 0);
  await meet(1, { 'att/a': { kind: 'unexcused' } });
  for (let n = 2; n <= 10; n += 1) await meet(n, {});
  await meet(11, { 'att/a': { kind: 'excused', reason: 'sick' } });
  await meet(12, { 'att/a': { kind: 'late', time: '14:20' }, 'con/c': { memberId: 'a', kind: 'opinion', at: '2025-12-05T07:10:00.000Z', stepId: 's' } });
  await meet(13, {}, 'exempt');
  render(<BookContext.Provider value={saver}><PersonHistory id="a" /></BookContext.Provider>);
  await waitFor(() => expect(names()).toHaveLength(12));
  expect(names().slice(-4)).toEqual(['05/10/2025: có mặt', '05/11/2025: vắng có lý do, ốm đau', '05/12/2025: đến muộn, 14:20, phát biểu 1 lượt', '05/01/2026: không thuộc diện phải dự']);
  expect(screen.getAllByRole('link').at(-1)?.getAttribute('href')).toBe('/cuoc-hop/d13');
  expect(screen.getByText('Có mặt 10/11 buổi (90,9%). Phát biểu 1 lượt trong 1 buổi.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Xem thêm 1 buổi trước đó' }));
  await waitFor(() => expect(names()[0]).toBe('05/01/2025: vắng không lý do'));
  expect(screen.queryByRole('button')).toBeNull();
});
