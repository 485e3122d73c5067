// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { importKey, randomBytes } from '@/crypto';
import type { Json } from '@/domain';
import { startI18n } from '@/i18n';
import { Book, BookContext, BookDatabase, Saver } from '@/storage';
import type { BlockProps } from '../meeting-context';
import { OfficialGradeBlock } from './official-grade';

let saver: Saver;
let n = 0;
const grade = (id: string, seq: number, body: Record<string, Json>): Promise<void> => {
  const facts: Record<string, Json> = { kind: 'officialGrade', seq, issuedAt: `2026-12-0${seq}T02:00:00.000Z`, issuedBy: { committee: 'Đảng ủy Thử', person: '' }, body: { meetingId: 'm1', grade: 'fair', points: 84, total: 100, reason: 'Ít ý kiến.', ...body } };
  return saver.book.edit([`directive:${id}`], () => [{ key: `directive:${id}`, fields: Object.fromEntries(Object.entries(facts).map(([name, v]) => [name, { v, s: 0, d: '' }])) }]);
};
const show = (): HTMLElement => render(<BookContext.Provider value={saver}><OfficialGradeBlock {...({ ctx: { id: 'm1' } } as unknown as BlockProps)} /></BookContext.Provider>).container;

beforeAll(() => startI18n('vi', ['common', 'official']));
beforeEach(async () => {
  saver = new Saver(new Book(new BookDatabase(`official-${(n += 1)}`), await importKey(randomBytes(32))), () => 0);
});
afterEach(async () => {
  cleanup();
  await saver.book.close();
});

it('[GRADE-1] a meeting shows the committee’s grade in force with its reason, the earlier ones behind a tap, and notes that they were seen', async () => {
  await grade('grade-0001', 1, {});
  await grade('grade-0002', 2, { grade: 'good', points: 90.5, reason: 'Đã bổ sung.' });
  await grade('grade-0003', 3, { meetingId: 'm2' });
  const page = show();
  await screen.findByRole('heading', { name: 'Cấp ủy xếp loại' });
  expect(page.textContent).toMatch(/90,5\/100Tốt.*Lý do: Đã bổ sung\..*Đảng ủy Thử, lúc 09:00 02\/12\/2026.*thay cho điểm tự chấm.*1 lần xếp loại trước.*84 Khá · Ít ý kiến\./);
  const seen = async (id: string): Promise<unknown> => (await saver.book.read(`directive:${id}`))['seen'];
  await waitFor(async () => expect([await seen('grade-0001'), await seen('grade-0002'), await seen('grade-0003')]).toEqual([true, true, undefined]));
});

it('a meeting that the committee has not graded says nothing of it', async () => {
  await grade('grade-0003', 1, { meetingId: 'm2' });
  const page = show();
  await saver.book.settled();
  expect(page.textContent).toBe('');
});
