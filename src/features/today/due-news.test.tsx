// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { importKey, randomBytes } from '@/crypto';
import type { Json } from '@/domain';
import { startI18n } from '@/i18n';
import { Book, BookContext, BookDatabase, Saver, type DirectoryEntry } from '@/storage';
import { News } from './due-news';

const ENTRY: DirectoryEntry = { id: 'm1', kind: 'regular', date: '2026-11-24', time: '14:00', place: '', state: 'closed', stepId: null, points: 92, grade: 'good' };
let saver: Saver;

beforeAll(() => startI18n('vi', ['common', 'today']));
afterEach(async () => {
  cleanup();
  await saver.book.close();
});

describe('news from the committee on the front page', () => {
  it('[DIR-5] stands until somebody of the cell has seen it, on whichever device; a grade that was replaced is no news', async () => {
    saver = new Saver(new Book(new BookDatabase('news'), await importKey(randomBytes(32))), () => 0);
    for (const [id, seq, grade] of [['grade-0001', 1, 'fair'], ['grade-0002', 2, 'average']] as const) {
      const facts: Record<string, Json> = { kind: 'officialGrade', seq, issuedAt: '2026-12-01T02:00:00.000Z', issuedBy: { committee: 'Đảng ủy', person: '' }, body: { meetingId: 'm1', grade, points: null, reason: 'Lý do.' } };
      await saver.book.edit([`directive:${id}`], () => [{ key: `directive:${id}`, fields: Object.fromEntries(Object.entries(facts).map(([name, v]) => [name, { v, s: 0, d: '' }])) }]);
    }
    const { container } = render(<BookContext.Provider value={saver}><News directory={[ENTRY]} /></BookContext.Provider>);
    const link = await screen.findByRole('link');
    expect(link.getAttribute('href')).toBe('/gui-nhan');
    expect(container.textContent).toMatch(/Tin từ cấp ủyCấp ủy đã xếp loại: Trung bìnhBuổi họp ngày 24\/11\/2026/);
    expect(screen.getAllByRole('link')).toHaveLength(1);
    await act(async () => {
      await saver.book.write([{ key: 'directive:grade-0002', field: 'seen', value: true }]);
    });
    await act(() => saver.book.settled());
    expect(container.textContent).toBe('');
  });
});
