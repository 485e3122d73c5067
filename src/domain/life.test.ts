import { describe, expect, it } from 'vitest';
import type { Json } from './json';
import { LIFE_KINDS, LIFE_REASONS, personOf, readLife, type LifeEvent, type LifeKind } from './life';
import { lifeFlow, monthsAfter, probationEnd, stayProblem } from './life-flow';
import { lifeProblems, lifeState, lifeThreshold, lifeVote, type LifeVote } from './life-state';

type Row = Record<string, Json>;
const OPENED = '2026-11-01';
const event = (kind: LifeKind, fields: Row = {}): LifeEvent => readLife('e', { kind, openedOn: OPENED, ...fields })!;
const NONE: LifeVote = { kind: 'none' };
const states = (life: LifeEvent, vote: LifeVote = lifeVote(life, undefined)): string => lifeState(life, vote).steps.map(({ step, state }) => `${step.id}:${state}`).join(' ');
const byHand = (yes: number, base: number, on = '2026-11-10'): Row => ({ 'vote/on': on, 'vote/yes': yes, 'vote/base': base });
const meeting = (kind: string, yes: number, base: number, decision = 'admission') => ({ id: 'm', kind, date: '2026-11-24', votes: [{ id: 'v', decision, yes, no: base - yes, other: 0, base, inRoom: base }] }) as never;

