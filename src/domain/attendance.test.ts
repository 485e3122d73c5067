import { describe, expect, it } from 'vitest';
import { countAttendance, type Marks } from './attendance';
import type { MemberId } from './ids';
import { readMember, rosterOn, standingOn, statusOn, type RosterEntry } from './member';

const entry = (id: string, part: Partial<RosterEntry> = {}): RosterEntry => ({ id: id as MemberId, name: id, standing: 'official', status: 'active', position: 'none', ...part });

describe('roll', () => {
  it('[ATT-2] everyone is there until marked', () => {
    const count = countAttendance([entry('a'), entry('b')], {});
    expect(count).toMatchObject({ strength: 2, expected: 2, present: 2, ratePercent: 100 });
  });
  it('[ATT-3] late and early attend; absent ones are listed by kind', () => {
    const marks: Marks = { a: { kind: 'late' }, b: { kind: 'leftEarly' }, c: { kind: 'excused', reason: 'ốm' }, d: { kind: 'unexcused' } };
    const count = countAttendance(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => entry(id)), marks);
    expect(count).toMatchObject({ expected: 7, present: 5, ratePercent: 71.4, excused: ['c'], unexcused: ['d'], late: ['a'], leftEarly: ['b'] });
  });
  it('[ATT-3] probationary members are in the rate; guests are counted apart and not in the strength', () => {
    const count = countAttendance([entry('a'), entry('p', { standing: 'probationary' }), entry('g', { status: 'temporaryIn' })], { p: { kind: 'excused' } });
    expect(count).toMatchObject({ strength: 2, expected: 2, present: 1, temporaryIn: { total: 1, present: 1 }, probationary: { total: 1, present: 0 } });
  });
  it('[ATT-3] exempt and away members enter the rate only when there; suspended never', () => {
    const roster = [entry('a'), entry('x', { status: 'exempt' }), entry('y', { status: 'exempt' }), entry('o', { status: 'temporaryOut' }), entry('s', { status: 'suspended' })];
    expect(countAttendance(roster, {})).toMatchObject({ strength: 5, expected: 1, present: 1 });
    expect(countAttendance(roster, { x: { kind: 'present' }, s: { kind: 'present' } })).toMatchObject({ expected: 2, present: 2, exempt: { total: 2, present: 1 } });
  });
  it('[ATT-3] nobody expected is 0, not a division by zero', () => expect(countAttendance([], {}).ratePercent).toBe(0));
});

describe('members over time', () => {
  const member = readMember('m', { name: 'Trần Thị Mẫu', officialOn: '2026-06-01', 'status/2026-03-01': 'exempt', 'status/2026-09-01': 'active', 'status/2027-01-01': 'left' });
  it('[MEM-1] official from the day of recognition', () => {
    expect([standingOn(member, '2026-05-31'), standingOn(member, '2026-06-01')]).toEqual(['probationary', 'official']);
  });
  it('[MEM-2] the last status that has begun holds', () => {
    expect(['2026-02-28', '2026-03-01', '2026-08-31', '2026-09-01', '2027-01-01'].map((d) => statusOn(member, d))).toEqual(['active', 'exempt', 'exempt', 'active', 'left']);
  });
  it('[ATT-1] the roster of a day leaves out who has left, and sorts by given name', () => {
    const others = ['Nguyễn Văn Đức', 'Lê Thị An', 'Bùi Dung'].map((name, i) => readMember(`o${i}`, { name }));
    expect(rosterOn([member, ...others], '2026-12-01').map((e) => e.name)).toEqual(['Lê Thị An', 'Bùi Dung', 'Nguyễn Văn Đức', 'Trần Thị Mẫu']);
    expect(rosterOn([member, ...others], '2027-02-01')).toHaveLength(3);
  });
});
