import { describe, expect, it } from 'vitest';
import type { DirectoryEntry } from '@/storage';
import { readSent } from './sent-list';
import { attendedOf, monthsOf, yearSent, yearsOf } from './year';

const met = (date: string, state: DirectoryEntry['state'] = 'closed'): DirectoryEntry => ({ id: date, kind: 'regular', date, time: '', place: '', state, stepId: null, points: null, grade: null });

describe('the year in numbers', () => {
  it('[REP-1] shows the months until now, and only meetings that were held', () => {
    const directory = [met('2026-12-05', 'planned'), met('2026-11-05', 'open'), met('2026-10-20', 'ended'), met('2026-10-05'), met('2025-12-05')];
    const months = monthsOf(directory, 2026, '2026-11');
    expect(months).toHaveLength(11);
    expect(months.filter(({ meetings }) => meetings.length > 0).map(({ month, meetings }) => [month, ...meetings.map(({ id }) => id)])).toEqual([['2026-10', '2026-10-05', '2026-10-20']]);
    expect(monthsOf(directory, 2025, '2026-11')).toHaveLength(12);
    expect(yearsOf(directory, ['2024-01-01T00:00:00.000Z', ''], 2026)).toEqual([2026, 2025, 2024]);
    // Sent at half past six on the morning of 1 January 2026.
    expect([yearSent('2025-12-31T23:30:00.000Z'), yearsOf([], ['2025-12-31T23:30:00.000Z'], 2026)]).toEqual([2026, [2026]]);
  });

  it('[REP-2] takes attendance from the meeting itself, and says so where there is no roll', () => {
    const person = (id: string) => ({ id, name: id, standing: 'official', status: 'active', position: 'none' });
    const fields = { date: '2026-10-05', roster: [person('a'), person('b'), person('c'), person('d')], 'att/a': { kind: 'excused' }, 'att/b': { kind: 'late', time: '14:10' } };
    expect(attendedOf('m', fields)).toEqual({ present: 3, expected: 4, ratePercent: 75 });
    expect(attendedOf('m', { date: '2026-10-05' })).toBeNull();
  });

  it('a receipt outweighs an older refusal', () => {
    const receipt = { receipt: { number: 7, receivedAt: '2026-10-05T10:00:00.000Z' } };
    expect(readSent('submission:a', { refused: { code: 'invalid' } })).toMatchObject({ state: 'refused', refused: 'invalid', number: null });
    expect(readSent('submission:a', { refused: { code: 'invalid' }, receipt, verified: true })).toMatchObject({ state: 'received', refused: null, number: 7, verified: true });
    expect(readSent('submission:a', { receipt, verified: null })).toMatchObject({ verified: null });
  });
});
