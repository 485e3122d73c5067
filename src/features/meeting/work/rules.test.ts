import { describe, expect, it } from 'vitest';
import { missingForGood, readMeeting, readTask, rosterOn, readMember, type Json, type ScoringInput } from '@/domain';
import { findFrame, findProcedure } from '@/packs';
import { closeGaps } from './close-check';
import { dueChoices } from './due';
import { maxTheRest, scoreLines, takeSuggestions } from './score-lines';
import { withSuggestions } from './suggest-conclusion';
import { voteNow } from './vote';

const procedure = findProcedure('regular.hd05-duk-2021', 1)!;
const frame = findFrame('hd42-2025')!;
const members = Array.from({ length: 10 }, (_, i) => readMember(`m${i}`, { name: `Nguyễn Văn ${String.fromCharCode(65 + i)}`, standing: 'official' }));
const base: Record<string, Json> = {
  date: '2026-11-24',
  startedAt: '2026-11-24T07:00:00.000Z',
  roster: rosterOn(members, '2026-11-24') as unknown as Json,
  'prep/committeeMetOn': '2026-11-20',
  'prep/noticeSentOn': '2026-11-20',
};
const input = (more: Record<string, Json> = {}, now = '2026-11-24T08:00:00.000Z'): ScoringInput => ({
  meeting: readMeeting('m', { ...base, ...more }),
  procedure,
  reviewedTasks: [readTask('t', { what: 'x', state: 'done', due: '2026-11-01', createdAt: '2026-10-24' })],
  now,
  hasCommittee: true,
});

describe('score suggestions', () => {
  it('suggest what the records show, nothing where only the room can judge, nothing for an ending still to come', () => {
    const by = Object.fromEntries(scoreLines(frame, input()).map((line) => [line.criterion.id, line.suggestion]));
    // 60 of 90 minutes: two thirds of 5, rounded down; everyone there; 2 of 3 parts of the preparation; all tasks done.
    expect(by).toMatchObject({ 'hd42-1': 3, 'hd42-2': 5, 'hd42-3-1': null, 'hd42-3-2': 3, 'hd42-4-2': null, 'hd42-4-3': null, 'hd42-5': null, 'hd42-6': 30, 'hd42-7': null });
    const after = scoreLines(frame, input({ endedAt: '2026-11-24T09:00:00.000Z', conclusion: 'x' }));
    expect(after.find(({ criterion }) => criterion.id === 'hd42-7')?.suggestion).toBe(1);
  });

  it('one tap takes them all, a second gives full points to the rest, and neither touches what was given by hand', () => {
    const lines = scoreLines(frame, input({ 'score/hd42-1': { points: 2 } }));
    const taken = takeSuggestions(lines);
    expect(taken).not.toHaveProperty('score/hd42-1');
    expect(taken).toMatchObject({ 'score/hd42-2': { points: 5 }, 'score/hd42-6': { points: 30 } });
    const rest = maxTheRest(scoreLines(frame, input({ 'score/hd42-1': { points: 2 }, ...taken })));
    expect(Object.keys(rest).filter((name) => !name.endsWith('/reason')).sort()).toEqual(['score/hd42-3-1', 'score/hd42-4-2', 'score/hd42-4-3', 'score/hd42-5', 'score/hd42-7']);
    const all = input({ 'score/hd42-1': { points: 2 }, ...taken, ...rest });
    expect(scoreLines(frame, all).every(({ entry }) => entry)).toBe(true);
  });

  it('[SCORE-9] names what is lost, most first, and how far it is to the best grade', () => {
    const { short, gains } = missingForGood(frame, input({ 'score/hd42-4-2': { points: 12 } }));
    expect(gains[0]).toMatchObject({ points: 13, criterion: { id: 'hd42-4-2' } });
    expect(short).toBe(gains.reduce((sum, { points }) => sum + points, 0) - 10);
    expect(missingForGood(frame, input({}, '2026-11-24T08:40:00.000Z')).gains.map(({ criterion }) => criterion.id)).not.toContain('hd42-1');
  });
});

