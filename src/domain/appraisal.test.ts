import { describe, expect, it } from 'vitest';
import { allAppraisalRules } from '@/packs/appraisals';
import { appraisalId, appraisalRulesOf, dayOfYear, formKindFor, isGraded, isReviewed, outlivedAppraisals, readAppraisal, reviewYear, splitAppraisalId, type Appraisal } from './appraisal';
import { readMember, type Member } from './member';
import type { Fields } from './records';

const member = (fields: Fields): Member => readMember('m1', { name: 'Lê An', ...fields });
const appraisal = (year: number, fields: Fields = {}, who = 'm1'): Appraisal => readAppraisal(appraisalId(year, who), { form: '2A', ...fields })!;

describe('the yearly review', () => {
  it('[APR-2] the form follows standing and post on the day', () => {
    expect(formKindFor(member({}), '2026-12-31')).toBe('noPost');
    expect(formKindFor(member({ position: 'committeeMember' }), '2026-12-31')).toBe('post');
    const soon = member({ officialOn: '2026-12-01', position: 'deputy' });
    expect([formKindFor(soon, '2026-11-30'), formKindFor(soon, '2026-12-01')]).toEqual(['probationary', 'post']);
    expect(formKindFor(null, '2026-12-31')).toBe('collective');
    const forms = allAppraisalRules[0]!.forms;
    expect(forms.map(({ id, kind }) => `${id} ${kind}`)).toEqual(['2A noPost', '2B post', '2C outside', '10-KND probationary', '01 collective']);
  });
  it('[APR-3] members away for a time are reviewed here, guests at home, those who left or came later nowhere', () => {
    const with_ = (status: string): Member => member({ 'status/2026-05-01': status });
    expect(['active', 'temporaryOut', 'exempt', 'suspended', 'temporaryIn', 'left'].map((status) => isReviewed(with_(status), '2026-12-31'))).toEqual([true, true, true, true, false, false]);
    expect(isReviewed(with_('left'), '2026-04-30')).toBe(true);
    expect(isReviewed(member({ joinedOn: '2027-02-03' }), '2026-12-31')).toBe(false);
  });
  it('[APR-3] exempt members are not graded, unless the secretary says otherwise; and the other way round', () => {
    const exempt = member({ 'status/2026-05-01': 'exempt' });
    expect([isGraded(null, exempt, '2026-12-31'), isGraded(null, exempt, '2026-04-30'), isGraded(null, member({}), '2026-12-31'), isGraded(null, null, '2026-12-31')]).toEqual([false, true, true, true]);
    expect(isGraded(appraisal(2026, { ungraded: false }), exempt, '2026-12-31')).toBe(true);
    expect(isGraded(appraisal(2026, { ungraded: true }), member({}), '2026-12-31')).toBe(false);
    expect(isGraded(appraisal(2026), member({}), '2026-12-31')).toBe(true);
  });
  it('[APR-8] the latest three years that there are stay; what is older is named, and nothing else', () => {
    const all = [2022, 2023, 2025, 2026].map((year) => appraisal(year));
    expect(outlivedAppraisals(all).map(({ year }) => year)).toEqual([2022]);
    expect(outlivedAppraisals([...all, appraisal(2026, {}, 'cell')]).map(({ year }) => year)).toEqual([2022]);
    expect(outlivedAppraisals(all.slice(1))).toEqual([]);
  });
  it('an id names a year and a member, or the cell as a whole', () => {
    expect(splitAppraisalId('2026-abc')).toEqual({ year: 2026, memberId: 'abc' });
    expect(splitAppraisalId('2026-cell')).toEqual({ year: 2026, memberId: null });
    expect([splitAppraisalId('2026'), splitAppraisalId('26-a'), splitAppraisalId('2026-A b')]).toEqual([null, null, null]);
  });
  it('what was taken away, or is of another shape, reads as nothing', () => {
    expect(readAppraisal('2026-m1', {})).toBeNull();
    expect(readAppraisal('x', { form: '2A' })).toBeNull();
    expect(appraisal(2026, { selfGrade: 'splendid', vote: 'x', 'points/general': 'many', 'text/limits': 'Còn nể nang' })).toMatchObject({ selfGrade: null, vote: null, points: {}, texts: { limits: 'Còn nể nang' } });
  });
  it('the rules of a year are those in force at its end; a year is looked at on its last day, or today', () => {
    expect([2024, 2025, 2030].map((year) => appraisalRulesOf(allAppraisalRules, year)?.id)).toEqual(['hd43-2025', 'hd43-2025', 'hd43-2025']);
    expect(['2026-03-31', '2026-04-01', '2026-12-01'].map(reviewYear)).toEqual([2025, 2026, 2026]);
    expect([dayOfYear(2026, '2026-11-24'), dayOfYear(2025, '2026-11-24')]).toEqual(['2026-11-24', '2025-12-31']);
  });
});
