import { describe, expect, it } from 'vitest';
import { countAttendance, isPresent, type Mark } from './attendance';
import { atDoor, cardFromBytes, cardHolders, cardInUse, cardsOf, cardText, countAtDoor, readCardText, type DoorMeeting } from './card';
import type { MemberId } from './ids';
import type { RosterEntry } from './member';

const [A, B, C] = ['7K2M9PQRST7K2M9P', 'XXXXXXXXXXXXXXXX', '0000000000000000'] as const;
const entry = (id: string, status: RosterEntry['status'] = 'active'): RosterEntry => ({ id: id as MemberId, name: `Đồng chí ${id}`, standing: 'official', status, position: 'none' });
const ROSTER = [entry('a'), entry('b'), entry('x', 'exempt'), entry('s', 'suspended')];
const HOLDERS = cardHolders([
  { id: 'a', fields: { name: 'Đồng chí a', [`card/${A}`]: '2026-01-02', [`card/${C}`]: 'lost' } },
  { id: 'gone', fields: { name: 'Đồng chí đã đi', [`card/${B}`]: '2026-01-02' } },
  { id: 'x', fields: { name: 'Đồng chí x', 'card/XXXX': '2026-01-02' } },
  { id: 's', fields: { name: 'Đồng chí s', 'card/SSSS': '2026-01-02' } },
]);
const meeting = (marks: Record<string, Mark> = {}, open = true): DoorMeeting => ({ roster: ROSTER, marks, open, time: '14:05' });

describe('a card', () => {
  it('[CARD-1] is 80 random bits in letters of a QR code’s smallest mode, with a mark that tells what it is', () => {
    const id = cardFromBytes(Uint8Array.from({ length: 16 }, (_, at) => at * 17));
    expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
    expect(cardText(id)).toMatch(/^[0-9A-Z$%*+\-./:]{22}$/);
    expect(readCardText(cardText(id))).toEqual({ id });
    expect(() => cardFromBytes(new Uint8Array(15))).toThrow(RangeError);
    expect(new Set(Array.from({ length: 32 }, (_, byte) => cardFromBytes(new Uint8Array(16).fill(byte)))).size).toBe(32);
  });

  it('[CARD-1] is told from other texts, and from cards of a later version', () => {
    expect(['', 'SCB1/ABC', `SCBT1/${A}0`, `SCBT1/${A.slice(1)}`, `SCBT1/${A.replace('7', 'U')}`, `scbt1/${A}`, A].map(readCardText)).toEqual([null, null, null, null, null, null, null]);
    expect(readCardText('SCBT2/ANYTHING')).toBe('newer');
  });

  it('[CARD-2] of two made on two phones both count; the newest is printed; a lost one is never in use again', () => {
    const fields = { name: 'a', [`card/${B}`]: '2026-03-01', [`card/${A}`]: '2026-01-02', [`card/${C}`]: 'lost' };
    expect(cardsOf(fields).filter(({ madeOn }) => madeOn).map(({ id }) => id)).toEqual([A, B]);
    expect(cardInUse(fields)?.id).toBe(B);
    expect(cardInUse({ ...fields, [`card/${B}`]: 'lost' })?.id).toBe(A);
    expect(cardInUse({ [`card/${C}`]: 'lost' })).toBeUndefined();
    expect(cardHolders([{ id: 'm', fields }]).get(A)).toEqual({ memberId: 'm', name: 'a', lost: false });
  });
});

describe('a card at the door', () => {
  it('[CARD-3] says that its holder is there; in an open meeting one tap makes it late', () => {
    expect(atDoor(A, HOLDERS, meeting({}, false))).toMatchObject({ say: 'marked', mark: { kind: 'present' }, before: null, other: null });
    expect(atDoor(A, HOLDERS, meeting())).toMatchObject({ say: 'marked', mark: { kind: 'present' }, before: null, other: { kind: 'late', time: '14:05' } });
  });

  it('[CARD-3] of somebody marked absent says that they came late, once the meeting is open', () => {
    const absent: Mark = { kind: 'excused', reason: 'sick' };
    expect(atDoor(A, HOLDERS, meeting({ a: absent }))).toMatchObject({ mark: { kind: 'late', time: '14:05' }, before: absent, other: { kind: 'present' } });
    expect(atDoor(A, HOLDERS, meeting({ a: { kind: 'unexcused' } }, false))).toMatchObject({ mark: { kind: 'present' }, before: { kind: 'unexcused' }, other: null });
  });

  it.each([{ kind: 'present' }, { kind: 'late', time: '14:01' }, { kind: 'leftEarly', time: '15:00' }] as const)('[CARD-4] a second time writes nothing over $kind', (mark) => {
    expect(atDoor(A, HOLDERS, meeting({ a: mark }))).toEqual({ say: 'again', entry: ROSTER[0], mark });
  });

  it('[CARD-5] writes nothing when it is unknown, replaced, or its holder is not on the list or suspended, and says which', () => {
    expect(atDoor('ZZZZZZZZZZZZZZZZ', HOLDERS, meeting())).toEqual({ say: 'unknown' });
    expect(atDoor(C, HOLDERS, meeting())).toEqual({ say: 'old', name: 'Đồng chí a' });
    expect(atDoor(B, HOLDERS, meeting())).toEqual({ say: 'absentee', name: 'Đồng chí đã đi' });
    expect(atDoor('SSSS', HOLDERS, meeting())).toMatchObject({ say: 'suspended' });
    expect(atDoor('SSSS', HOLDERS, meeting({ s: { kind: 'present' } }))).toMatchObject({ say: 'again' });
  });

  it('[CARD-5] marks somebody exempt as by hand: from then on they count', () => {
    const answer = atDoor('XXXX', HOLDERS, meeting());
    expect(answer).toMatchObject({ say: 'marked', mark: { kind: 'present' } });
    expect(countAttendance(ROSTER, { x: { kind: 'present' } }).expected).toBe(countAttendance(ROSTER, {}).expected + 1);
  });

  it('[CARD-6] counts what was said outright; the roll goes on counting the others as there', () => {
    const marks = { a: { kind: 'present' }, x: { kind: 'present' } } as const;
    expect(countAtDoor(ROSTER, marks)).toMatchObject({ here: 2, waiting: [{ id: 'b' }], absent: 0 });
    expect(isPresent(ROSTER[1]!, marks)).toBe(true);
    expect(countAtDoor(ROSTER, { b: { kind: 'unexcused' } })).toMatchObject({ here: 0, waiting: [{ id: 'a' }], absent: 1 });
  });
});
