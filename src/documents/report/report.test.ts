import { describe, expect, it } from 'vitest';
import { INTERNAL, SECRETS, cell, members } from '../../../tests/fixtures/november-meeting';
import { reportInput, sampleReport, TODAY } from '../../../tests/fixtures/report';
import { composeReport, finalReport, mergeReport, reportDifferences, reportFileName, reportForm } from '.';

const textOf = (id: string, section: string): string | undefined => composeReport(reportInput(id)).draft.sections.find((one) => one.id === section)?.text;

describe('the text of a report', () => {
  it('[REP-12] is whole sentences of what the book holds; what it does not know is an empty place', () => {
    expect(textOf('2026-11', 'members')).toBe('Tính đến ngày 30 tháng 11 năm 2026, Chi bộ có 30 đảng viên: chính thức 27, dự bị 01, sinh hoạt tạm thời nơi khác 01, được miễn công tác và sinh hoạt 01.\nTrong tháng không có biến động về đảng viên.');
    expect(textOf('2026-11', 'meetings')).toBe('Trong tháng, Chi bộ tổ chức 01 buổi sinh hoạt thường kỳ; chi ủy họp 01 lần.\nDự sinh hoạt thường kỳ có 25/28 đồng chí thuộc diện phải dự, đạt tỷ lệ 89,3%; vắng có lý do 02, không có lý do 01.\nBuổi sinh hoạt thường kỳ kéo dài 107 phút.');
    expect(textOf('2026-11', 'quality')).toMatch(/Buổi sinh hoạt thường kỳ đạt 92 điểm, xếp loại Tốt \(chi bộ tự chấm\)\.$/);
    expect(textOf('2026-11', 'tasks')).toBe('Chi bộ giao mới 03 nhiệm vụ.\nCó 03 nhiệm vụ đến hạn: hoàn thành đúng hạn 02 (66,7%), hoàn thành sau hạn 0, chưa hoàn thành 01.');
    expect(textOf('2026-11', 'dues')).toBe('Đã đóng đảng phí: 26/29 đồng chí thuộc diện đóng tại Chi bộ.');
    expect([textOf('2026-11', 'leadership'), textOf('2026-11', 'targets'), textOf('2026-09', 'meetings')]).toEqual([undefined, undefined, 'Trong tháng, sổ chưa ghi buổi sinh hoạt nào của Chi bộ.\nSổ chưa có số liệu của tháng 9.']);
    const { draft } = composeReport(reportInput('2026-Q4'));
    expect([draft.title, draft.subject]).toEqual(['BÁO CÁO', 'kết quả hoạt động của chi bộ quý IV năm 2026']);
    expect(draft.sections.find(({ id }) => id === 'targets')?.text).toContain('- Quy chế làm việc: chưa có.');
    for (const { text } of draft.sections) for (const line of text.split('\n')) expect(line).toMatch(/^(- )?\p{Lu}.*[.:;]$/u);
  });

  it('[REP-11] tells nothing of restricted or internal steps', () => {
    const all = JSON.stringify(['2026-11', '2026-Q4', '2026-H2', '2026'].map((id) => sampleReport(id)));
    expect([...SECRETS, INTERNAL].filter((secret) => all.includes(secret))).toEqual([]);
    expect(all).not.toMatch(/undefined|NaN|null,"text"/);
  });

  it('an edit by hand stands in the place of what the records give, and is told when they have changed since', () => {
    const input = reportInput('2026-Q4', { 'sec/dues': { basis: 'cũ' }, 'sec/dues/text': 'Đã thu đủ.', 'sec/leadership': { basis: '' }, 'sec/leadership/text': 'Hoàn thành kế hoạch.', 'sec/members': { basis: '' }, 'sec/members/text': '' });
    const merged = mergeReport(composeReport(input), input);
    expect(merged.changed).toEqual(['members', 'dues']);
    const final = finalReport(input, members, TODAY);
    expect(final.sections.map(({ id }) => id)).not.toContain('members');
    expect(final.sections.filter(({ id }) => id === 'dues' || id === 'leadership').map(({ text }) => text)).toEqual(['Hoàn thành kế hoạch.', 'Đã thu đủ.']);
    expect(reportDifferences(sampleReport('2026-Q4'), final)).toEqual(['members', 'dues', 'leadership']);
  });

  it('[REP-12] tables: figures by month with their sum, the score grid, the six-month grid with what was typed', () => {
    const [figures, scores, grid] = composeReport(reportInput('2026-H2', { 'cell/2026-11.reading': '3 bài' })).tables;
    expect(figures?.columns).toEqual(['TT', 'Nội dung', 'T7', 'T8', 'T9', 'T10', 'T11', 'T12', 'Cộng']);
    expect(figures?.rows[1]).toEqual(['2', 'Buổi thường kỳ', '', '', '', '0', '1', '0', '1']);
    expect(scores?.rows).toEqual([['1', 'Chi bộ Trung tâm Kiểm định Xây dựng', '30', '24/11/2026', '92', 'Tốt', expect.any(String)]]);
    expect(grid?.rows[4]).toEqual(['T11', '30', '25/28', expect.stringMatching(/^\d+\/25$/), '', '', '3 bài', '', '', '', '', '']);
    expect(composeReport(reportInput('2026')).tables[0]?.columns).toEqual(['TT', 'Nội dung', 'Quý I', 'Quý II', 'Quý III', 'Quý IV', 'Cộng']);
    expect(composeReport(reportInput('2026-11')).tables.map(({ id, columns }) => [id, columns.length])).toEqual([['figures', 3], ['scores', 7]]);
  });

  it('[REP-12] a month before the first regular meeting in which something was counted stands in its column, and is not told as unknown', () => {
    const input = reportInput('2026-H2');
    const months = input.months.map((month) => (month.month === '2026-08' ? { ...month, tally: { ...month.tally, counts: { ...month.tally.counts, tasksGiven: 2 } } } : month));
    const { tables: [figures, , grid], draft } = composeReport({ ...input, months });
    expect(figures?.rows.find(([, what]) => what === 'Nhiệm vụ giao mới')?.slice(2, 5)).toEqual(['', '2', '']);
    expect(grid?.rows.map(([, strength]) => strength !== '').slice(0, 3)).toEqual([false, true, false]);
    expect(draft.sections.find(({ id }) => id === 'meetings')?.text).toContain('Sổ chưa có số liệu của tháng 7, tháng 9.');
  });

  it('[REP-12] of two regular meetings of a month, day and points lost are those of the one that was graded', () => {
    const input = reportInput('2026-11');
    const [month] = input.months;
    const graded = month!.regular!;
    const later = { ...graded, lost: [{ label: 'Khác', lost: 1, reason: '' }], point: { ...graded.point, id: 'later', date: '2026-11-28' } };
    const { tables: [, scores], draft } = composeReport({ ...input, months: [{ ...month!, regular: later, meetings: [graded, later] }] });
    expect(scores?.rows[0]?.[3]).toBe('24/11/2026');
    expect(scores?.rows[0]?.[6]).not.toContain('Khác');
    expect(draft.sections.find(({ id }) => id === 'quality')?.text).toMatch(/Buổi sinh hoạt thường kỳ ngày 24\/11\/2026 đạt 92 điểm/);
  });

  it('[SUB-6] a cell of a table is cut where the wire ends, and says so', () => {
    const input = reportInput('2026-11');
    const [month] = input.months;
    const regular = { ...month!.regular!, lost: [{ label: 'Khác', lost: 1, reason: 'dài '.repeat(2000) }] };
    const cell = composeReport({ ...input, months: [{ ...month!, regular, meetings: [regular] }] }).tables[1]!.rows[0]![6]!;
    expect([cell.length, cell.at(-1)]).toEqual([4000, '…']);
  });
});

