import { describe, expect, it } from 'vitest';
import { readYearPlan } from '@/domain';
import type { DirectoryEntry } from '@/storage';
import { heldInMonth, likelyDate } from './likely-date';
import { committeeMetOn } from './new-meeting';

const entry = (date: string, state: DirectoryEntry['state'] = 'planned', kind = 'regular'): DirectoryEntry => ({
  id: date, kind, date, time: '14:00', place: '', state, stepId: null, points: null, grade: null,
});

describe('a new meeting', () => {
  it("is on the cell's fixed day, today once that is past, next month where this month has had its own", () => {
    expect(likelyDate({ meetingDay: 24 }, null, [], 'regular', '2026-11-10')).toBe('2026-11-24');
    expect(likelyDate({ meetingDay: 5 }, null, [], 'regular', '2026-11-10')).toBe('2026-11-10');
    expect(likelyDate({ meetingDay: 5 }, null, [entry('2026-11-05', 'closed')], 'regular', '2026-11-10')).toBe('2026-12-05');
    expect(likelyDate({ meetingDay: 31 }, null, [entry('2027-01-31', 'closed')], 'regular', '2027-01-31')).toBe('2027-02-28');
    expect(likelyDate({ meetingDay: null }, null, [], 'regular', '2026-11-10')).toBe('2026-11-10');
  });

  it('[PLAN-1] is on the day that the year plan has for the month; beyond its year on the cell’s fixed day', () => {
    const plan = readYearPlan('2026', { since: '2026-01', day: 26, 'move/11': '2026-11-18' });
    expect(likelyDate({ meetingDay: 24 }, plan, [], 'regular', '2026-11-10')).toBe('2026-11-18');
    expect(likelyDate({ meetingDay: 24 }, plan, [], 'regular', '2026-11-19')).toBe('2026-11-19');
    expect(likelyDate({ meetingDay: 24 }, plan, [entry('2026-11-18', 'closed')], 'regular', '2026-11-19')).toBe('2026-12-26');
    expect(likelyDate({ meetingDay: 24 }, plan, [entry('2026-12-26', 'closed')], 'regular', '2026-12-28')).toBe('2027-01-24');
    expect(likelyDate({ meetingDay: 24 }, readYearPlan('2026', { since: '2026-01' }), [], 'regular', '2026-11-10')).toBe('2026-11-24');
  });

  it('the day chi ủy met for it is its last held meeting since the cell’s last regular one', () => {
    const met = (...entries: DirectoryEntry[]) => committeeMetOn([...entries].reverse(), { id: 'now', date: '2026-11-24' });
    const committee = (date: string, state: DirectoryEntry['state'] = 'closed') => entry(date, state, 'cellCommittee');
    expect(met(entry('2026-10-24', 'closed'), committee('2026-11-10'), committee('2026-11-20', 'ended'))).toBe('2026-11-20');
    expect(met(committee('2026-10-20'), entry('2026-10-24', 'closed', 'combined'))).toBeUndefined();
    expect(met(committee('2026-11-20', 'planned'), committee('2026-11-30'))).toBeUndefined();
    expect(met(committee('2026-11-24'))).toBe('2026-11-24');
  });

  it('one called off, of another kind or month, is not the meeting of the month', () => {
    const others = [entry('2026-11-05', 'cancelled'), entry('2026-11-06', 'closed', 'thematic'), entry('2026-10-30', 'closed')];
    expect(heldInMonth(others, 'regular', '2026-11')).toBeUndefined();
    expect(heldInMonth([entry('2026-11-30', 'planned', 'combined')], 'regular', '2026-11')).toBeDefined();
    expect(heldInMonth([entry('2026-11-30')], 'regular', '2026-11')?.date).toBe('2026-11-30');
  });
});
