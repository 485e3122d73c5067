import { describe, expect, it } from 'vitest';
import { readTask, type Fields } from '@/domain';
import type { DirectoryEntry } from '@/storage';
import { carried, inPart, sortTasks } from './register';

const task = (id: string, fields: Fields) => readTask(id, { createdAt: '2026-09-05T08:00:00.000Z', state: 'open', ...fields });
const met = (id: string, date: string, state: DirectoryEntry['state'] = 'closed'): DirectoryEntry => ({ id, kind: 'regular', date, time: '', place: '', state, stepId: null, points: null, grade: null });

describe('the register of tasks', () => {
  it('an overdue task is open as well', () => {
    const late = task('a', { due: '2026-11-01' });
    const parts = (['open', 'overdue', 'carried', 'done'] as const).map((part) => inPart(late, part, '2026-11-10', []));
    expect(parts).toEqual([true, true, false, false]);
    expect(inPart(late, 'carried', '2026-11-10', [met('o', '2026-10-05')])).toBe(true);
  });

  it('sorts open ones by due date, without one last; finished ones newest first', () => {
    const open = [task('none', {}), task('late', { due: '2026-12-01' }), task('soon', { due: '2026-11-01' })];
    expect(sortTasks(open, 'open').map(({ id }) => id)).toEqual(['soon', 'late', 'none']);
    const done = [task('old', { state: 'done', doneOn: '2026-10-01' }), task('new', { state: 'done', doneOn: '2026-11-01' })];
    expect(sortTasks(done, 'done').map(({ id }) => id)).toEqual(['new', 'old']);
  });

  it('[TASK-3] counts the meetings that an open task has come through', () => {
    const directory = [met('n', '2026-11-20', 'planned'), met('o', '2026-10-05'), met('s', '2026-09-05')];
    expect(carried(task('a', { meetingId: 's' }), directory)).toBe(1);
    expect(carried(task('a', { meetingId: 'o' }), directory)).toBe(0);
    expect(carried(task('a', { meetingId: 's', state: 'done' }), directory)).toBe(0);
    expect(carried(task('a', { createdAt: '2026-08-01T00:00:00.000Z' }), directory)).toBe(2);
  });
});
