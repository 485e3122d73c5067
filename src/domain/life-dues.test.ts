import { describe, expect, it } from 'vitest';
import type { Json } from './json';
import { readLife, type LifeKind } from './life';
import { lifeDues, type LifeWithVote } from './life-dues';
import { lifeVote } from './life-state';
import { readMember } from './member';

const TODAY = '2026-11-24';
type Row = Record<string, Json>;
const member = (fields: Row, id = 'p') => readMember(id, { name: id, ...fields });
const event = (kind: LifeKind, fields: Row, id = 'e'): LifeWithVote => {
  const life = readLife(id, { kind, openedOn: '2026-09-01', memberId: 'p', ...fields })!;
  return { life, vote: lifeVote(life, undefined) };
};
const dues = (members: Row[], lives: LifeWithVote[] = [], today = TODAY): string[] => lifeDues(members.map((one, i) => member(one, 'pqr'[i])), lives, today).map(({ what, name, on, late }) => `${what} ${name} ${on}${late ? ' late' : ''}`);
const VOTED = { 'vote/on': '2026-09-05', 'vote/yes': 9, 'vote/base': 9 };

describe('what of members’ lives is due', () => {
  it.each([
    ['2025-11-24', ['probation p 2026-11-24']],
    ['2025-11-23', ['probation p 2026-11-23 late']],
    ['2026-01-23', ['probation p 2027-01-23']],
    ['2026-01-24', []],
  ])('[LIFE-12] probation since %s', (joinedOn, found) => expect(dues([{ standing: 'probationary', joinedOn }])).toEqual(found));

  it('[LIFE-12] the ceremony counts where the book saw it; nobody is named once the cell has voted, or when they left', () => {
    const p = { standing: 'probationary', joinedOn: '2025-10-01' };
    expect(dues([p], [event('admission', { 'ceremony/on': '2025-10-20', stoppedOn: '2026-01-01' })])).toEqual(['probation p 2026-10-20 late']);
    expect(dues([p], [event('official', {})])).toEqual(['probation p 2026-10-01 late']);
    expect(dues([p], [event('official', { ...VOTED, 'proposal/on': '2026-11-20' })])).toEqual([]);
    expect(dues([{ ...p, 'status/2026-02-02': 'left' }])).toEqual([]);
    expect(dues([{ ...p, officialOn: '2026-12-01' }])).toEqual([]);
    expect(dues([{ standing: 'probationary' }])).toEqual([]);
  });

  it('[LIFE-12] what lasts is named a month before its end and after it, while it is in force', () => {
    const away = (until: string, more: Row = {}) => event('temporaryOut', { 'letter/on': '2026-01-01', 'leave/on': '2026-01-02', 'leave/until': until, ...more });
    const p = { 'status/2026-01-02': 'temporaryOut' };
    expect(dues([p], [away('2026-12-24')])).toEqual(['ends p 2026-12-24']);
    expect(dues([p], [away('2026-12-25')])).toEqual([]);
    expect(dues([p], [away('2026-11-23')])).toEqual(['ends p 2026-11-23 late']);
    expect(dues([p], [away('2026-11-23', { 'end/on': '2026-11-20' })])).toEqual([]);
    expect(dues([{ ...p, 'status/2026-05-01': 'left' }], [away('2026-11-23')])).toEqual([]);
    const exempt = event('exemption', { reason: 'treatment', 'request/on': '2026-01-01', 'request/from': '2026-01-01', 'request/until': '2026-12-01', ...VOTED, 'proposal/on': '2026-09-06', 'decision/on': '2026-09-07', 'start/on': '2026-09-08', 'start/until': '2026-12-01' });
    expect(dues([{ 'status/2026-09-08': 'exempt' }], [exempt])).toEqual(['ends p 2026-12-01']);
  });

  it('[LIFE-12] a vote that is still to be taken, and a decision that does not come', () => {
    expect(dues([{}], [event('removal', { 'evidence/on': '2026-11-01' })])).toEqual(['vote p 2026-11-01']);
    expect(dues([{}], [event('removal', {})])).toEqual([]);
    const waits = (on: string) => event('expulsion', { ...VOTED, 'proposal/on': on });
    expect(dues([{}], [waits('2026-10-26')])).toEqual([]);
    expect(dues([{}], [waits('2026-10-25')])).toEqual(['decision p 2026-10-25']);
    expect(dues([{}], [waits('2026-09-25')])).toEqual(['decision p 2026-09-25 late']);
    expect(dues([], [event('admission', { memberId: null as never, name: 'Mới' })])).toEqual(['vote Mới 2026-09-01']);
    expect(dues([{}], [event('removal', { 'evidence/on': '2026-11-01', stoppedOn: '2026-11-02' })])).toEqual([]);
  });

  it('[LIFE-12] a vote that failed or was chi ủy’s leaves the end of probation to be minded', () => {
    const p = { standing: 'probationary', joinedOn: '2025-10-01' };
    expect(dues([p], [event('official', { ...VOTED, 'vote/yes': 2 })])).toEqual(['probation p 2026-10-01 late']);
    expect(dues([p], [{ ...event('official', {}), vote: { kind: 'notTheCell' } }])).toEqual(['probation p 2026-10-01 late']);
  });

  it('[LIFE-12] what the cell itself has to do after its vote: papers, a ceremony, a report', () => {
    const on = (day: string) => ({ ...VOTED, 'vote/on': day });
    expect(dues([{}], [event('removal', { 'evidence/on': '2026-10-01', ...on('2026-10-26') })])).toEqual([]);
    expect(dues([{}], [event('removal', { 'evidence/on': '2026-10-01', ...on('2026-10-25') })])).toEqual(['step p 2026-10-25']);
    expect(dues([{}], [event('discipline', on('2026-09-25'))])).toEqual(['step p 2026-09-25 late']);
    expect(dues([], [event('admission', { memberId: null as never, name: 'Mới', ...on('2026-09-01'), 'proposal/on': '2026-09-02', 'decision/on': '2026-10-20' })])).toEqual(['step Mới 2026-10-20']);
    const exempt = event('exemption', { reason: 'ageOrHealth', ...on('2026-10-01'), 'start/on': '2026-10-02' });
    expect(dues([{ 'status/2026-10-02': 'exempt' }], [exempt])).toEqual(['step p 2026-10-02']);
  });

  it('[LIFE-12] nothing is due of somebody who was deleted from the register', () => {
    expect(dues([], [event('expulsion', {})])).toEqual([]);
  });

  it('[LIFE-12] late things come first', () => {
    expect(dues([{ standing: 'probationary', joinedOn: '2025-12-01' }, { standing: 'probationary', joinedOn: '2025-11-01' }])).toEqual(['probation q 2026-11-01 late', 'probation p 2026-12-01']);
  });
});
