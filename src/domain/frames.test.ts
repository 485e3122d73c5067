import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allFrames, findFrame, procedureFor } from '@/packs';
import { yearGrade } from './annual';
import { moreEvidence, suggestByTiers } from './evidence-more';
import { criteriaOf, GRADES, type Grade } from './frame';
import { missingForGood } from './goal';
import type { Json } from './json';
import { readMeeting } from './read-meeting';
import { evidence, totalScore, type EvidenceValue, type ScoringInput } from './scoring';
import { readTask } from './task';

const anPhu = findFrame('an-phu-2025')!;
const khoi = findFrame('khoi-2021')!;
const hd12 = findFrame('hd12-2018')!;
const criterion = (id: string) => allFrames().flatMap((frame) => criteriaOf(frame)).find((c) => c.id === id)!;
const people = (n: number) => Array.from({ length: n }, (_, i) => ({ id: `m${i}`, name: `N ${i}`, standing: 'official', status: 'active', position: 'none' }));
const input = (fields: Record<string, Json> = {}, more: Partial<ScoringInput> = {}): ScoringInput => ({
  meeting: readMeeting('m', { kind: 'regular', date: '2026-11-24', roster: people(10) as unknown as Json, startedAt: '2026-11-24T07:00:00.000Z', ...fields }),
  procedure: procedureFor('regular', 'hd42-2025')!,
  reviewedTasks: [],
  now: '2026-11-24T08:30:00.000Z',
  hasCommittee: true,
  ...more,
});
const value = (part: number, whole: number, more: Partial<EvidenceValue> = {}): EvidenceValue => ({ key: 'duration', part, whole, met: part >= whole, ...more });

describe('tiers', () => {
  it.each([
    ['ap-1', 90, 90, 5], ['ap-1', 89, 90, 4], ['ap-1', 75, 90, 4], ['ap-1', 74, 90, 3], ['ap-1', 60, 90, 3], ['ap-1', 59, 90, 2], ['ap-1', 45, 90, 2], ['ap-1', 44, 90, 1],
    ['ap-4-5', 6, 10, 5], ['ap-4-5', 5, 10, 5], ['ap-4-5', 49, 100, 4], ['ap-4-5', 40, 100, 4], ['ap-4-5', 39, 100, 3], ['ap-4-5', 30, 100, 3], ['ap-4-5', 29, 100, 2], ['ap-4-5', 0, 10, 2],
  ] as const)('[SCORE-5] %s: %i of %i give %i', (id, part, whole, points) => expect(suggestByTiers(criterion(id), value(part, whole))).toBe(points));
  it.each([[90, 30], [89.9, 27], [80, 27], [79.9, 24], [70, 24], [60, 20], [59.9, 15], [50, 15], [49.9, 10], [0, 10]] as const)('[SCORE-5] tasks done by %d %% give %i of 30', (percent, points) => {
    expect(suggestByTiers(criterion('ap-7'), { key: 'tasks', part: percent, whole: 100, met: percent >= 90 })).toBe(points);
  });
  it('[SCORE-5] one absent without a reason is the lowest tier, however many are there', () => {
    expect(suggestByTiers(criterion('ap-2-1'), value(29, 30))).toBe(4);
    expect(suggestByTiers(criterion('ap-2-1'), value(29, 30, { unexcused: true }))).toBe(1);
  });
  it('[SCORE-5] whatever the records say some tier holds, no more points than there are, and more is never worse', () => {
    const tiered = allFrames().flatMap((frame) => criteriaOf(frame)).filter(({ tiers }) => tiers);
    expect(tiered.length).toBeGreaterThan(4);
    const n = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(fc.property(fc.constantFrom(...tiered), n, n, (one, a, b) => {
      const at = (part: number): number => suggestByTiers(one, { key: one.evidenceKey!, part, whole: 100, met: part >= 100 })!;
      const [less, more] = [Math.min(a, b), Math.max(a, b)];
      expect([at(less) >= 0, at(more) <= one.max, at(less) <= at(more)]).toEqual([true, true, true]);
    }));
  });
  it('[SCORE-1] a cell of thirty has to meet for 120 minutes where the frame says so', () => {
    const ask = (count: number) => evidence('duration', input({ roster: people(count) as unknown as Json }, { frame: anPhu }))!;
    expect([ask(29).whole, ask(29).met, ask(30).whole, ask(30).met]).toEqual([90, true, 120, false]);
    expect(evidence('duration', input({ roster: people(30) as unknown as Json }))!.whole).toBe(90);
  });
});

