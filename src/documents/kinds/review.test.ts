import { describe, expect, it } from 'vitest';
import { appraisalRulesOf, readAppraisal, readCell, readMember, type Fields } from '@/domain';
import { allAppraisalRules } from '@/packs/appraisals';
import type { PartyDocument } from '../form';
import { allWords } from '../guard';
import { REVIEW_PAPERS, reviewPaper, type ReviewInput, type ReviewPaper } from './review';

const rules = appraisalRulesOf(allAppraisalRules, 2026)!;
const members = [readMember('hoa', { name: 'Trịnh Xuân Hòa', position: 'secretary' }), readMember('an', { name: 'Lê Văn An', birthDate: '1984-10-02', job: 'Kế toán' })];
const cell = readCell({ name: 'Chi bộ Thôn Đông', superior: 'Đảng ủy xã', placeName: 'Thanh Hóa', hasCommittee: true });
const make = (paper: ReviewPaper, told: Fields, over: Partial<ReviewInput> = {}): PartyDocument =>
  reviewPaper(paper, { year: 2026, appraisal: readAppraisal('2026-an', told), form: rules.forms.find(({ id }) => id === '2A')!, member: members[1]!, members, cell, today: '2026-12-10', ...over });
const tables = ({ blocks }: PartyDocument) => blocks.flatMap((block) => (block.kind === 'table' ? [block.rows] : []));
const texts = ({ blocks }: PartyDocument): string[] => blocks.flatMap((block) => (block.kind === 'text' || block.kind === 'heading' ? [block.text] : []));

describe('a yearly review as papers', () => {
  it('[FORM-11] holds all that was written, under every heading of the form, and the day it was handed in', () => {
    const form = make('self', { handedInOn: '2026-12-05', 'text/limits': 'còn nể nang', selfGrade: 'wellDone', 'points/general': 27.5 });
    expect(form.head?.placeDate).toBe('Thanh Hóa, ngày 05 tháng 12 năm 2026');
    expect(texts(form).filter((line) => line.startsWith('Còn') || line.startsWith('Mức'))).toEqual(['Còn nể nang.', 'Mức tự nhận: Hoàn thành tốt nhiệm vụ.']);
    expect(form.blocks.filter(({ kind }) => kind === 'heading')).toHaveLength(rules.forms.find(({ id }) => id === '2A')!.sections.length + 3);
    expect(tables(form)[0]?.map(([, , given]) => given)).toEqual(['27,5', '']);
    expect(form.foot?.right).toMatchObject({ label: 'NGƯỜI TỰ KIỂM ĐIỂM', name: 'Lê Văn An' });
  });

  it('[FORM-11] every form can be printed empty, with room to write and nothing made up', () => {
    for (const form of rules.forms) {
      for (const paper of REVIEW_PAPERS) {
        const member = form.kind === 'collective' ? null : members[1]!;
        const words = allWords(make(paper, {}, { form, member, appraisal: null, cell: readCell({}), members: [] }));
        expect(words, form.id).not.toMatch(/undefined|null|NaN/);
        expect(words, form.id).toContain('……');
        expect(words, form.id).not.toMatch(/Hoàn thành .* nhiệm vụ, với|tự nhận: Hoàn thành/);
      }
    }
  });

  it('[FORM-11] a vote whose sums do not agree is not printed: the table stays empty', () => {
    const vote = { counts: { wellDone: 9 }, other: 0, base: 10 };
    expect(tables(make('grade', { vote, votedOn: '2026-12-20' }))[0]?.[1]).toEqual(['Hoàn thành tốt nhiệm vụ', '09', '90%']);
    expect(texts(make('grade', { vote })).find((line) => line.startsWith('Chi bộ đề nghị'))).toBe('Chi bộ đề nghị xếp loại: Hoàn thành tốt nhiệm vụ, với 09/10 phiếu, đạt tỷ lệ 90%.');
    const wrong = make('grade', { vote: { ...vote, base: 8 } });
    expect(tables(wrong)[0]?.[1]).toEqual(['Hoàn thành tốt nhiệm vụ', '', '']);
    expect(texts(wrong).find((line) => line.startsWith('Chi bộ đề nghị'))).toMatch(/…{3}/);
  });

  it('[FORM-11] speaks of chi ủy only where there is one, and of the committee above for the cell as a whole', () => {
    const comment = (over: Partial<ReviewInput>): string | undefined => texts(make('grade', {}, over)).find((line) => line.startsWith('NHẬN XÉT'));
    expect([comment({}), comment({ cell: { ...cell, hasCommittee: false } }), comment({ member: null })]).toEqual(['NHẬN XÉT CỦA CHI ỦY', 'NHẬN XÉT CỦA CHI BỘ', 'NHẬN XÉT CỦA CẤP ỦY CẤP TRÊN']);
  });
});