describe('the life of a member', () => {
  it('an event of no known kind, or that was taken away, is none', () => {
    expect(readLife('x', {})).toBeNull();
    expect(readLife('x', { kind: 'toString', openedOn: OPENED })).toBeNull();
    expect(event('removal').reason).toBe(LIFE_REASONS.removal[0]);
  });

  it('[LIFE-1] somebody who comes in by an event has its id; a member keeps theirs', () => {
    expect(personOf(event('admission'))).toBe('e');
    expect(personOf(event('official', { memberId: 'p' }))).toBe('p');
  });

  it('[LIFE-2] every kind has its steps in order and its threshold', () => {
    const flow = (kind: LifeKind, reason = 'x'): string => `${lifeFlow({ kind, reason }).steps.map(({ id }) => id).join(' ')} / ${lifeThreshold({ kind, reason }) ?? '-'}`;
    expect(Object.fromEntries(LIFE_KINDS.map((kind) => [kind, flow(kind)]))).toEqual({
      admission: 'vote proposal decision ceremony / twoThirds',
      official: 'vote proposal decision / twoThirds',
      transferIn: 'letter arrive / -',
      transferOut: 'letter leave / -',
      temporaryIn: 'letter arrive end / -',
      temporaryOut: 'letter leave end / -',
      exemption: 'request vote proposal decision start end / majority',
      suspension: 'decision start end / -',
      discipline: 'vote report / majority',
      removal: 'evidence vote proposal decision / twoThirds',
      expulsion: 'vote proposal decision / twoThirds',
      leaving: 'request vote proposal decision / majority',
      death: 'day / -',
    });
  });

  it('[LIFE-3] the old and ill are exempted by the cell, others by the committee', () => {
    const steps = (reason: string): string[] => lifeFlow({ kind: 'exemption', reason }).steps.map(({ id }) => id);
    expect(steps('ageOrHealth')).toEqual(['vote', 'start', 'report', 'end']);
    for (const reason of LIFE_REASONS.exemption.slice(1)) expect(steps(reason)).toContain('decision');
  });

  it.each([
    ['2025-11-24', '2026-11-24'],
    ['2024-02-29', '2025-02-28'],
    ['2026-01-01', '2027-01-01'],
  ])('[LIFE-4] probation from %s ends on %s', (from, end) => expect(probationEnd(from)).toBe(end));

  it.each([
    ['2026-01-01', '2026-03-31', null],
    ['2026-01-01', '2026-03-30', 'tooShort'],
    ['2026-01-01', '2026-12-31', null],
    ['2026-01-01', '2027-01-01', 'onlyStudy'],
    ['2026-01-01', '2028-01-01', 'onlyStudy'],
    ['2026-01-01', '2028-01-02', 'tooLong'],
  ])('[LIFE-5] a temporary stay from %s to %s: %s', (from, until, problem) => expect(stayProblem(from, until)).toBe(problem));

  it.each([
    // Worked example of facts.md §4.4: 20 official members; two thirds of 20 are 14.
    ['admission', 13, 20, 'failed'],
    ['admission', 14, 20, 'passed'],
    ['official', 6, 9, 'passed'],
    ['official', 5, 9, 'failed'],
    ['removal', 2, 3, 'passed'],
    ['expulsion', 1, 3, 'failed'],
    ['discipline', 10, 20, 'failed'],
    ['discipline', 11, 20, 'passed'],
    ['exemption', 11, 20, 'passed'],
    ['leaving', 10, 20, 'failed'],
    ['admission', 0, 0, 'failed'],
  ] as const)('[LIFE-6] %s with %d of %d: %s', (kind, yes, base, kindOf) => {
    expect(lifeVote(event(kind, byHand(yes, base)), undefined).kind).toBe(kindOf);
    expect(lifeVote(event(kind, { 'vote/link': 'm/v' }), meeting('extraordinary', yes, base)).kind).toBe(kindOf);
  });

  it('[LIFE-6] the rule’s threshold counts, whatever the vote was called; chi ủy’s vote and one that is gone do not', () => {
    const life = event('admission', { 'vote/link': 'm/v' });
    expect(lifeVote(life, meeting('regular', 11, 20, 'conclusion'))).toMatchObject({ kind: 'failed', needed: 14, on: '2026-11-24' });
    expect(lifeVote(life, meeting('cellCommittee', 3, 3)).kind).toBe('notTheCell');
    expect(lifeVote(life, undefined).kind).toBe('gone');
    expect(lifeVote(event('admission', { 'vote/link': 'm/other' }), meeting('regular', 20, 20)).kind).toBe('gone');
    expect(lifeVote(event('transferOut', byHand(1, 1)), undefined)).toEqual(NONE);
  });

  it('[LIFE-7] steps go in their order; a later one written first counts only once those before it are there', () => {
    const early = event('admission', { 'decision/on': '2026-11-20', 'ceremony/on': '2026-11-24' });
    expect(states(early)).toBe('vote:now proposal:later decision:later ceremony:later');
    const half = event('admission', { ...byHand(14, 20), 'proposal/on': '2026-11-12' });
    expect(states(half)).toBe('vote:done proposal:done decision:now ceremony:later');
    expect(lifeState(half, lifeVote(half, undefined))).toMatchObject({ progress: 'open', next: { id: 'decision', who: 'superior' } });
    const whole = event('admission', { ...byHand(14, 20), 'proposal/on': '2026-11-12', 'decision/on': '2026-11-20', 'ceremony/on': '2026-11-24' });
    expect(lifeState(whole, lifeVote(whole, undefined))).toMatchObject({ progress: 'done', next: null });
  });

  it('[LIFE-7] after a failed vote nothing follows, and nothing does when it is taken away', () => {
    const life = event('removal', { 'evidence/on': '2026-11-02', ...byHand(13, 20), 'proposal/on': '2026-11-12', 'decision/on': '2026-11-20' });
    expect(states(life)).toBe('evidence:done vote:now proposal:later decision:later');
    expect(states(event('admission', { 'vote/link': 'm/v' }))).toBe('vote:now proposal:later decision:later ceremony:later');
  });

  it('[LIFE-7] what must be written down with a day holds the step open', () => {
    const without = event('official', { memberId: 'p', ...byHand(9, 9), 'proposal/on': '2026-11-12', 'decision/on': '2026-11-20' });
    expect(states(without)).toBe('vote:done proposal:done decision:now');
    expect(lifeState(event('temporaryOut', { memberId: 'p', 'letter/on': OPENED, 'leave/on': OPENED }), NONE).next?.id).toBe('leave');
  });

  it('[LIFE-7] what lasts is running until its end; given up is given up', () => {
    const away = { memberId: 'p', 'letter/on': OPENED, 'leave/on': '2026-11-05', 'leave/until': '2027-05-05' };
    expect(lifeState(event('temporaryOut', away), NONE)).toMatchObject({ progress: 'running', next: { id: 'end' } });
    expect(lifeState(event('temporaryOut', { ...away, 'end/on': '2027-05-01' }), NONE).progress).toBe('done');
    expect(lifeState(event('admission', { stoppedOn: '2026-11-30' }), NONE)).toMatchObject({ progress: 'stopped', next: null });
    const ill = event('exemption', { memberId: 'p', reason: 'ageOrHealth', ...byHand(11, 20), 'start/on': '2026-11-10' });
    expect(lifeState(ill, lifeVote(ill, undefined))).toMatchObject({ progress: 'running', next: { id: 'report' } });
  });

  it('[LIFE-8] says what does not fit', () => {
    const problems = (life: LifeEvent, from: string | null = null): string[] => lifeProblems(life, lifeVote(life, undefined), from).map(({ reason, step }) => `${step} ${reason}`);
    expect(problems(event('admission', { 'vote/link': 'm/v' }))).toEqual(['vote voteGone']);
    expect(problems(event('admission', byHand(13, 20)))).toEqual(['vote voteFailed']);
    expect(problems(event('admission', { ...byHand(14, 20, '2026-11-10'), 'proposal/on': '2026-11-09' }))).toEqual(['proposal order']);
    expect(problems(event('temporaryIn', { 'letter/on': OPENED, 'arrive/on': OPENED, 'arrive/until': '2026-12-01' }))).toEqual(['arrive tooShort']);
    expect(problems(event('suspension', { memberId: 'p', 'decision/on': OPENED, 'start/on': '2026-11-10', 'start/until': '2026-11-09' }))).toEqual(['start untilBefore']);
    const official = (on: string, from: string): LifeEvent => event('official', { memberId: 'p', ...byHand(9, 9, on), 'proposal/on': on, 'decision/on': on, 'decision/from': from });
    expect(problems(official('2026-11-24', '2026-11-24'), '2025-11-24')).toEqual([]);
    expect(problems(official('2026-11-20', '2026-11-20'), '2025-11-24')).toEqual(['decision early']);
    expect(problems(official('2026-12-25', '2026-11-24'), '2025-11-24')).toEqual(['vote late']);
    expect(problems(official('2026-12-24', '2026-11-24'), '2025-11-24')).toEqual([]);
  });

  it('a day so many months later stays in its month', () => expect([monthsAfter('2026-11-30', 3), monthsAfter('2026-12-31', 12)]).toEqual(['2027-02-28', '2027-12-31']));
});