describe('a vote', () => {
  it('is of the moment it is taken; written down after the end, of the end', () => {
    // Times of day are the device's: the tests run in Vietnam's.
    const told = (more: Record<string, Json>, now: string) => {
      const { meeting } = input({ 'att/m0': { kind: 'late', time: '14:30' }, 'att/m1': { kind: 'leftEarly', time: '15:30' }, ...more });
      const { base, inRoom, needed } = voteNow(meeting, meeting.roster, 'conclusion', { yes: 0, no: 0, other: 0 }, now);
      return [base, inRoom, needed];
    };
    expect(told({}, '2026-11-24T07:10:00.000Z')).toEqual([10, 9, 6]);
    expect(told({}, '2026-11-24T07:40:00.000Z')).toEqual([10, 10, 6]);
    expect(told({}, '2026-11-24T08:40:00.000Z')).toEqual([10, 9, 6]);
    expect(told({ endedAt: '2026-11-24T08:20:00.000Z' }, '2026-11-25T00:00:00.000Z')).toEqual([10, 10, 6]);
  });
});

describe('due dates', () => {
  it('are the end of the month, the day before the next meeting and fifteen days, soonest first', () => {
    expect(dueChoices('2026-11-05', 5)).toEqual([
      { name: 'days15', date: '2026-11-20' },
      { name: 'monthEnd', date: '2026-11-30' },
      { name: 'beforeNext', date: '2026-12-04' },
    ]);
  });

  it('late in the month the next one’s end is meant; a 31st meeting day stays inside the month; no date comes twice', () => {
    expect(dueChoices('2027-01-28', 31).map(({ name, date }) => [name, date])).toEqual([['days15', '2027-02-12'], ['beforeNext', '2027-02-27'], ['nextMonthEnd', '2027-02-28']]);
    expect(dueChoices('2026-11-16', 1).map(({ date }) => date)).toEqual(['2026-11-30', '2026-12-01']);
  });
});

describe('suggested conclusion', () => {
  it('is added at the end, once, and changes nothing that was typed', () => {
    const typed = 'Một: giữ nguyên.\n';
    const once = withSuggestions(typed, ['- hai', '- ba']);
    expect(once).toBe('Một: giữ nguyên.\n- hai\n- ba');
    expect(withSuggestions(once, ['- hai', '- ba', '- tư'])).toBe(`${once}\n- tư`);
    expect(withSuggestions('', ['- hai'])).toBe('- hai');
  });
});

describe('[CLOSE-1] what is missing before the close', () => {
  const gaps = (more: Record<string, Json>, cellName = 'Chi bộ Thử') =>
    closeGaps({ meeting: input(more).meeting, procedure, frame, cellName, tasks: { given: [], reviewed: [] }, changed: 0 });

  it('an end, a chair, a clerk and the name of the cell keep the minutes open; all else only warns', () => {
    expect(gaps({}, ' ').filter(({ must }) => must).map(({ name }) => name)).toEqual(['ended', 'chair', 'clerk', 'cellName']);
    const told = gaps({ endedAt: '2026-11-24T09:00:00.000Z', chairId: 'm0', clerkId: 'm1' });
    expect(told.filter(({ must }) => must)).toEqual([]);
    expect(told.map(({ name, count }) => [name, count])).toEqual([['conclusion', 1], ['readBack', 1], ['score', 10], ['steps', 17], ['signatures', 2]]);
  });

  it('a signature of somebody who is no longer the clerk is no signature', () => {
    const sign = (memberId: string): Json => ({ memberId, at: '2026-11-24T09:05:00.000Z', how: 'paper' });
    const told = gaps({ chairId: 'm0', clerkId: 'm1', 'sign/chair': sign('m0'), 'sign/clerk': sign('m2') });
    expect(told.find(({ name }) => name === 'signatures')?.count).toBe(1);
  });
});
