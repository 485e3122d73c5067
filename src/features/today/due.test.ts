import { describe, expect, it } from 'vitest';
import { readLife, readPeriod, readTask, type LifeDue, type MemberId } from '@/domain';
import type { DirectoryEntry } from '@/storage';
import { dueItems, type DueInput } from './due';
import { nextMeeting } from './next-meeting';

const entry = (id: string, date: string, state: DirectoryEntry['state'], more: Partial<DirectoryEntry> = {}): DirectoryEntry => ({
  id,
  kind: 'regular',
  date,
  time: '14:00',
  place: '',
  state,
  stepId: null,
  points: null,
  grade: null,
  ...more,
});
const quiet: DueInput = {
  today: '2026-11-10',
  directory: [],
  meetingDay: null,
  planned: null,
  plan: [],
  nextPlan: null,
  terms: new Map([['n', { leadDays: 1, publishDays: 2 }]]),
  documentsSent: undefined,
  posted: undefined,
  tasks: undefined,
  appraisals: 0,
  reviews: 0,
  refused: 0,
  toSend: 0,
  signedOut: false,
  persisted: null,
  lastBackup: undefined,
};
const ids = (input: Partial<DueInput>): string[] => dueItems({ ...quiet, ...input }).map(({ id, late }) => (late ? `${id}!` : id));