describe('evidence of finer frames', () => {
  const absent = (date: string, who: string, more: Record<string, Json> = {}) => readMeeting(date, { date, kind: 'regular', roster: people(10) as unknown as Json, ...more, [`att/${who}`]: { kind: 'excused' } });
  it('[SCORE-10] absences in a row: four are too many, a meeting attended or the old year breaks the row', () => {
    const three = ['2026-08-24', '2026-09-24', '2026-10-24'].map((date) => absent(date, 'm1'));
    const ask = (earlier: typeof three) => moreEvidence('absencesInARow', input({ 'att/m1': { kind: 'excused' } }, { earlier }));
    expect(ask(three)).toMatchObject({ part: 4, whole: 3, met: false });
    expect(ask([three[0]!, absent('2026-09-24', 'm2'), three[2]!])).toMatchObject({ part: 2, met: true });
    expect(ask([absent('2025-12-24', 'm1'), three[1]!, three[2]!])).toMatchObject({ part: 3, met: true });
    expect(moreEvidence('absencesInARow', input())).toBeNull();
    // As in the alarm of the same rule [ALARM-4]: a thematic meeting counts, one of chi ủy and one that asked nothing of the member do not.
    expect(ask([...three.slice(1), absent('2026-11-10', 'm1', { kind: 'thematic' })])).toMatchObject({ part: 4, met: false });
    expect(ask([...three.slice(1), absent('2026-11-10', 'm1', { kind: 'cellCommittee' })])).toMatchObject({ part: 3, met: true });
    const away = people(10).map((entry) => ({ ...entry, status: 'temporaryOut' })) as unknown as Json;
    expect(ask([...three, readMeeting('w', { date: '2026-11-10', kind: 'regular', roster: away })])).toMatchObject({ part: 4, met: false });
  });
  it('[SCORE-10] time for criticism is that of its steps', () => {
    const at = (minute: number): string => new Date(Date.UTC(2026, 10, 24, 7, minute)).toISOString();
    const visits = { [`visit/${at(0)}`]: 'tk-nd-02', [`visit/${at(6)}`]: 'tk-nd-03', [`visit/${at(20)}`]: 'tk-nd-08', [`visit/${at(29)}`]: 'tk-nd-10' };
    expect(moreEvidence('criticismTime', input(visits))).toMatchObject({ part: 15, whole: 15, met: true });
    expect(moreEvidence('criticismTime', input({ ...visits, [`visit/${at(28)}`]: 'tk-nd-10' }))).toMatchObject({ part: 14, met: false });
  });
  it('[SCORE-10] preparation part by part, in time or not', () => {
    const got = (fields: Record<string, Json>) => (['committeeMet', 'notice', 'documentsBefore', 'documentsSent'] as const).map((key) => moreEvidence(key, input(fields))!.met);
    expect(got({})).toEqual([false, false, false, false]);
    expect(got({ 'prep/committeeMetOn': '2026-11-20', 'prep/noticeSentOn': '2026-11-22', 'prep/documentsSentOn': '2026-11-24' })).toEqual([true, true, false, true]);
    expect(got({ 'prep/committeeMetOn': '2026-11-25', 'prep/documentsSentOn': '2026-11-23' })).toEqual([false, false, true, true]);
    expect(moreEvidence('committeeMet', input({}, { hasCommittee: false }))?.met).toBe(true);
  });
  it('[SCORE-10] draft, minutes, conclusion, tasks, posting', () => {
    const said = (text: string) => ({ 'con/a': { memberId: 'm1', kind: 'opinion', at: 'x', stepId: 's' }, 'con/a/text': text });
    expect(moreEvidence('draft', input({ conclusion: 'x', 'step/tk-cb-04/note': 'câu hỏi' }))).toMatchObject({ part: 2, met: true });
    expect(moreEvidence('draft', input({ conclusion: 'x', 'step/tk-nd-01/note': 'không phải chuẩn bị' }))).toMatchObject({ part: 1, met: false });
    expect(moreEvidence('minutesComplete', input(said('ý kiến')))?.met).toBe(true);
    expect(moreEvidence('minutesComplete', input(said(' ')))?.met).toBe(false);
    expect(moreEvidence('minutesComplete', input())).toBeNull();
    const vote = (yes: number) => ({ 'vote/a': { decision: 'conclusion', yes, no: 10 - yes, other: 0, base: 10, inRoom: 10, at: 'x', stepId: 's' } });
    expect(moreEvidence('conclusion', input({ conclusion: 'x' }))?.met).toBe(true);
    expect(moreEvidence('conclusionPassed', input({ conclusion: 'x', ...vote(6) }))?.met).toBe(true);
    expect(moreEvidence('conclusionPassed', input({ conclusion: 'x', ...vote(5) }))).toMatchObject({ part: 1, met: false });
    expect(moreEvidence('readBackAndTasks', input({ readBack: { at: 'x' } }, { tasksGiven: 0 }))).toMatchObject({ part: 1, met: false });
    expect(moreEvidence('readBackAndTasks', input({ readBack: { at: 'x' } }, { tasksGiven: 1 }))?.met).toBe(true);
    expect(['2026-11-26', '2026-11-27'].map((day) => moreEvidence('postedAfter', input({ 'post/postedOn': day }))?.met)).toEqual([true, false]);
    expect(moreEvidence('duration', input())).toEqual(evidence('duration', input()));
  });
});

