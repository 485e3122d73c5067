import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Marks } from './attendance';
import type { MemberId } from './ids';
import type { RosterEntry } from './member';
import { countVote, voteBase, votesNeeded } from './votes';

const people = (n: number, part: Partial<RosterEntry> = {}, from = 0): RosterEntry[] =>
  Array.from({ length: n }, (_, i) => ({ id: `m${from + i}` as MemberId, name: `Người ${from + i}`, standing: 'official', status: 'active', position: 'none', ...part }));
const absent = (...ids: string[]): Marks => Object.fromEntries(ids.map((id) => [id, { kind: 'excused' as const }]));

describe('vote base', () => {
  it('[VOTE-1] worked example of S21: 22 members, 20 official, 3 away on duty: the percentage is of 20, not 17', () => {
    const roster = [...people(20), ...people(2, { standing: 'probationary' }, 20)];
    expect(voteBase(roster, absent('m0', 'm1', 'm2'), '09:00')).toEqual({ base: 20, inRoom: 17 });
  });
  it.each([
    ['probationary members have no vote', people(2, { standing: 'probationary' }, 10), {}, 10, 10],
    ['guests (temporary in) have no vote here', people(2, { status: 'temporaryIn' }, 10), {}, 10, 10],
    ['suspended members have no vote', people(2, { status: 'suspended' }, 10), { m10: { kind: 'present' } }, 10, 10],
    ['exempt and absent: out of the base', people(2, { status: 'exempt' }, 10), {}, 10, 10],
    ['exempt and present: in the base', people(2, { status: 'exempt' }, 10), { m10: { kind: 'present' } }, 11, 11],
    ['temporarily away and absent: out of the base', people(2, { status: 'temporaryOut' }, 10), {}, 10, 10],
    ['temporarily away but present: in the base', people(2, { status: 'temporaryOut' }, 10), { m11: { kind: 'present' } }, 11, 11],
    ['absent without a reason: still in the base', people(1, {}, 10), { m10: { kind: 'unexcused' } }, 11, 10],
  ] as const)('[VOTE-1] %s', (_name, more, marks, base, inRoom) => {
    expect(voteBase([...people(10), ...more], marks as Marks, '09:00')).toEqual({ base, inRoom });
  });
  it('[VOTE-4] late counts from the arrival, early until the leaving', () => {
    const marks: Marks = { m0: { kind: 'late', time: '09:30' }, m1: { kind: 'leftEarly', time: '09:45' }, m2: { kind: 'late' } };
    expect(voteBase(people(5), marks, '09:00').inRoom).toBe(3);
    expect(voteBase(people(5), marks, '09:30').inRoom).toBe(4);
    expect(voteBase(people(5), marks, '09:45').inRoom).toBe(3);
    expect(voteBase(people(5), marks, '09:00').base).toBe(5);
  });
});

describe('counting', () => {
  it.each([
    [20, 'majority', 11], [21, 'majority', 11], [1, 'majority', 1], [0, 'majority', 1],
    [20, 'twoThirds', 14], [21, 'twoThirds', 14], [3, 'twoThirds', 2], [22, 'twoThirds', 15],
  ] as const)('[VOTE-2] of %i, %s needs %i', (base, threshold, needed) => expect(votesNeeded(base, threshold)).toBe(needed));
  it('[VOTE-2] the needed number is the smallest that passes', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 500 }), (base) => {
      const half = votesNeeded(base, 'majority');
      const third = votesNeeded(base, 'twoThirds');
      expect([half * 2 > base, (half - 1) * 2 <= base, third * 3 >= base * 2, (third - 1) * 3 < base * 2]).toEqual([true, true, true, true]);
    }));
  });
  it('[VOTE-3] half is not more than half', () => {
    expect(countVote({ yes: 10, no: 10, other: 0 }, { base: 20, inRoom: 20 }, 'resolution').kind).toBe('failed');
    expect(countVote({ yes: 11, no: 9, other: 0 }, { base: 20, inRoom: 20 }, 'resolution')).toEqual({ kind: 'passed', needed: 11, base: 20, percent: 55 });
  });
  it('[VOTE-3] the sum must be the room: fewer is incomplete, more is a mistake', () => {
    expect(countVote({ yes: 15, no: 0, other: 0 }, { base: 20, inRoom: 17 }, 'resolution')).toEqual({ kind: 'incomplete', counted: 15, inRoom: 17 });
    expect(countVote({ yes: 17, no: 1, other: 0 }, { base: 20, inRoom: 17 }, 'resolution')).toEqual({ kind: 'tooMany', counted: 18, inRoom: 17 });
  });
  it('[VOTE-3] a vote that cannot pass with every hand up is named before it is taken', () => {
    expect(countVote({ yes: 0, no: 0, other: 0 }, { base: 20, inRoom: 13 }, 'admission')).toEqual({ kind: 'impossible', needed: 14, inRoom: 13 });
  });
  it('[VOTE-3] the outcome is one of the five whatever is typed', () => {
    const n = fc.integer({ min: 0, max: 60 });
    fc.assert(fc.property(n, n, n, n, n, (yes, no, other, base, room) => {
      const inRoom = Math.min(base, room);
      const outcome = countVote({ yes, no, other }, { base, inRoom }, 'resolution');
      expect(outcome.kind !== 'passed' || (yes + no + other === inRoom && yes * 2 > base)).toBe(true);
    }));
  });
});

