import { isDate, type CalendarDate } from './dates';
import type { LifeId, MemberId } from './ids';
import type { Standing } from './member';
import type { Fields } from './records';

/**
 * What happens in a member's life in the Party, as far as the cell has a part in it: kết nạp · công nhận chính thức · chuyển sinh hoạt
 * đến, đi · sinh hoạt tạm thời đến, đi · miễn công tác và sinh hoạt · đình chỉ sinh hoạt · kỷ luật (khiển trách, cảnh cáo, cách chức) ·
 * xóa tên · khai trừ · xin ra khỏi Đảng · từ trần.
 */
export const LIFE_KINDS = [
  'admission',
  'official',
  'transferIn',
  'transferOut',
  'temporaryIn',
  'temporaryOut',
  'exemption',
  'suspension',
  'discipline',
  'removal',
  'expulsion',
  'leaving',
  'death',
] as const;
/** One of {@link LIFE_KINDS}. */
export type LifeKind = (typeof LIFE_KINDS)[number];

/** Steps that such an event can have; which ones, in which order, and who does them says `lifeFlow`. */
export const LIFE_STEPS = ['evidence', 'request', 'vote', 'report', 'proposal', 'decision', 'ceremony', 'letter', 'arrive', 'leave', 'start', 'end', 'day'] as const;
/** One of {@link LIFE_STEPS}. */
export type LifeStepId = (typeof LIFE_STEPS)[number];

/** What can be written down at a step besides its day: number of the paper; who decided, or the other place; a first and a last day. */
export const LIFE_PARTS = ['number', 'by', 'from', 'until', 'note'] as const;
/** One of {@link LIFE_PARTS}. */
export type LifePart = (typeof LIFE_PARTS)[number];

/** Kinds that bring somebody into the cell whom its book may not know yet. */
export const ARRIVALS: readonly LifeKind[] = ['admission', 'transferIn', 'temporaryIn'];

/** Why an event is: grounds for exemption, for removal, and the measure of discipline. The first of each is the usual one. */
export const LIFE_REASONS = {
  exemption: ['ageOrHealth', 'treatment', 'abroad', 'mobileWork', 'retirement', 'maternity'],
  removal: ['noMeetings', 'noDues', 'probation', 'other'],
  discipline: ['reprimand', 'warning', 'dismissal'],
} as const satisfies Partial<Record<LifeKind, readonly string[]>>;

/** What one step's record says. `on`: the day on which it was done; null while it is not. */
export interface LifeEntry {
  readonly on: CalendarDate | null;
  readonly number: string;
  readonly by: string;
  readonly from: CalendarDate | null;
  readonly until: CalendarDate | null;
  readonly note: string;
}

/**
 * An event in a member's life. Record kind `life`, apart from the member: whoever is to be admitted is in no register yet, so that no
 * roster can count them; two phones that each write a step do not meet; and what opens a meeting does not read it.
 * Fields: `kind`, `memberId` (absent while the person is not in the register), `openedOn`, `reason`, `stoppedOn`, `stopNote`, `note`;
 * of a person not in the register `name`, `birthDate`, `job`, `standing`, `joinedOn`, `officialOn`; of each step `<step>/on` and
 * `<step>/<part>`; of the vote `vote/link` (`<meeting>/<vote>`), or `vote/yes` and `vote/base` where it was counted outside the book.
 */
export interface LifeEvent {
  readonly id: LifeId;
  readonly kind: LifeKind;
  /** In the register; null for somebody who comes into it by this event. */
  readonly memberId: MemberId | null;
  /** Of somebody who is not in the register. */
  readonly name: string;
  readonly birthDate: CalendarDate | null;
  readonly job: string;
  /** With which standing, and since when, somebody comes from another cell. */
  readonly standing: Standing;
  readonly joinedOn: CalendarDate | null;
  readonly officialOn: CalendarDate | null;
  readonly openedOn: CalendarDate;
  readonly reason: string;
  readonly steps: Readonly<Record<LifeStepId, LifeEntry>>;
  /** The vote of a meeting in this book. */
  readonly link: { readonly meetingId: string; readonly voteId: string } | null;
  /** Votes in favour and vote base of a vote that was taken outside this book. */
  readonly byHand: { readonly yes: number; readonly base: number } | null;
  /** The day on which the cell gave it up, and why. */
  readonly stoppedOn: CalendarDate | null;
  readonly stopNote: string;
  readonly note: string;
}

/** Reads an event; null for one that was taken away, or that is of no known kind. */
export function readLife(id: string, fields: Fields): LifeEvent | null {
  const text = (name: string): string => (typeof fields[name] === 'string' ? (fields[name] as string) : '');
  const date = (name: string): CalendarDate | null => (isDate(text(name)) ? text(name) : null);
  const kind = LIFE_KINDS.find((one) => one === fields['kind']);
  if (!kind || text('openedOn') === '') return null;
  const entry = (step: LifeStepId): LifeEntry => ({
    on: date(`${step}/on`),
    number: text(`${step}/number`),
    by: text(`${step}/by`),
    from: date(`${step}/from`),
    until: date(`${step}/until`),
    note: text(`${step}/note`),
  });
  const [meetingId = '', voteId = ''] = text('vote/link').split('/');
  const { 'vote/yes': yes, 'vote/base': base } = fields;
  return {
    id: id as LifeId,
    kind,
    memberId: (text('memberId') || null) as MemberId | null,
    name: text('name'),
    birthDate: date('birthDate'),
    job: text('job'),
    standing: fields['standing'] === 'probationary' || kind === 'admission' ? 'probationary' : 'official',
    joinedOn: date('joinedOn'),
    officialOn: date('officialOn'),
    openedOn: text('openedOn'),
    reason: text('reason') || (LIFE_REASONS as Partial<Record<LifeKind, readonly string[]>>)[kind]?.[0] || '',
    steps: Object.fromEntries(LIFE_STEPS.map((step) => [step, entry(step)])) as LifeEvent['steps'],
    link: meetingId !== '' && voteId !== '' ? { meetingId, voteId } : null,
    byHand: typeof yes === 'number' && typeof base === 'number' ? { yes, base } : null,
    stoppedOn: date('stoppedOn'),
    stopNote: text('stopNote'),
    note: text('note'),
  };
}

/**
 * [LIFE-1] Who an event is about in the register. Somebody who comes in by it gets the event's own id, so that two phones that finish it
 * apart make one person, not two.
 */
export const personOf = (life: LifeEvent): MemberId => life.memberId ?? (life.id as string as MemberId);
