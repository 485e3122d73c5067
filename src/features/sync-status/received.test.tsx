// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importKey, randomBytes } from '@/crypto';
import type { Json, RecordKey } from '@/domain';
import { startI18n } from '@/i18n';
import { Book, BookContext, BookDatabase, Saver } from '@/storage';
import { Received } from './received';

let saver: Saver;
let n = 0;

/** As sync takes it in: facts of the server. */
const take = (id: string, facts: Record<string, Json>): Promise<void> => {
  const key: RecordKey = `directive:${id}`;
  return saver.book.edit([key], (read) => [{ key, fields: { ...read(key).fields, ...Object.fromEntries(Object.entries(facts).map(([name, v]) => [name, { v, s: 0, d: '' }])) } }]);
};
const grade = (id: string, seq: number, body: Record<string, Json> = {}): Promise<void> =>
  take(id, {
    kind: 'officialGrade',
    seq,
    issuedAt: `2026-12-0${seq}T02:00:00.000Z`,
    issuedBy: { committee: 'Đảng ủy Thử', person: 'Trần Văn Bình' },
    body: { meetingId: 'm1', submissionId: 's1', grade: 'fair', points: 84, total: 100, reason: 'Ít ý kiến phát biểu.', replaces: null, ...body },
  });
const seen = async (id: string): Promise<unknown> => (await saver.book.read(`directive:${id}`))['seen'];
const show = (): HTMLElement => render(<BookContext.Provider value={saver}><Received /></BookContext.Provider>).container;

beforeAll(() => startI18n('vi', ['common', 'official']));
beforeEach(async () => {
  saver = new Saver(new Book(new BookDatabase(`received-${(n += 1)}`), await importKey(randomBytes(32))), () => 0);
  await saver.book.write([{ key: 'meeting:m1', field: 'date', value: '2026-11-24' }]);
});
afterEach(async () => {
  cleanup();
  await saver.book.close();
});

describe('what the committee has sent, on the cell’s screen', () => {
  it('is not spoken of before there is any', async () => {
    const page = show();
    await saver.book.settled();
    expect(page.textContent).toBe('');
  });

  it('[DIR-5] a grade stands whole with its reason, leads to its meeting, and counts as seen by being shown', async () => {
    await grade('grade-0001', 1);
    const page = show();
    await screen.findByText('Xếp loại buổi họp ngày 24/11/2026');
    expect(page.textContent).toMatch(/Lý do: Ít ý kiến phát biểu\..*Trần Văn Bình, lúc 09:00 01\/12\/2026.*Mới.*84 · Khá/);
    expect(screen.getByRole('link').getAttribute('href')).toBe('/cuoc-hop/m1');
    await waitFor(async () => expect(await seen('grade-0001')).toBe(true));
    // Still new to who looks at it now; no longer to who opens the page again.
    expect(page.textContent).toContain('Mới');
    cleanup();
    const again = show();
    await screen.findByText('Xếp loại buổi họp ngày 24/11/2026');
    expect(again.textContent).not.toContain('Mới');
  });

  it('[DIR-3] a grade that another has replaced says so, the newest stands first', async () => {
    await grade('grade-0001', 1);
    await grade('grade-0002', 2, { grade: 'good', points: null, reason: '', replaces: 'grade-0001' });
    await grade('grade-0003', 3, { meetingId: 'm-not-here-yet' });
    show();
    const rows = await screen.findAllByRole('listitem');
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/^Xếp loại một buổi họp/),
      expect.stringMatching(/^Xếp loại buổi họp ngày 24\/11\/2026Trần Văn Bình, lúc 09:00 02\/12\/2026Mới.*Tốt$/),
      expect.stringMatching(/Đã có kết quả mới thay\./),
    ]);
  });

  it('[DIR-6] what the app does not understand is counted, and said to be kept', async () => {
    await take('visit-0001', { kind: 'visitPlanned', seq: 1, issuedAt: '2026-12-01T02:00:00.000Z', body: {} });
    const page = show();
    await screen.findByRole('status');
    expect(page.textContent).toMatch(/Có 1 nội dung của cấp ủy mà ứng dụng trên máy này chưa đọc được/);
    expect(await seen('visit-0001')).toBeUndefined();
  });

  it('[DIR-9] guidance to follow from a day on, and official wording, lead to where they are read, and count as seen', async () => {
    const guide = (id: string, seq: number, body: Record<string, Json>): Promise<void> =>
      take(id, { kind: 'guidance', seq, issuedAt: `2026-12-0${seq}T02:00:00.000Z`, issuedBy: { committee: 'Đảng ủy Thử', person: '' }, body: { from: '2027-01-01', profile: null, frame: null, wording: {}, ...body } });
    await guide('guide-0001', 1, { profile: 'hd42-2025' });
    await guide('guide-0002', 2, { wording: { 'regular.hd42-2025/tk-md-01/label': 'Tuyên bố lý do' } });
    show();
    expect((await screen.findByRole('link', { name: /Quy trình, khung chấm điểm áp dụng từ 01\/01\/2027.*42-HD/ })).getAttribute('href')).toBe('/cai-dat');
    expect(screen.getByRole('link', { name: /Lời văn chính thức của 1 chỗ/ }).getAttribute('href')).toBe('/cai-dat/loi-van');
    await waitFor(async () => expect([await seen('guide-0001'), await seen('guide-0002')]).toEqual([true, true]));
  });
});
