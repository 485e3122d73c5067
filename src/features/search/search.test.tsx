// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importKey, randomBytes } from '@/crypto';
import type { Fields, RecordKey } from '@/domain';
import { startI18n } from '@/i18n';
import { allProcedures } from '@/packs';
import { Book, BookContext, BookDatabase, Saver } from '@/storage';
import { SearchPage } from '.';

let saver: Saver;
let n = 0;

const put = (key: RecordKey, fields: Fields): Promise<void> => saver.book.write(Object.entries(fields).map(([field, value]) => ({ key, field, value })));
const show = (): void => void render(<BookContext.Provider value={saver}><SearchPage /></BookContext.Provider>);
const ask = async (query: string): Promise<void> => {
  fireEvent.change(await screen.findByLabelText('Từ cần tìm'), { target: { value: query } });
};
const procedure = allProcedures().find(({ id }) => id.startsWith('regular.'))!;
const steps = procedure.phases.flatMap((phase) => phase.steps);
const open = steps.find(({ sensitivity, blocks }) => !sensitivity && blocks.includes('contributions'))!.id;
const restricted = steps.find(({ sensitivity }) => sensitivity === 'restricted')!.id;

beforeAll(() => startI18n('vi', ['common', 'search', 'meeting', 'papers']));
beforeEach(async () => {
  saver = new Saver(new Book(new BookDatabase(`search-${(n += 1)}`), await importKey(randomBytes(32))), () => 0);
});
afterEach(async () => {
  cleanup();
  await saver.book.close();
});

