// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importKey, randomBytes } from '@/crypto';
import type { Fields, RecordKey } from '@/domain';
import { startI18n } from '@/i18n';
import { Book, BookContext, BookDatabase, Saver, type DirectoryEntry } from '@/storage';
import YearTargets from './year-targets';

let saver: Saver;
let n = 0;
const put = (key: RecordKey, fields: Fields): Promise<void> => saver.book.write(Object.entries(fields).map(([field, value]) => ({ key, field, value })));
const directory: DirectoryEntry[] = ['2026-03-05', '2026-01-07'].map((date) => ({ id: `d${date}`, kind: 'regular', date, time: '', place: '', state: 'closed', stepId: null, points: null, grade: null }));
const meet = (date: string, endedAt: string): Promise<void> => put(`meeting:d${date}`, { kind: 'regular', date, procedure: { id: 'regular.hd05-duk-2021', version: 1 }, startedAt: `${date}T07:00:00.000Z`, endedAt: `${date}T${endedAt}:00.000Z`, closedAt: `${date}T10:00:00.000Z` });
const show = (cell: Fields = {}, entries: readonly DirectoryEntry[] = directory): void =>
  void render(<BookContext.Provider value={saver}><YearTargets year={2026} today="2026-04-20" directory={entries} cell={cell} /></BookContext.Provider>);
const line = async (name: string): Promise<[string, string | null]> => {
  const row = (await screen.findByText(name)).closest('li')!;
  return [row.textContent.replace(name, ''), within(row).getByRole('link').getAttribute('href')];
};

beforeAll(() => startI18n('vi', ['common', 'targets', 'papers']));
beforeEach(async () => {
  saver = new Saver(new Book(new BookDatabase(`year-targets-${(n += 1)}`), await importKey(randomBytes(32))), () => 0);
});
afterEach(async () => {
  cleanup();
  await saver.book.close();
});

describe('the five targets on the reports', () => {
  it('[TARGET-1] [TARGET-2] [TARGET-3] documents lead to the register; training is told, not judged', async () => {
    await put('paper:a', { kind: 'workingRules', issuedOn: '2026-01-02' });
    await put('paper:b', { kind: 'thematicResolution', issuedOn: '2026-01-02' });
    await put('paper:c', { kind: 'training', issuedOn: '2026-02-02' });
    show();
    expect(await line('Quy chế làm việc')).toEqual(['Đã cóĐạt', '/van-ban']);
    expect(await line('Chương trình công tác năm')).toEqual(['Chưa có trong sổChưa đạt', '/van-ban']);
    expect(await line('Nghị quyết chuyên đề')).toEqual(['1/2 trong nhiệm kỳChưa đạt', '/van-ban']);
    expect(await line('Tập huấn đã dự')).toEqual(['Sổ đã ghi 1 lần tập huấn trong năm. Sổ không ghi ai đã dự, nên không tính được tỷ lệ.', '/van-ban']);
  });
  it('[TARGET-4] [TARGET-5] meetings and visits, have of need, each leading to where it comes from', async () => {
    await meet('2026-01-07', '09:00');
    await meet('2026-03-05', '07:20');
    await put('plan:2026', { since: '2026-01', day: 5, 'coming/a/on': '2026-02-05', 'coming/a/madeOn': '2026-02-05', 'coming/b/on': '2026-04-05' });
    show();
    expect(await line('Sinh hoạt thường kỳ')).toEqual(['2/3 thángChưa đạt', '/cuoc-hop']);
    expect(await line('Sinh hoạt chuyên đề')).toEqual(['0/1 quýChưa đạt', '/ke-hoach-nam/2026']);
    expect(await line('Họp đúng ngày kế hoạch')).toEqual(['1/2 buổiChưa đạt', '/ke-hoach-nam/2026']);
    expect(await line('Đủ thời gian tối thiểu')).toEqual(['1/2 buổi có ghi giờChưa đạt', '/bao-cao/lich-su/thoi-luong']);
    expect(await line('Chi ủy họp trước')).toEqual(['0/2 thángChưa đạt', '/cuoc-hop']);
    expect(await line('Số lần đã dự theo kế hoạch')).toEqual(['1/2 lầnChưa đạt', '/ke-hoach-nam/2026']);
  });
  it('[TARGET-4] [TARGET-5] an empty book is asked for nothing; a cell without chi ủy not for its meetings', async () => {
    show({ hasCommittee: false }, []);
    expect(await line('Sinh hoạt thường kỳ')).toEqual(['Chưa đến kỳ', '/cuoc-hop']);
    expect(await line('Số lần đã dự theo kế hoạch')).toEqual(['Kế hoạch năm chưa có lần dự nào đến ngày', '/ke-hoach-nam/2026']);
    expect(screen.queryByText('Chi ủy họp trước')).toBeNull();
  });
});
