import { describe, expect, it } from 'vitest';
import { readCell, readMember, readYearPlan, type Fields } from '@/domain';
import type { PartyDocument } from '../form';
import { yearPlanForm } from './year-plan';

const members = [readMember('hoa', { name: 'Trịnh Xuân Hòa', position: 'secretary' }), readMember('cuc', { name: 'Phạm Thị Cúc' })];
const cell = readCell({ name: 'Chi bộ Trung tâm Kiểm định', superior: 'Đảng ủy Sở Xây dựng', placeName: 'Thanh Hóa' });
const form = (fields: Fields, over = cell): PartyDocument =>
  yearPlanForm({ plan: readYearPlan('2027', { since: '2027-01', ...fields })!, cell: over, members, leadDays: 1, today: '2026-12-15' });
const tables = ({ blocks }: PartyDocument) => blocks.flatMap((block) => (block.kind === 'table' ? [block.rows] : []));
const texts = ({ blocks }: PartyDocument): string[] => blocks.flatMap((block) => (block.kind === 'text' || block.kind === 'heading' ? [block.text] : []));

describe('the year plan as a document', () => {
  it('[FORM-3] is signed by the secretary of its day: one who has left signs no more', () => {
    const left = readMember('cu', { name: 'Bí thư cũ', position: 'secretary', 'status/2026-06-01': 'left' });
    const signed = yearPlanForm({ plan: readYearPlan('2027', { since: '2027-01' })!, cell, members: [left, ...members], leadDays: 1, today: '2026-12-15' });
    expect(signed.foot?.right).toMatchObject({ name: 'Trịnh Xuân Hòa' });
  });

  it('[FORM-7] holds the days, the themes and the visits, under head and signature', () => {
    const whole = form({ day: 25, committeeDays: 2, unitDay: 28, 'move/02': '2027-02-15', 'move/02/why': 'nghỉ Tết', 'q/1/theme': 'Học Bác về nêu gương', 'q/1/presenterId': 'cuc', 'q/1/withMonth': '2027-03', 'q/2/on': '2027-06-10', 'coming/a/who': 'Đồng chí Lê Văn Bình, Đảng ủy viên', 'coming/a/on': '2027-05-25' });
    expect(whole.head).toEqual({ superior: 'Đảng ủy Sở Xây dựng', cell: 'Chi bộ Trung tâm Kiểm định', number: 'Số …-KH/CB', placeDate: 'Thanh Hóa, ngày 15 tháng 12 năm 2026' });
    expect(`${whole.title} ${whole.subject}`).toBe('KẾ HOẠCH sinh hoạt chi bộ năm 2027');
    expect(texts(whole)).toEqual([
      'Chi bộ Trung tâm Kiểm định xây dựng kế hoạch sinh hoạt năm 2027 như sau:',
      'SINH HOẠT THƯỜNG KỲ',
      'Chi bộ sinh hoạt thường kỳ mỗi tháng một lần, vào ngày 25 hằng tháng.',
      'Chi ủy họp trước chi bộ 02 ngày.',
      'Họp chuyên môn của đơn vị vào ngày 28 hằng tháng.',
      'SINH HOẠT CHUYÊN ĐỀ',
      'Mỗi quý tổ chức một buổi sinh hoạt chuyên đề. Bản đề dẫn được duyệt trước khi gửi; tài liệu gửi đảng viên trước ít nhất 01 ngày.',
      'CẤP ỦY CẤP TRÊN DỰ SINH HOẠT',
      '- 25/05/2027: Đồng chí Lê Văn Bình, Đảng ủy viên.',
    ]);
    const [months, themes] = tables(whole);
    expect(months!.slice(1, 3)).toEqual([['2', '13/02/2027', '15/02/2027', 'Dời ngày: nghỉ Tết'], ['3', '23/03/2027', '25/03/2027', 'Kết hợp chuyên đề quý I']]);
    expect(themes!.slice(0, 2)).toEqual([['I', 'Học Bác về nêu gương', 'đồng chí Phạm Thị Cúc', '25/03/2027'], ['II', '…', '…', '10/06/2027']]);
    expect(whole.foot?.right).toMatchObject({ label: 'T/M CHI BỘ', under: 'BÍ THƯ', name: 'Trịnh Xuân Hòa' });
    expect(whole.foot?.left).toMatchObject({ entries: ['- Đảng ủy Sở Xây dựng (để báo cáo),', '- Chi ủy, các đảng viên chi bộ,', '- Lưu Chi bộ.'] });
  });

  it('[FORM-7] of a year that had begun, from its month on; of a cell without chi ủy, nothing of chi ủy; gaps where nothing is known', () => {
    const late = form({ since: '2027-05', week: 5, weekday: 5 }, { ...cell, hasCommittee: false });
    expect(texts(late)[2]).toBe('Chi bộ sinh hoạt thường kỳ mỗi tháng một lần, vào thứ Sáu, tuần cuối hằng tháng.');
    const [months, themes] = tables(late);
    expect([months!.length, months![0], themes!.length]).toEqual([8, ['5', '28/05/2027', ''], 3]);
    const bare = form({}, { ...cell, name: '', superior: '', placeName: '' });
    expect(JSON.stringify(bare)).not.toMatch(/undefined|NaN/);
    expect(tables(bare)[0]![0]).toEqual(['1', '…', '…', '']);
    expect(texts(bare)[2]).toBe('Chi bộ sinh hoạt thường kỳ mỗi tháng một lần.');
  });
});
