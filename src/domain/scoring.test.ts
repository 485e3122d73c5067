import { describe, expect, it } from 'vitest';
import { findFrame, procedureFor } from '@/packs';
import { criteriaOf } from './frame';
import type { Json } from './json';
import { readMeeting } from './read-meeting';
import { blocksOpening, readiness } from './readiness';
import { evidence, gradeFor, suggestPoints, totalScore, type ScoringInput } from './scoring';
import type { MeetingId } from './ids';
import { readTask, tasksToReview } from './task';
import { timing } from './timing';
import { stepsOf } from './procedure';

const procedure = procedureFor('regular', 'hd05-duk-2021')!;
const frame = findFrame('hd42-2025')!;
const roster = Array.from({ length: 10 }, (_, i) => ({ id: `m${i}`, name: `N ${i}`, standing: 'official', status: 'active', position: 'none' }));
const input = (fields: Record<string, Json>, more: Partial<ScoringInput> = {}): ScoringInput => ({
  meeting: readMeeting('m', { date: '2026-11-24', roster: roster as unknown as Json, startedAt: '2026-11-24T07:00:00.000Z', endedAt: '2026-11-24T08:35:00.000Z', ...fields }),
  procedure,
  reviewedTasks: [],
  now: '2026-11-24T08:35:00.000Z',
  hasCommittee: true,
  ...more,
});
const criterion = (id: string) => criteriaOf(frame).find((c) => c.id === id)!;

describe('evidence', () => {
  it('[SCORE-1] duration: 95 minutes of 90', () => expect(evidence('duration', input({}))).toEqual({ key: 'duration', part: 95, whole: 90, met: true }));
  it('[SCORE-1] attendance: 85 % is not more than 85 %, and one without a reason spoils it', () => {
    const twenty = Array.from({ length: 20 }, (_, i) => ({ ...roster[0]!, id: `m${i}` }));
    const marks = Object.fromEntries([0, 1, 2].map((i) => [`att/m${i}`, { kind: 'excused' }]));
    expect(evidence('attendance', input({ roster: twenty as unknown as Json, ...marks }))?.met).toBe(false);
    expect(evidence('attendance', input({ 'att/m0': { kind: 'excused' } }))?.met).toBe(true);
    expect(evidence('attendance', input({ 'att/m0': { kind: 'unexcused' } }))?.met).toBe(false);
  });
  it('[SCORE-1] preparation: committee, notice, documents a day before', () => {
    expect(evidence('preparation', input({ 'prep/committeeMetOn': '2026-11-20', 'prep/noticeSentOn': '2026-11-22', 'prep/documentsSentOn': '2026-11-23' }))?.met).toBe(true);
    expect(evidence('preparation', input({ 'prep/committeeMetOn': '2026-11-20', 'prep/noticeSentOn': '2026-11-22', 'prep/documentsSentOn': '2026-11-24' }))).toMatchObject({ part: 2, met: false });
    expect(evidence('preparation', input({ 'prep/noticeSentOn': '2026-11-22', 'prep/documentsSentOn': '2026-11-23' }, { hasCommittee: false }))?.met).toBe(true);
  });
  it('[SCORE-1] [ATT-5] speakers are people, not speeches, of those whom the rate counts as there', () => {
    const con = Object.fromEntries([0, 0, 1].map((m, i) => [`con/c${i}`, { memberId: `m${m}`, kind: 'opinion', at: `2026-11-24T07:3${i}:00.000Z`, stepId: 's' }]));
    expect(evidence('speakers', input(con))).toMatchObject({ part: 2, whole: 10, met: false });
    // A guest and a member who was marked absent are in neither number.
    const guest = { ...roster[1]!, status: 'temporaryIn' };
    expect(evidence('speakers', input({ ...con, roster: [roster[0]!, guest, ...roster.slice(2)] as unknown as Json }))).toMatchObject({ part: 1, whole: 9 });
    expect(evidence('speakers', input({ ...con, 'att/m0': { kind: 'excused' } }))).toMatchObject({ part: 1, whole: 9 });
  });
  it('[TASK-2] tasks: done of due; none due says nothing', () => {
    const task = (state: string, due: string) => readTask('t', { what: 'x', state, due, createdAt: '2026-10-20T00:00:00Z' });
    expect(evidence('tasks', input({}, { reviewedTasks: [task('done', '2026-11-20'), task('open', '2026-11-20'), task('open', '2026-12-20')] }))?.part).toBe(50);
    expect(evidence('tasks', input({}))).toBeNull();
  });
});

