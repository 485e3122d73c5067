import type { Mark, Marks } from './attendance';
import { isDate, type CalendarDate } from './dates';
import type { MemberId } from './ids';
import type { RosterEntry } from './member';
import type { Fields } from './records';

/** Crockford's base 32: letters that are not mistaken for one another, all of a QR code's alphanumeric mode. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;
const MARK = 'SCBT1/';

/** The random number of a card (thẻ điểm danh): 16 letters, 80 bits. */
export type CardId = string;

/**
 * [CARD-1] A card is a random number and nothing else: nothing in it tells whose it is, or of which cell. Only the book knows.
 * @param bytes 16 random bytes or more; one letter a byte, 5 bits each. Passed in: the domain makes no randomness of its own.
 * @throws RangeError for fewer
 */
export function cardFromBytes(bytes: Uint8Array): CardId {
  if (bytes.length < LENGTH) throw new RangeError('a card needs 16 bytes');
  return Array.from(bytes.subarray(0, LENGTH), (byte) => LETTERS[byte & 31]).join('');
}

/** The text of a card's QR code. */
export const cardText = (id: CardId): string => MARK + id;

/** The card in a scanned text; `newer`: of a later version of this app; null: no card. */
export function readCardText(text: string): { readonly id: CardId } | 'newer' | null {
  const [, version, id = ''] = /^SCBT(\d+)\/(.*)$/s.exec(text) ?? [];
  if (version === undefined) return null;
  if (version !== '1') return 'newer';
  return id.length === LENGTH && [...id].every((letter) => LETTERS.includes(letter)) ? { id } : null;
}

/** A card of a member, as the record has it. */
export interface Card {
  readonly id: CardId;
  /** Day on which it was made; null once it was said to be lost. */
  readonly madeOn: CalendarDate | null;
}

/** The field of the member's record that holds a card: its day, or `lost`. */
export const cardField = (id: CardId): string => `card/${id}`;

/** What a lost card's field says. */
export const CARD_LOST = 'lost';

/**
 * [CARD-2] The cards of a member, the newest last. Each is a field of its own: two phones that make cards without knowing of each other make two
 * that both count, and one that was lost stays known as such for good.
 */
export function cardsOf(fields: Fields): Card[] {
  return Object.entries(fields)
    .filter(([field]) => field.startsWith('card/'))
    .map(([field, value]) => ({ id: field.slice('card/'.length), madeOn: typeof value === 'string' && isDate(value) ? value : null }))
    .sort((a, b) => (`${a.madeOn}${a.id}` < `${b.madeOn}${b.id}` ? -1 : 1));
}

/** [CARD-2] The card that is printed for a member: the newest one that was not lost; undefined where there is none. */
export const cardInUse = (fields: Fields): Card | undefined => cardsOf(fields).findLast((card) => card.madeOn !== null);

/** Whose a card is, and whether it still counts. */
export interface CardHolder {
  readonly memberId: MemberId;
  readonly name: string;
  readonly lost: boolean;
}

/** All cards of the book with their holders. */
export function cardHolders(members: readonly { readonly id: string; readonly fields: Fields }[]): ReadonlyMap<CardId, CardHolder> {
  const holders = new Map<CardId, CardHolder>();
  for (const { id, fields } of members) {
    const name = typeof fields['name'] === 'string' ? fields['name'] : '';
    for (const card of cardsOf(fields)) holders.set(card.id, { memberId: id as MemberId, name, lost: card.madeOn === null });
  }
  return holders;
}

/** A meeting as the door sees it. */
export interface DoorMeeting {
  readonly roster: readonly RosterEntry[];
  readonly marks: Marks;
  /** It has been opened and goes on. */
  readonly open: boolean;
  /** HH:mm now. */
  readonly time: string;
}

/** A mark that is to be written, with what stood there before and what one tap makes of it instead. */
export interface DoorMark {
  readonly say: 'marked';
  readonly entry: RosterEntry;
  readonly mark: Mark;
  /** Null: there was none. */
  readonly before: Mark | null;
  /** Null: nothing to ask. */
  readonly other: Mark | null;
}

/**
 * What a card at the door comes to. `marked`: to be written · `again`: has been said before · `unknown`: a card that the book does not know ·
 * `old`: one that was replaced · `absentee`: not on this meeting's list · `suspended`: may not be marked by a card. Only `marked` writes anything.
 */
export type DoorAnswer =
  | DoorMark
  | { readonly say: 'again'; readonly entry: RosterEntry; readonly mark: Mark }
  | { readonly say: 'suspended'; readonly entry: RosterEntry }
  | { readonly say: 'old' | 'absentee'; readonly name: string }
  | { readonly say: 'unknown' };

const isAbsence = (mark: Mark | undefined): boolean => mark?.kind === 'excused' || mark?.kind === 'unexcused';

/**
 * [CARD-3] Somebody comes in. They are there; in a meeting that goes on, one tap makes it "late" with the time. Who had been marked absent in
 * it came late, and one tap says that they were there all along. [CARD-4] Who has been marked as there is not marked again.
 * [CARD-5] A suspended member is marked by hand only, once it is known that they may take part.
 */
export function comesIn(entry: RosterEntry, { marks, open, time }: DoorMeeting): DoorAnswer {
  const before = marks[entry.id];
  if (before && !isAbsence(before)) return { say: 'again', entry, mark: before };
  if (entry.status === 'suspended') return { say: 'suspended', entry };
  const [there, late]: [Mark, Mark] = [{ kind: 'present' }, { kind: 'late', time }];
  const cameLate = open && before !== undefined;
  return { say: 'marked', entry, mark: cameLate ? late : there, before: before ?? null, other: cameLate ? there : open ? late : null };
}

/**
 * [CARD-5] A card at the door. One that is not the cell's, was replaced, or whose holder is not on the list of this meeting (taken at its
 * opening [ATT-1], or of chi ủy alone [ATT-4]) writes nothing and says which it is. Exempt members and those temporarily away are marked as by
 * hand, and count from then on [ATT-3].
 */
export function atDoor(card: CardId, holders: ReadonlyMap<CardId, CardHolder>, meeting: DoorMeeting): DoorAnswer {
  const holder = holders.get(card);
  if (!holder) return { say: 'unknown' };
  if (holder.lost) return { say: 'old', name: holder.name };
  const entry = meeting.roster.find(({ id }) => id === holder.memberId);
  return entry ? comesIn(entry, meeting) : { say: 'absentee', name: holder.name };
}

/** The roll as the door sees it. */
export interface DoorCount {
  /** Said to be there, by a card or by hand. */
  readonly here: number;
  /** Expected, and nothing said of them yet. */
  readonly waiting: readonly RosterEntry[];
  /** Marked absent. */
  readonly absent: number;
}

/** [CARD-6] Counts at the door what was said outright. Whom nobody has said anything of is waited for here, but the roll counts them as there until they are marked absent [ATT-2]. */
export function countAtDoor(roster: readonly RosterEntry[], marks: Marks): DoorCount {
  const said = roster.filter(({ id }) => marks[id]);
  const absent = said.filter(({ id }) => isAbsence(marks[id])).length;
  const waiting = roster.filter(({ id, status }) => !marks[id] && (status === 'active' || status === 'temporaryIn'));
  return { here: said.length - absent, waiting, absent };
}