describe('a report as a document', () => {
  it('[FORM-13] has the head, number, sections, tables and signature of a report; of a correction the reason', () => {
    const form = reportForm(sampleReport('2026-Q4', { number: '7' }), cell);
    expect(form.head).toEqual({ superior: 'Đảng ủy Sở Xây dựng', cell: 'Chi bộ Trung tâm Kiểm định Xây dựng', number: 'Số 07-BC/CB', placeDate: 'Thanh Hóa, ngày 04 tháng 01 năm 2027' });
    expect(form.blocks[0]).toMatchObject({ text: 'Chi bộ Trung tâm Kiểm định Xây dựng báo cáo Đảng ủy Sở Xây dựng kết quả hoạt động quý IV năm 2026 như sau:' });
    expect(form.foot?.right).toMatchObject({ label: 'T/M CHI BỘ', under: 'BÍ THƯ', name: 'Trịnh Xuân Hòa' });
    const widths = form.blocks.flatMap((block) => (block.kind === 'table' ? [block.columns.reduce((sum, { width }) => sum + width, 0)] : []));
    expect(Math.max(...widths)).toBeLessThanOrEqual(165);
    const corrected = reportForm(sampleReport('2026-Q4.2', { reason: 'đếm thiếu một buổi', number: '' }), cell);
    expect(corrected.blocks[1]).toMatchObject({ text: 'Báo cáo này đính chính và thay thế báo cáo cùng kỳ đã gửi trước đây. Lý do: đếm thiếu một buổi.' });
    expect(corrected.head?.number).toBe('Số …-BC/CB');
    expect([reportFileName('2026-Q4', 'docx'), reportFileName('2026-Q4.2', 'pdf')]).toEqual(['bao-cao-2026-Q4.docx', 'bao-cao-2026-Q4-dinh-chinh-2.pdf']);
  });
});
