import { expect, it } from 'vitest';
import { personAt, summarisePerson } from './history';
import { readNote } from './notebook';
import { readMeeting } from './read-meeting';
import type { Fields } from './records';
import { readTask } from './task';
import { yearEvidence } from './year-evidence';

const on = (id: string, status = 'active') => ({ id, name: id, standing: 'official', status, position: 'none' });
const meeting = (date: string, fields: Fields = {}, status = 'active') => readMeeting(date, { kind: 'regular', date, roster: [on('a', status), on('b')], ...fields });
const task = (id: string, fields: Fields) => readTask(id, { assigneeId: 'a', what: id, createdAt: '2026-02-01T01:00:00.000Z', ...fields });

it('[APR-11] a member’s year: their meetings, what they said, their tasks and notes, of that year and of them alone', () => {
  const meetings = [
    meeting('2025-12-05', { 'att/a': { kind: 'unexcused' } }),
    meeting('2026-01-05'),
    meeting('2026-02-05', { 'att/a': { kind: 'excused' }, 'att/b': { kind: 'unexcused' } }),
    meeting('2026-03-05', { 'att/a': { kind: 'late', time: '14:10' }, 'con/1': { memberId: 'a', kind: 'opinion' }, 'con/2': { memberId: 'b', kind: 'opinion' }, 'con/3': { memberId: 'a', kind: 'criticism' } }),
    meeting('2026-04-05', {}, 'temporaryOut'),
    meeting('2026-05-05', { kind: 'cellCommittee' }),
    meeting('2026-12-05'),
  ];
  const tasks = [
    task('on time', { state: 'done', due: '2026-03-31', doneOn: '2026-03-31' }),
    task('too late', { state: 'done', due: '2026-03-31', doneOn: '2026-04-01' }),
    task('overdue', { due: '2026-05-01' }),
    task('running', { due: '2026-12-31' }),
    task('dropped', { state: 'dropped', due: '2026-03-01' }),
    task('of another', { assigneeId: 'b' }),
    task('last year’s', { createdAt: '2025-02-01T01:00:00.000Z', state: 'done', doneOn: '2025-03-01' }),
    task('carried over', { createdAt: '2025-11-01T01:00:00.000Z', state: 'done', doneOn: '2026-01-10' }),
  ];
  const note = (id: string, fields: Fields) => readNote(id, { memberId: 'a', on: '2026-06-01', kind: 'self', text: id, ...fields })!;
  const notes = [note('self', {}), note('received', { kind: 'received', settledOn: '2026-08-01' }), note('old', { on: '2025-06-01' }), note('of another', { memberId: 'b' })];
  const year = yearEvidence('a', '2026-11-24', meetings, tasks, notes, null);
  expect(year.meetings).toEqual({ held: 3, present: 2, excused: 1, unexcused: 0, late: 1 });
  expect(year.contributions).toEqual({ opinion: 1, proposal: 0, criticism: 1, question: 0, petition: 0 });
  expect([year.tasks.done, year.tasks.late, year.tasks.open].map((list) => list.map(({ what }) => what))).toEqual([['on time', 'carried over'], ['too late', 'overdue'], ['running']]);
  expect([year.notes.self, year.notes.received, year.notes.settled].map((list) => list.map(({ id }) => id))).toEqual([['self'], ['received'], ['received']]);
});

it('[APR-11] counts a member’s attendance as their own page does [HIST-6]', () => {
  const meetings = [meeting('2026-01-05', {}, 'temporaryIn'), meeting('2026-02-05', { 'att/a': { kind: 'excused' } }, 'temporaryIn'), meeting('2026-03-05', { 'att/a': { kind: 'excused' } }, 'exempt'), meeting('2026-04-05', { 'att/a': { kind: 'present' } }, 'exempt')];
  const { expected, attended } = summarisePerson(meetings.map((one) => personAt(one, 'a')!));
  expect(yearEvidence('a', '2026-11-24', meetings, [], [], null).meetings).toEqual({ held: expected, present: attended, excused: 1, unexcused: 0, late: 0 });
  expect([expected, attended]).toEqual([3, 2]);
});

it('[APR-11] a task given in the first hours of the year in Vietnam is of that year', () => {
  const night = task('night', { createdAt: '2025-12-31T18:00:00.000Z' });
  expect(yearEvidence('a', '2026-11-24', [], [night], [], null).tasks.open).toHaveLength(1);
  expect(yearEvidence('a', '2025-12-31', [], [night], [], null).tasks.open).toHaveLength(0);
});
