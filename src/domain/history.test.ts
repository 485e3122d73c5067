import { describe, expect, it } from 'vitest';
import { countsInHistory, gradeCounts, historyMonths, meetingPoint, personAt, summarise, summarisePerson, tasksDueIn, timeliness, type HistoryRules } from './history';
import type { Json } from './json';
import { readMeeting } from './read-meeting';
import { readTask } from './task';

const RULES = { attendanceTargetPercent: { value: 85 }, attendanceCompare: 'gt', minMinutes: { value: 90 } } as HistoryRules;
const person = (id: string, status = 'active') => ({ id, name: id, standing: 'official', status, position: 'none' });
const TEN = Array.from({ length: 10 }, (_, i) => person(`m${i}`)) as unknown as Json;
const spoken = (...ids: string[]): Record<string, Json> => Object.fromEntries(ids.map((memberId, i) => [`con/c${i}`, { memberId, kind: 'opinion', at: `2026-10-05T07:${10 + i}:00.000Z`, stepId: 's' }]));
const meeting = (date: string, fields: Record<string, Json> = {}, kind = 'regular') =>
  readMeeting(date, { kind, date, roster: TEN, startedAt: `${date}T07:00:00.000Z`, endedAt: `${date}T08:35:00.000Z`, ...fields });
const point = (date: string, fields: Record<string, Json> = {}, kind = 'regular') => meetingPoint(meeting(date, fields, kind), RULES);

describe('histories of meetings', () => {
  it('[HIST-1] the whole cell’s meetings that were held count; chi ủy and what was called off do not', () => {
    const count = (kind: string, state: string) => countsInHistory({ kind, state });
    expect(['regular', 'thematic', 'extraordinary', 'combined', 'cellCommittee', 'committee'].map((kind) => count(kind, 'closed'))).toEqual([true, true, true, true, false, false]);
    expect(['planned', 'open', 'ended', 'closed', 'cancelled'].map((state) => count('regular', state))).toEqual([false, false, true, true, false]);
  });

  it('[HIST-2] a month without a regular meeting is a gap; months before the book and the present one are none', () => {
    const points = [point('2026-03-05'), point('2026-05-05'), point('2026-05-20'), point('2026-04-10', {}, 'thematic')];
    const months = historyMonths(points, '2026-01', '2026-12', '2026-06', '2026-03');
    expect(months.map(({ month, state, regular, meetings }) => [month, state, regular?.date ?? null, meetings.length])).toEqual([
      ['2026-01', 'before', null, 0],
      ['2026-02', 'before', null, 0],
      ['2026-03', 'held', '2026-03-05', 1],
      ['2026-04', 'missed', null, 1],
      ['2026-05', 'held', '2026-05-20', 2],
      ['2026-06', 'open', null, 0],
    ]);
    expect(historyMonths([], '2026-01', '2026-02', '2026-06', null).map(({ state }) => state)).toEqual(['before', 'before']);
  });

  it('[HIST-3] [ATT-5] is measured by the rules it was held under; what nobody wrote down is not nought', () => {
    const two = { 'att/m0': { kind: 'excused' }, 'att/m1': { kind: 'unexcused' } };
    expect(point('2026-10-05', { ...two, ...spoken('m2', 'm2', 'm3') })).toMatchObject({
      attendance: { value: 80, part: 8, whole: 10, target: 85, reached: false },
      duration: { value: 95, target: 90, reached: true },
      speech: { value: 25, part: 2, whole: 8, reached: false },
      turns: 3,
      excused: 1,
      unexcused: 1,
    });
    expect(point('2026-10-05', spoken('m0', 'm1', 'm2', 'm3', 'm4')).speech).toMatchObject({ value: 50, reached: true });
    expect(point('2026-10-05', { roster: [person('m0'), person('m1', 'temporaryIn'), person('m2')] as unknown as Json, ...spoken('m0', 'm1', 'm2') }).speech).toMatchObject({ value: 100, part: 2, whole: 2 });
    expect(point('2026-10-05', { roster: [], endedAt: '' })).toMatchObject({ attendance: null, duration: null, speech: null });
    const free = meetingPoint(meeting('2026-10-05'), { ...RULES, minMinutes: { value: 0 } } as HistoryRules);
    expect(free.duration).toMatchObject({ value: 95, target: null, reached: null });
    expect(meetingPoint(meeting('2026-10-05'), null).attendance).toMatchObject({ value: 100, target: null, reached: null });
  });

  it('[HIST-3] exactly the target is not more than it, and is at least it', () => {
    const twenty = Array.from({ length: 20 }, (_, i) => person(`m${i}`)) as unknown as Json;
    const marks = Object.fromEntries([0, 1, 2].map((i) => [`att/m${i}`, { kind: 'excused' }]));
    const held = meeting('2026-10-05', { roster: twenty, ...marks });
    expect(meetingPoint(held, RULES).attendance).toMatchObject({ value: 85, reached: false });
    expect(meetingPoint(held, { ...RULES, attendanceCompare: 'gte' }).attendance).toMatchObject({ value: 85, reached: true });
  });

  it('[HIST-4] the mean is of the months that met; the gap stands beside it', () => {
    const points = [point('2026-01-05'), point('2026-03-05', { 'att/m0': { kind: 'excused' }, 'att/m1': { kind: 'excused' } }), point('2026-04-05', { roster: [] })];
    expect(summarise(historyMonths(points, '2026-01', '2026-04', '2026-06', '2026-01'), 'attendance')).toEqual({ mean: 90, measured: 2, reached: 1, asked: 2, missed: 1 });
    expect(summarise([], 'duration')).toEqual({ mean: null, measured: 0, reached: 0, asked: 0, missed: 0 });
  });

  it('grades are counted best first', () => {
    expect(gradeCounts(['fair', 'good', null, 'good', 'poor'])).toEqual([{ grade: 'good', count: 2 }, { grade: 'fair', count: 1 }, { grade: 'poor', count: 1 }]);
  });
});

