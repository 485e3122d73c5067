import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMeeting } from './read-meeting';
import { countSecret } from './secret-ballot';
import { outcomeOf, votesNeeded } from './votes';

const papers = (handedOut: number, returned: number, valid: number, invalid: number) => ({ handedOut, returned, valid, invalid });
const room = { base: 20, inRoom: 17 };

describe('secret ballot', () => {
  it.each([
    ['more papers than voters in the room', papers(18, 17, 17, 0), { yes: 17, no: 0, other: 0 }, { kind: 'handedOut', found: 18, expected: 17 }],
    ['more returned than handed out', papers(16, 17, 17, 0), { yes: 17, no: 0, other: 0 }, { kind: 'returned', found: 17, expected: 16 }],
    ['valid and invalid are not those returned', papers(17, 17, 15, 1), { yes: 15, no: 0, other: 0 }, { kind: 'sorted', found: 16, expected: 17 }],
    ['nothing returned yet', papers(17, 0, 0, 0), { yes: 0, no: 0, other: 0 }, { kind: 'sorted', found: 0, expected: 0 }],
    ['the sides are not the valid ones', papers(17, 17, 16, 1), { yes: 14, no: 1, other: 0 }, { kind: 'counted', found: 15, expected: 16 }],
    ['two thirds of 20 are 14', papers(17, 16, 15, 1), { yes: 14, no: 1, other: 0 }, { kind: 'passed', needed: 14, base: 20, percent: 70 }],
    ['13 of 20 are not', papers(17, 16, 15, 1), { yes: 13, no: 2, other: 0 }, { kind: 'failed', needed: 14, base: 20, percent: 65 }],
  ] as const)('[VOTE-5] %s', (_name, ballots, count, outcome) => expect(countSecret(ballots, count, room, 'admission')).toEqual(outcome));
  it('[VOTE-5] thirteen in the room cannot admit anybody to a cell of twenty', () => {
    expect(countSecret(papers(13, 13, 13, 0), { yes: 13, no: 0, other: 0 }, { base: 20, inRoom: 13 }, 'admission')).toEqual({ kind: 'impossible', needed: 14, inRoom: 13 });
  });
  it('[VOTE-5] whatever is typed, what is carried has its sums in order and its share of the base', () => {
    const n = fc.integer({ min: 0, max: 30 });
    fc.assert(fc.property(fc.tuple(n, n, n, n), fc.tuple(n, n, n), n, n, ([handedOut, returned, valid, invalid], [yes, no, other], base, there) => {
      const inRoom = Math.min(base, there);
      const outcome = countSecret({ handedOut, returned, valid, invalid }, { yes, no, other }, { base, inRoom }, 'admission');
      if (outcome.kind !== 'passed') return;
      expect([handedOut <= inRoom, returned <= handedOut, valid + invalid === returned, yes + no + other === valid, yes * 3 >= base * 2]).toEqual([true, true, true, true, true]);
    }));
  });
  it('[VOTE-6] a recorded secret vote with papers kept back has its result all the same; by hands the same counts would be incomplete', () => {
    const head = { decision: 'admission', yes: 14, no: 1, other: 0, base: 20, inRoom: 17, at: '2026-11-24T08:00:00.000Z', stepId: 's' };
    const [secret, hands] = readMeeting('m', {
      'vote/a': { ...head, ballots: papers(17, 16, 15, 1) }, 'vote/a/question': 'Kết nạp', 'vote/a/tellers': 'Lê Văn A', 'vote/b': head, 'vote/b/question': 'Kết nạp',
    }).votes;
    expect(secret).toMatchObject({ ballots: papers(17, 16, 15, 1), tellers: 'Lê Văn A' });
    expect(outcomeOf(secret!)).toEqual({ kind: 'passed', needed: votesNeeded(20, 'twoThirds'), base: 20, percent: 70 });
    expect(hands).not.toHaveProperty('ballots');
    expect(outcomeOf(hands!).kind).toBe('incomplete');
  });
});