describe('search in the book', () => {
  it('shows what it is, where in it, the words around, and leads there', async () => {
    await put('member:p', { name: 'Trần Thị Bình', job: 'Kế toán' });
    await put('task:t', { what: 'Rà soát hồ sơ', assigneeId: 'p', state: 'open', createdAt: '2026-01-05T08:00:00.000Z' });
    await put('paper:q', { kind: 'workingRules', title: 'Quy chế làm việc', number: '03-QC/CB', issuedOn: '2026-02-01' });
    await put('meeting:m', { kind: 'regular', date: '2026-03-05', procedure: { id: procedure.id, version: procedure.version }, conclusion: 'Giao đồng chí Bình rà soát quy chế' });
    show();
    await ask('binh');
    const results = await screen.findByRole('list', { name: 'Kết quả tìm' });
    expect(within(results).getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['/dang-vien/p', '/cuoc-hop/m', '/nhiem-vu?mo=t']);
    expect(within(results).getByText('Kết luận:').parentElement?.querySelector('mark')?.textContent).toBe('Bình');
    fireEvent.click(screen.getByRole('button', { name: /Nhiệm vụ/ }));
    expect(within(await screen.findByRole('list', { name: 'Kết quả tìm' })).getAllByRole('link')).toHaveLength(1);
    await ask('qc');
    expect((await screen.findByRole('link', { name: /Quy chế làm việc/ })).getAttribute('href')).toBe('/van-ban?mo=q');
    await ask('khong co dau');
    expect(await screen.findByRole('heading', { name: 'Không tìm thấy' })).toBeTruthy();
  });

  it('[SEARCH-3] finds closed reports by what they say, and what a file is attached to by its name', async () => {
    const closed = (subject: string, text: string): Fields => ({
      final: { title: 'BÁO CÁO', subject, period: '2026-Q3', number: '07-BC/CB', date: '2026-10-02', reason: '', signer: '', tables: [], figures: {}, sections: [{ id: 'a', heading: 'Kết quả', text }] } as never,
      closedAt: '2026-10-02T08:00:00.000Z',
    });
    await put('report:2026-Q3', closed('kết quả hoạt động quý III', 'Đã làm đường bê tông'));
    await put('report:2026-Q3.2', closed('kết quả hoạt động quý III', 'Đã làm kênh mương'));
    await put('report:2026-Q4', { 'sec/a/text': 'Đường bê tông còn soạn' });
    await put('meeting:m', { kind: 'regular', date: '2026-03-05', procedure: { id: procedure.id, version: procedure.version } });
    await put('task:t', { what: 'Rà soát hồ sơ', state: 'open', createdAt: '2026-01-05T08:00:00.000Z' });
    const file = (owner: string, name: string): Fields => ({ owner, name, type: 'image/jpeg', hash: 'x', secret: 'y', size: 1, pieces: 1, addedAt: '2026-03-05T08:00:00.000Z' });
    await put('file:f', file('meeting:m', 'bang-ky-nhan.jpg'));
    show();
    const hrefs = async (): Promise<(string | null)[]> => within(await screen.findByRole('list', { name: 'Kết quả tìm' })).getAllByRole('link').map((link) => link.getAttribute('href'));
    await ask('be tong');
    expect(await hrefs()).toEqual(['/bao-cao/2026-Q3']);
    await ask('kenh muong');
    await screen.findByRole('link', { name: /Báo cáo kết quả hoạt động quý III, đính chính lần 1/ });
    expect(await hrefs()).toEqual(['/bao-cao/2026-Q3.2']);
    await ask('bang ky nhan');
    await screen.findByText('Tệp đính kèm:');
    expect(await hrefs()).toEqual(['/cuoc-hop/m']);
    // A file that comes later is found too, with a record that stays as it was.
    await act(() => put('file:g', file('meeting:m', 'giay moi.pdf')));
    await act(() => put('file:h', file('task:t', 'giay moi 2.pdf')));
    await ask('giay moi');
    await waitFor(async () => expect(new Set(await hrefs())).toEqual(new Set(['/cuoc-hop/m', '/nhiem-vu?mo=t'])));
  });

  it('[SEARCH-4] finds nothing of the notebook, of criticism, of a restricted step; nor in closed minutes what they do not hold', async () => {
    const at = '2026-03-05T08:00:00.000Z';
    const said = (kind: string, stepId: string): Fields[string] => ({ memberId: 'p', kind, at, stepId });
    await put('note:n', { memberId: 'p', kind: 'self', on: '2026-03-05', text: 'bimatmot' });
    await put('meeting:m', {
      kind: 'regular', date: '2026-03-05', procedure: { id: procedure.id, version: procedure.version },
      'con/1': said('criticism', open), 'con/1/text': 'bimathai', 'con/2': said('opinion', restricted), 'con/2/text': 'bimatba', [`step/${restricted}/note`]: 'bimatbon',
      'con/3': said('opinion', open), 'con/3/text': 'congkhai',
    });
    await put('meeting:other', { kind: 'regular', date: '2026-03-05', procedure: { id: 'unknown', version: 9 }, 'con/1': said('opinion', open), 'con/1/text': 'bimatnam' });
    await put('meeting:closed', { kind: 'regular', date: '2026-02-05', conclusion: 'bimatsau', final: { title: 'BIÊN BẢN', subject: 'x', sections: [{ id: 'a', part: 'content', heading: 'Ý kiến', text: 'congkhai' }] }, closedAt: at });
    show();
    await ask('congkhai');
    expect(within(await screen.findByRole('list', { name: 'Kết quả tìm' })).getAllByRole('link')).toHaveLength(2);
    await ask('bimat');
    expect(await screen.findByRole('heading', { name: 'Không tìm thấy' })).toBeTruthy();
  });

  it('keeps the words for whoever comes back, in memory alone', async () => {
    await put('task:t', { what: 'Rà soát hồ sơ', state: 'open', createdAt: '2026-01-05T08:00:00.000Z' });
    show();
    await ask('ho so');
    expect(await screen.findByRole('link', { name: /Rà soát\s+hồ\s+sơ/ })).toBeTruthy();
    cleanup();
    show();
    expect(await screen.findByRole('link', { name: /Rà soát\s+hồ\s+sơ/ })).toBeTruthy();
    expect(location.href).not.toContain('so');
  });
});