describe('whatever the roster', () => {
  const entry = fc.record({
    id: fc.constant('' as MemberId),
    name: fc.constant('Người'),
    standing: fc.constantFrom('official' as const, 'probationary' as const),
    status: fc.constantFrom('active' as const, 'temporaryIn' as const, 'temporaryOut' as const, 'exempt' as const, 'suspended' as const),
    position: fc.constant('none' as const),
  });
  const roll = fc.array(fc.tuple(entry, fc.constantFrom(null, 'excused', 'unexcused', 'late', 'leftEarly', 'present')), { maxLength: 40 }).map((list) => ({
    roster: list.map(([one], i) => ({ ...one, id: `m${i}` as MemberId })),
    marks: Object.fromEntries(list.flatMap(([, kind], i) => (kind ? [[`m${i}`, { kind, time: '09:30' }]] : []))) as Marks,
  }));
  it('[VOTE-1] those in the room are no more than the base, the base no more than the official members', () => {
    fc.assert(fc.property(roll, ({ roster, marks }) => {
      const { base, inRoom } = voteBase(roster, marks, '09:30');
      expect(inRoom <= base && base <= roster.filter(({ standing }) => standing === 'official').length).toBe(true);
    }));
  });
  it('[VOTE-1] an active member’s absence takes a hand from the room and nobody from the base; another’s presence adds to both or neither', () => {
    fc.assert(fc.property(roll, fc.nat(), ({ roster, marks }, n) => {
      fc.pre(roster.length > 0);
      const one = roster[n % roster.length]!;
      const with_ = (kind: 'present' | 'excused') => voteBase(roster, { ...marks, [one.id]: { kind } }, '09:30');
      const [there, away] = [with_('present'), with_('excused')];
      const votes = one.standing === 'official' && one.status !== 'suspended' && one.status !== 'temporaryIn';
      expect(there.inRoom - away.inRoom).toBe(votes ? 1 : 0);
      expect(there.base - away.base).toBe(votes && one.status !== 'active' ? 1 : 0);
    }));
  });
  it('[VOTE-2] a larger base never needs fewer votes, two thirds never fewer than half', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 500 }), (base) => {
      expect(votesNeeded(base, 'majority') <= votesNeeded(base + 1, 'majority') && votesNeeded(base, 'twoThirds') <= votesNeeded(base + 1, 'twoThirds')).toBe(true);
      expect(base < 3 || votesNeeded(base, 'twoThirds') >= votesNeeded(base, 'majority')).toBe(true);
    }));
  });
  it('[VOTE-3] one more in favour never turns a vote that passed into one that failed', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(60), (inRoom, yes) => {
      fc.pre(yes < inRoom);
      const at = (n: number) => countVote({ yes: n, no: inRoom - n, other: 0 }, { base: inRoom, inRoom }, 'admission').kind;
      expect(at(yes) !== 'passed' || at(yes + 1) === 'passed').toBe(true);
    }));
  });
});
