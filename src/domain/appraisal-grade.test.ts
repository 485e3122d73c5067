import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allAppraisalRules } from '@/packs/appraisals';
import { readAppraisal, YEAR_GRADES, type Appraisal, type GradeVote } from './appraisal';
import { appraisalsDue, finalGrade, gradeOfPoints, gradeOutcome, pointsOf, progressOf, stageOf, votedGrade, type Reviewed } from './appraisal-grade';
import { readMember } from './member';
import type { Fields } from './records';

const vote = (counts: number[], base: number, more: Partial<GradeVote> = {}): GradeVote => ({
  counts: Object.fromEntries(YEAR_GRADES.map((grade, index) => [grade, counts[index] ?? 0])) as GradeVote['counts'],
  other: 0,
  base,
  ...more,
});
const review = (fields: Fields): Appraisal => readAppraisal('2026-m1', { form: '2A', ...fields })!;
const person = (fields: Fields | null, status = 'active'): Reviewed => ({ member: readMember('m1', { name: 'Lê An', 'status/2020-01-01': status }), appraisal: fields && review(fields) });
const voted = { vote: vote([0, 11], 20) as never };

describe('the grade of the year', () => {
  it('[APR-5] more than half of the base, not of those who came: of 20 eleven, and ten decide nothing', () => {
    expect(gradeOutcome(vote([2, 11, 3], 20))).toEqual({ kind: 'decided', grade: 'wellDone', votes: 11, needed: 11, base: 20, percent: 55 });
    expect(gradeOutcome(vote([2, 10, 5], 20))).toEqual({ kind: 'undecided', needed: 11, base: 20 });
    // 17 in the room, three away on duty: the share is still of 20.
    expect(gradeOutcome(vote([8, 9], 20)).kind).toBe('undecided');
    expect(gradeOutcome(vote([], 20))).toEqual({ kind: 'empty', needed: 11, base: 20 });
    expect(votedGrade(review(voted))).toBe('wellDone');
  });
  it('[APR-4] no more votes than the base', () => expect(gradeOutcome(vote([12, 8], 20, { other: 1 }))).toEqual({ kind: 'tooMany', found: 21, expected: 20 }));
  it.each([
    ['handedOut', { handedOut: 21, returned: 20, valid: 20, invalid: 0 }, 21, 20],
    ['returned', { handedOut: 17, returned: 18, valid: 18, invalid: 0 }, 18, 17],
    ['sorted', { handedOut: 17, returned: 17, valid: 15, invalid: 1 }, 16, 17],
    ['counted', { handedOut: 17, returned: 17, valid: 16, invalid: 1 }, 15, 16],
  ] as const)('[APR-4] a secret ballot whose %s does not agree says so', (kind, ballots, found, expected) => {
    expect(gradeOutcome(vote([3, 12], 20, { ballots }))).toEqual({ kind, found, expected });
  });
  it('[APR-4] a secret ballot that agrees decides like hands; a spoilt paper is for nobody', () => {
    const ballots = { handedOut: 17, returned: 17, valid: 16, invalid: 1 };
    expect(gradeOutcome(vote([4, 12], 20, { ballots }))).toMatchObject({ kind: 'decided', grade: 'wellDone', votes: 12 });
    expect(gradeOutcome(vote([6, 10], 20, { ballots }))).toMatchObject({ kind: 'undecided' });
  });
  it('[APR-5] never two grades, and a decided one has more than half', () => {
    const count = fc.nat(40);
    fc.assert(fc.property(fc.tuple(count, count, count, count), count, fc.integer({ min: 1, max: 80 }), (counts, other, base) => {
      const outcome = gradeOutcome(vote([...counts], base, { other }));
      if (outcome.kind !== 'decided') return;
      expect(outcome.votes * 2).toBeGreaterThan(base);
      expect(counts.filter((one) => one * 2 > base)).toEqual([outcome.votes]);
    }));
  });
  it('[APR-6] the committee’s word counts, before it the cell’s vote, never the member’s own', () => {
    expect(finalGrade(review({ selfGrade: 'excellent' }))).toBeNull();
    expect(finalGrade(review({ selfGrade: 'excellent', ...voted }))).toBe('wellDone');
    expect(finalGrade(review({ ...voted, 'committee/grade': 'completed' }))).toBe('completed');
    expect(finalGrade(null)).toBeNull();
  });
  it('[APR-7] who has handed in, is commented, voted and graded; who is not graded counts nowhere', () => {
    const list = [
      person(null),
      person({ handedInOn: '2026-11-20' }),
      person({ handedInOn: '2026-11-20', comment: 'Tốt' }),
      person({ handedInOn: '2026-11-20', comment: 'Tốt', ...voted }),
      person({ handedInOn: '2026-11-20', ...voted, 'committee/grade': 'excellent' }),
      person({ handedInOn: '2026-11-20' }, 'exempt'),
      person({ comment: '  ', ungraded: true }),
    ];
    expect(list.map((one) => stageOf(one, '2026-12-01'))).toEqual(['begun', 'handedIn', 'commented', 'voted', 'decided', 'ungraded', 'ungraded']);
    expect(progressOf(list, '2026-12-01')).toEqual({ all: 5, handedIn: 4, commented: 2, voted: 2, decided: 1, grades: { excellent: 1, wellDone: 1, completed: 0, notCompleted: 0 } });
  });
  it('[APR-9] is asked for from November to the year’s end, while somebody has no vote', () => {
    const list = [person(null), person({ handedInOn: '2026-11-20' }), person(voted), person(null, 'exempt')];
    expect(['2026-01-15', '2026-03-31', '2026-04-01', '2026-10-31', '2026-11-01', '2026-12-31'].map((day) => appraisalsDue(list, day))).toEqual([2, 2, 0, 0, 2, 2]);
    expect(appraisalsDue([person(voted)], '2026-12-01')).toBe(0);
  });
  it('[APR-10] points of all groups propose a grade: 90, 70, 50', () => {
    const rules = allAppraisalRules[0]!;
    const form = rules.forms[0]!;
    expect(pointsOf(form, { general: 28 })).toBeNull();
    expect(pointsOf(form, { general: 28, results: 62 })).toEqual({ sum: 90, max: 100 });
    expect(pointsOf(rules.forms.find(({ kind }) => kind === 'probationary')!, {})).toBeNull();
    expect([100, 90, 89.5, 70, 69, 50, 49, 0].map((sum) => gradeOfPoints(rules, sum))).toEqual(['excellent', 'excellent', 'wellDone', 'wellDone', 'completed', 'completed', 'notCompleted', 'notCompleted']);
  });
});