describe('totals', () => {
  const full = (frame: typeof anPhu) => Object.fromEntries(criteriaOf(frame).map((c) => [c.id, { points: c.max }]));
  it('[SCORE-7] what the kind is not asked for is not in the total; the grade is of the share', () => {
    expect(['regular', 'thematic', 'combined'].map((kind) => totalScore(anPhu, full(anPhu), kind as 'regular').total)).toEqual([95, 90, 100]);
    const lost = { ...full(anPhu), 'ap-7': { points: 20.5 } };
    // 85.5 of 95 are 90 %; half a point less is not.
    expect(totalScore(anPhu, lost, 'regular')).toEqual({ points: 85.5, total: 95, missing: 0, grade: 'good' });
    expect(totalScore(anPhu, { ...lost, 'ap-7': { points: 20 } }, 'regular').grade).toBe('fair');
  });
  it('[SCORE-6] ninety points without full marks where they must be are one grade less', () => {
    expect(totalScore(khoi, full(khoi)).grade).toBe('good');
    for (const id of khoi.bands[0]!.full!) expect(totalScore(khoi, { ...full(khoi), [id]: { points: criterion(id).max - 1 } })).toMatchObject({ points: 99, grade: 'fair' });
    expect(totalScore(khoi, { ...full(khoi), 'kh-1-1': { points: 4 } }).grade).toBe('good');
    // Below the band the condition asks nothing.
    expect(totalScore(khoi, { ...full(khoi), 'kh-2-1': { points: 0 } })).toMatchObject({ points: 80, grade: 'fair' });
  });
  it('[SCORE-4] five criteria met or not', () => {
    const met = (n: number) => totalScore(hd12, Object.fromEntries(criteriaOf(hd12).map((c, i) => [c.id, { points: i < n ? 1 : 0 }]))).grade;
    expect([5, 4, 3, 2, 0].map(met)).toEqual(['good', 'fair', 'average', 'poor', 'poor']);
  });
});

describe('what is missing for the best grade', () => {
  it('[SCORE-9] what can still be done comes first, what must be in full before the rest; what is over is said to be over', () => {
    const goal = missingForGood(khoi, input({ 'score/kh-3-6': { points: 3 } }, { now: '2026-11-24T07:45:00.000Z', reviewedTasks: [readTask('t', { what: 'x', state: 'open', due: '2026-11-01', createdAt: '2026-10-01' })] }));
    expect(goal.gains.slice(0, 2).every(({ must, possible }) => must && possible)).toBe(true);
    expect(goal.gains.map(({ possible }) => possible).lastIndexOf(true)).toBeLessThan(goal.gains.map(({ possible }) => possible).indexOf(false));
    expect(goal.gains.filter(({ possible }) => !possible).map(({ criterion: c }) => c.id)).toEqual(['kh-1-2', 'kh-1-3', 'kh-1-4']);
    expect(goal.gains.find(({ criterion: c }) => c.id === 'kh-3-6')?.points).toBe(2);
    expect(goal.short).toBe(90 - goal.reached);
    expect(goal.within).toBe(true);
  });
  it('[SCORE-9] nothing is missing when full marks were given', () => {
    const scores = Object.fromEntries(criteriaOf(khoi).map((c) => [`score/${c.id}`, { points: c.max }]));
    expect(missingForGood(khoi, input(scores))).toMatchObject({ short: 0, gains: [], reached: 100, within: true });
  });
});

describe('the year', () => {
  const rule = khoi.annual!;
  const months = (good: number, fair: number, average = 0, none = 0): (Grade | null)[] => [
    ...Array<Grade>(good).fill('good'), ...Array<Grade>(fair).fill('fair'), ...Array<Grade>(average).fill('average'), ...Array<null>(none).fill(null),
  ];
  it.each([
    [months(7, 5), 'good'], [months(12, 0), 'good'], [months(6, 6), 'fair'], [months(11, 0, 1), 'fair'], [months(0, 0, 12), 'fair'], [months(11, 0, 0, 1), 'poor'], [[...months(11, 0), 'poor' as Grade], 'average'],
  ] as const)('[SCORE-8] %j: %s', (list, grade) => expect(yearGrade(rule, list)).toBe(grade));
  it('[SCORE-8] no month is no grade; a better month never makes a worse year', () => {
    expect(yearGrade(rule, [])).toBeNull();
    const grade = fc.constantFrom(...GRADES, null);
    fc.assert(fc.property(fc.array(grade, { minLength: 1, maxLength: 12 }), fc.nat(11), (list, at) => {
      const better = list.map((one, i) => (i === at % list.length ? 'good' : one));
      expect(GRADES.indexOf(yearGrade(rule, better)!)).toBeLessThanOrEqual(GRADES.indexOf(yearGrade(rule, list)!));
    }));
  });
});