describe('tasks on time', () => {
  const task = (fields: Record<string, Json>) => readTask('t', { what: 'x', createdAt: '2026-09-01T00:00:00.000Z', ...fields });
  const all = [
    task({ due: '2026-10-10', state: 'done', doneOn: '2026-10-10' }),
    task({ due: '2026-10-31', state: 'done', doneOn: '2026-11-01' }),
    task({ due: '2026-10-20', state: 'open' }),
    task({ due: '2026-10-20', state: 'dropped' }),
    task({ due: '2026-11-24', state: 'open' }),
    task({ state: 'done', doneOn: '2026-10-05' }),
    task({ due: '2026-11-01', state: 'done' }),
  ];
  it('[HIST-5] count in the month they were due, once that day is over; dropped ones and those without a day nowhere', () => {
    expect(all.map((one) => timeliness(one, '2026-11-24'))).toEqual(['onTime', 'late', 'unfinished', null, null, null, 'onTime']);
    const october = tasksDueIn(all, '2026-10', '2026-11-24');
    expect([october.onTime.length, october.late.length, october.unfinished.length, october.percent]).toEqual([1, 1, 1, 33.3]);
    expect(tasksDueIn(all, '2026', '2026-11-24').percent).toBe(50);
    expect(tasksDueIn(all, '2026-09', '2026-11-24').percent).toBeNull();
  });
});

describe('a member’s history', () => {
  it('[HIST-6] is by each meeting’s own roll; exempt and away is not absent; who did not belong is not in it', () => {
    const at = (fields: Record<string, Json>, status?: string) => personAt(meeting('2026-10-05', { roster: [person('a', status)] as unknown as Json, ...fields }), 'a');
    expect([
      at({})?.state,
      at({ 'att/a': { kind: 'late', time: '14:20' } })?.state,
      at({ 'att/a': { kind: 'excused', reason: 'sick' } })?.state,
      at({ 'att/a': { kind: 'unexcused' } })?.state,
      at({}, 'exempt')?.state,
      at({ 'att/a': { kind: 'present' } }, 'exempt')?.state,
      at({}, 'temporaryIn')?.state,
      personAt(meeting('2026-10-05'), 'nobody'),
    ]).toEqual(['present', 'late', 'excused', 'unexcused', 'notExpected', 'present', 'present', null]);
    expect(at({ 'att/a': { kind: 'excused', reason: 'sick' }, ...spoken('a', 'b') })).toMatchObject({ reason: 'sick', turns: 1 });
  });
  it('[HIST-6] the share is of the meetings that asked for them', () => {
    const states = ['present', 'late', 'excused', 'notExpected'] as const;
    const meetings = states.map((state, turns) => ({ id: state, date: '2026-10-05', kind: 'regular' as const, state, reason: '', time: '', turns }));
    expect(summarisePerson(meetings)).toEqual({ attended: 2, expected: 3, percent: 66.7, turns: 6, spokeIn: 3 });
    expect(summarisePerson([]).percent).toBeNull();
  });
});