describe('tasks looked back at', () => {
  it('[TASK-1] are those given before, still open or finished since the meeting before; soonest due first', () => {
    const task = (id: string, more: Record<string, Json>) => readTask(id, { what: id, createdAt: '2026-10-20T00:00:00Z', ...more });
    const all = [
      task('late', { due: '2026-12-01' }), task('soon', { due: '2026-11-01' }), task('of-this-meeting', { meetingId: 'm' }), task('dropped', { state: 'dropped' }),
      task('done-before', { state: 'done', doneOn: '2026-10-22' }), task('done-at-the-one-before', { state: 'done', doneOn: '2026-10-24' }), task('done-since', { state: 'done', doneOn: '2026-11-02', due: '2026-11-02' }), task('given-later', { createdAt: '2026-11-25T00:00:00Z' }),
      // Two in the morning of the 25th in Vietnam.
      task('given-at-night', { createdAt: '2026-11-24T19:00:00Z' }),
    ];
    expect(tasksToReview(all, 'm' as MeetingId, '2026-11-24', '2026-10-24').map(({ id }) => id)).toEqual(['soon', 'done-since', 'late']);
  });
});

describe('points', () => {
  it('[SCORE-2] full marks when met, the share rounded down otherwise, nothing for matters of judgement', () => {
    expect(suggestPoints(criterion('hd42-1'), { key: 'duration', part: 90, whole: 90, met: true })).toBe(5);
    expect(suggestPoints(criterion('hd42-1'), { key: 'duration', part: 89, whole: 90, met: false })).toBe(4);
    expect(suggestPoints(criterion('hd42-6'), { key: 'tasks', part: 50, whole: 100, met: false })).toBe(15);
    expect(suggestPoints(criterion('hd42-4-2'), { key: 'speakers', part: 9, whole: 10, met: true })).toBeNull();
  });
  it.each([[100, 'good'], [90, 'good'], [89.5, 'fair'], [70, 'fair'], [69.5, 'average'], [50, 'average'], [49.5, 'poor'], [0, 'poor']] as const)('[SCORE-4] %d points are %s', (points, grade) => expect(gradeFor(frame, points)).toBe(grade));
  it('[SCORE-3] no grade while a criterion is missing; no more than the maximum counts', () => {
    const all = Object.fromEntries(criteriaOf(frame).map((c) => [c.id, { points: c.max + 5 }]));
    expect(totalScore(frame, all)).toEqual({ points: 100, total: 100, missing: 0, grade: 'good' });
    const { 'hd42-1': _left, ...rest } = all;
    expect(totalScore(frame, rest)).toMatchObject({ points: 95, missing: 1, grade: null });
  });
});

describe('readiness', () => {
  const meeting = (fields: Record<string, Json>) => readMeeting('m', { date: '2026-11-24', ...fields });
  const context = { hasCommittee: true, roster: roster as never, today: '2026-11-24' };
  it('[READY-1] [READY-2] [READY-3] [READY-4] each unmet rule blocks, a reason lifts it, and each names the step that mends it', () => {
    const items = readiness(meeting({ 'prep/override/READY-3': 'đảng viên đã nhận bản giấy' }), procedure, context);
    expect(blocksOpening(items)).toEqual(['READY-1', 'READY-2', 'READY-4']);
    expect(items.find((i) => i.rule === 'READY-3')).toMatchObject({ state: 'overridden', reason: 'đảng viên đã nhận bản giấy' });
    for (const item of items.filter((i) => i.rule !== 'READY-5')) expect(stepsOf(procedure).some((s) => s.id === item.stepId)).toBe(true);
  });
  it('[READY-3] documents sent on the day itself are not in time', () => {
    expect(readiness(meeting({ 'prep/documentsSentOn': '2026-11-24' }), procedure, context).find((i) => i.rule === 'READY-3')?.state).toBe('missing');
    expect(readiness(meeting({ 'prep/documentsSentOn': '2026-11-23' }), procedure, context).find((i) => i.rule === 'READY-3')?.state).toBe('met');
  });
  it('[READY-5] two official members cannot decide, whatever the reason', () => {
    const two = [{ ...roster[0], status: 'active' }, { ...roster[1] }, { ...roster[2], standing: 'probationary' }] as never;
    expect(readiness(meeting({ 'prep/override/READY-5': 'vẫn họp' }), procedure, { ...context, roster: two }).at(-1)).toEqual({ rule: 'READY-5', state: 'forbidden' });
  });
});

describe('timing', () => {
  it('[TIME-1] a step runs until the next is opened, also while the app is closed; before the start and after the end do not count', () => {
    const at = (minute: number): string => new Date(Date.UTC(2026, 10, 24, 7, minute)).toISOString();
    const times = timing({ startedAt: at(10), endedAt: at(60), visits: [{ at: at(0), stepId: 'a' }, { at: at(20), stepId: 'b' }, { at: at(30), stepId: 'a' }, { at: at(55), stepId: 'c' }, { at: at(70), stepId: 'd' }] }, at(90));
    expect(times).toEqual({ bySteps: { a: 600 + 1500, b: 600, c: 300 }, total: 3000 });
  });
});