describe('what is due', () => {
  it('[DUE-1] the month without its regular meeting, late once the fixed day has passed', () => {
    const october = entry('o', '2026-10-05', 'closed');
    expect(ids({ directory: [october] })).toEqual(['notHeld']);
    expect(ids({ directory: [october], meetingDay: 5 })).toEqual(['notHeld!']);
    expect(ids({ directory: [october], today: '2026-11-26' })).toEqual(['notHeld!']);
    expect(ids({ directory: [entry('n', '2026-11-20', 'planned'), october] })).toEqual([]);
    expect(ids({ directory: [entry('n', '2026-11-05', 'planned'), october] })).toEqual(['passed!']);
    expect(ids({ directory: [entry('n', '2026-11-05', 'closed'), october] })).toEqual([]);
    expect(ids({ directory: [entry('n', '2026-11-05', 'closed', { kind: 'thematic' })] })).toEqual(['notHeld']);
    expect(ids({ directory: [entry('n', '2026-11-20', 'cancelled')] })).toEqual(['notHeld']);
  });

  it('[APR-9] the yearly review while somebody has no vote, not late', () => {
    expect(ids({ appraisals: 3 })).toContain('appraisals');
    expect(ids({ appraisals: 0 })).not.toContain('appraisals');
  });

  it('[DUE-1] the day of the year plan, where there is one, is the month’s day', () => {
    const directory = [entry('o', '2026-10-05', 'closed')];
    expect(dueItems({ ...quiet, directory, meetingDay: 5, planned: '2026-11-18' })[0]).toMatchObject({ id: 'notHeld', late: false, date: '2026-11-18', planned: true });
    expect(ids({ directory, meetingDay: 25, planned: '2026-11-09' })).toEqual(['notHeld!']);
  });

  it('[DUE-6] what the year plan has due, at most three lines, late ones first; next year’s plan', () => {
    const directory = [entry('n', '2026-11-20', 'planned'), entry('o', '2026-10-05', 'closed')];
    const plan = [{ what: 'milestoneLate', level: 'late', on: '2026-11-09' }, { what: 'committeeSoon', level: 'soon', on: '2026-11-12' }, { what: 'visitSoon', level: 'soon', on: '2026-11-13' }, { what: 'quarterEnding', level: 'soon', on: '2026-12-31' }] as const;
    expect(dueItems({ ...quiet, directory, plan }).map(({ key, late, href }) => [key, late, href])).toEqual([
      ['milestoneLate.2026-11-09', true, '/ke-hoach-nam'],
      ['committeeSoon.2026-11-12', false, '/cuoc-hop/moi?loai=cellCommittee&ngay=2026-11-12'],
      ['visitSoon.2026-11-13', false, '/ke-hoach-nam'],
    ]);
    const sending = [{ what: 'milestoneSoon', level: 'soon', on: '2026-11-19', milestone: 'sending' }] as const;
    const soon = [entry('t', '2026-11-11', 'planned', { kind: 'thematic' }), entry('o', '2026-11-05', 'closed')];
    expect(ids({ directory: soon, plan: sending, documentsSent: false })).toEqual(['documents']);
    expect(ids({ directory: soon, plan: sending, documentsSent: true })).toEqual(['plan']);
    expect(dueItems({ ...quiet, directory, nextPlan: 2026 })[0]).toMatchObject({ id: 'noPlan', href: '/ke-hoach-nam/2026' });
    expect(dueItems({ ...quiet, directory, nextPlan: 2027 })[0]).toMatchObject({ id: 'nextPlan', href: '/ke-hoach-nam/2027' });
  });

  it('[DUE-7] what of the members’ lives has a day, late first; what waits for a vote is asked for in the meeting; duties that are missing', () => {
    const life = (what: LifeDue['what'], late: boolean, event: string | null = 'e'): LifeDue => ({ what, memberId: 'p' as MemberId, name: 'Lê Anh', life: event ? readLife(event, { kind: 'official', openedOn: '2026-11-01', memberId: 'p' }) : null, on: '2026-11-01', late });
    const directory = [entry('n', '2026-11-05', 'closed')];
    expect(ids({ directory, lives: [life('vote', false), life('decision', false), life('probation', true, null)] })).toEqual(['probation!', 'decision']);
    expect(dueItems({ ...quiet, directory, lives: [life('probation', true, null), life('ends', false)] }).map(({ href, name }) => `${href} ${name}`)).toEqual(['/dang-vien/p Lê Anh', '/qua-trinh/e Lê Anh']);
    expect(ids({ directory, duties: [{ what: 'give', count: 3, late: true }] })).toEqual(['duties!']);
    expect(ids({ directory, duties: [{ what: 'assess', count: 3, late: false }] })).toEqual([]);
  });

  it('[REP-8] a report that is due leads to its page, late ones first', () => {
    const reports = [{ period: readPeriod('2026-Q4')!, on: '2026-11-15', late: false }, { period: readPeriod('2026-10')!, on: '2026-11-02', late: true }];
    expect(dueItems({ ...quiet, reports }).filter(({ id }) => id === 'report').map(({ id, key, late, href, date }) => [id, key, late, href, date])).toEqual([
      ['report', '2026-10', true, '/bao-cao/2026-10', '2026-11-02'],
      ['report', '2026-Q4', false, '/bao-cao/2026-Q4', '2026-11-15'],
    ]);
  });

  it('[DUE-8] the cell’s documents and what the rules want noticed of members: one counted line each', () => {
    const directory = [entry('n', '2026-11-05', 'closed')];
    expect(dueItems({ ...quiet, directory, papers: { count: 3, late: true }, alarms: 2 }).map(({ id, late, href, count, name }) => [id, late, href, count, name])).toEqual([
      ['papers', true, '/van-ban', 3, undefined],
      ['alarms', false, '/dang-vien', 2, undefined],
    ]);
    expect(ids({ directory, papers: { count: 0, late: false }, alarms: 0 })).toEqual([]);
  });

  it('[DUE-2] documents at least a day before the next meeting', () => {
    const directory = [entry('n', '2026-11-14', 'planned')];
    const sent = false;
    expect(ids({ directory, documentsSent: sent })).toEqual([]);
    expect(ids({ directory, documentsSent: sent, today: '2026-11-11' })).toEqual(['documents']);
    expect(dueItems({ ...quiet, directory, documentsSent: sent, today: '2026-11-13' })[0]).toMatchObject({ late: false, date: '2026-11-13' });
    expect(ids({ directory, documentsSent: sent, today: '2026-11-14' })).toEqual(['documents!']);
    expect(ids({ directory, documentsSent: true, today: '2026-11-14' })).toEqual([]);
    expect(ids({ directory, documentsSent: undefined, today: '2026-11-14' })).toEqual([]);
  });

  it('[DUE-3] minutes and final documents within the days of the meeting’s own procedure', () => {
    const ended = [entry('n', '2026-11-08', 'ended')];
    expect(ids({ directory: ended })).toEqual(['minutes']);
    expect(ids({ directory: ended, today: '2026-11-11' })).toEqual(['minutes!']);
    const closed = [entry('n', '2026-11-08', 'closed')];
    expect(ids({ directory: closed, posted: false })).toEqual(['post']);
    expect(ids({ directory: closed, posted: false, today: '2026-11-11' })).toEqual(['post!']);
    expect(ids({ directory: closed, posted: true })).toEqual([]);
    // A procedure that names no term: minutes are asked for and never late, no posting is.
    const terms = new Map([['n', { leadDays: 1, publishDays: null }]]);
    expect(ids({ directory: closed, posted: false, today: '2026-11-11', terms })).toEqual([]);
    expect(ids({ directory: ended, today: '2026-11-20', terms })).toEqual(['minutes']);
    expect(ids({ directory: closed, posted: false, terms: new Map() })).toEqual([]);
    expect(ids({ directory: [entry('n', '2026-11-05', 'open'), entry('o', '2026-10-01', 'closed')], posted: false })).toEqual([]);
  });

  it('[DUE-4] overdue tasks, what to look at again, what waits; late things first', () => {
    const directory = [entry('n', '2026-11-20', 'planned')];
    const tasks = [readTask('a', { due: '2026-11-09', state: 'open' }), readTask('b', { due: '2026-11-10', state: 'open' }), readTask('c', { due: '2026-11-01', state: 'done' })];
    expect(ids({ directory, tasks, toSend: 3, persisted: false, reviews: 2 })).toEqual(['tasks!', 'review!', 'toSend', 'storage']);
    expect(dueItems({ ...quiet, directory, tasks }).find(({ id }) => id === 'tasks')?.count).toBe(1);
    expect(ids({ directory, signedOut: true, toSend: 3 })).toEqual(['signedOut!']);
  });

  it('[DUE-5] a backup a month old, or none at all, once a meeting has been held', () => {
    const directory = [entry('n', '2026-11-20', 'planned'), entry('o', '2026-09-05', 'closed')];
    expect(ids({ directory, lastBackup: '2026-10-12' })).toEqual([]);
    expect(ids({ directory, lastBackup: '2026-10-11' })).toEqual(['backup!']);
    expect(ids({ directory, lastBackup: null })).toEqual(['neverBackedUp']);
    expect(ids({ directory, lastBackup: undefined })).toEqual([]);
    expect(ids({ directory: [directory[0]!], lastBackup: null })).toEqual([]);
  });
});

describe('the meeting at hand', () => {
  const pick = (...directory: DirectoryEntry[]): string | undefined => nextMeeting(directory, '2026-11-10')?.id;

  it('is the one going on, then the one of today, then the one to be closed, then the next', () => {
    const [later, next, now, ended, open] = [entry('later', '2027-01-05', 'planned'), entry('next', '2026-12-05', 'planned'), entry('now', '2026-11-10', 'planned'), entry('ended', '2026-10-05', 'ended'), entry('open', '2026-09-05', 'open')];
    expect(pick(later!, next!, now!, ended!, open!)).toBe('open');
    expect(pick(later!, next!, now!, ended!)).toBe('now');
    expect(pick(later!, next!, ended!)).toBe('ended');
    expect(pick(later!, next!, entry('c', '2026-10-05', 'closed'))).toBe('next');
    expect(pick(entry('missed', '2026-11-05', 'planned'), entry('c', '2026-10-05', 'closed'))).toBe('missed');
    expect(pick(entry('x', '2026-11-10', 'cancelled'), entry('c', '2026-10-05', 'closed'))).toBeUndefined();
  });
});
