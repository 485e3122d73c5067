import type { MemberId } from './ids';
import type { Meeting } from './meeting';
import type { RosterEntry } from './member';

/**
 * A mark on the roll (điểm danh). No mark means: there from the start.
 * `excused` vắng có lý do · `unexcused` vắng không lý do · `late` đến muộn · `leftEarly` về sớm · `present` there, said outright (exempt and away members count only so).
 */
export const MARKS = ['excused', 'unexcused', 'late', 'leftEarly', 'present'] as const;
/** One of {@link MARKS}. */
export type MarkKind = (typeof MARKS)[number];

/** A member's mark: why, and the time (HH:mm) for late and early. */
export interface Mark {
  readonly kind: MarkKind;
  readonly reason?: string;
  readonly time?: string;
}

/** Reasons in practice, as keys of the locale files. Source: facts.md §4.2 [I] from S13, S22. */
export const ABSENCE_REASONS = ['business', 'study', 'sick', 'maternity', 'privateLeave', 'onDuty', 'abroad'] as const;

/** Marks by member. */
export type Marks = Readonly<Record<string, Mark | undefined>>;

/** [ATT-2] Statuses whose members are expected in the room. The others are there only when marked so. */
export const isExpected = (entry: RosterEntry): boolean => entry.status === 'active' || entry.status === 'temporaryIn';

/**
 * [ATT-2] Whether a member is in the room (counts as attending): everyone expected is, until marked absent;
 * exempt, away and suspended members are, only when marked there. Late and left early count as attending.
 */
export function isPresent(entry: RosterEntry, marks: Marks): boolean {
  const mark = marks[entry.id];
  if (!mark) return isExpected(entry);
  return mark.kind !== 'excused' && mark.kind !== 'unexcused';
}

/** Head counts of one category. */
export interface CategoryCount {
  readonly total: number;
  readonly present: number;
}

/** The counts that the screen and the minutes show. Numbers of people. */
export interface AttendanceCount {
  /** Cell strength (đảng số): everyone but those here temporarily. */
  readonly strength: number;
  readonly official: CategoryCount;
  readonly probationary: CategoryCount;
  readonly temporaryIn: CategoryCount;
  readonly temporaryOut: CategoryCount;
  readonly exempt: CategoryCount;
  readonly suspended: CategoryCount;
  /** Base of the attendance rate, and those of it who are there. */
  readonly expected: number;
  readonly present: number;
  /** 0 to 100, one decimal; 0 when nobody is expected. */
  readonly ratePercent: number;
  readonly excused: readonly MemberId[];
  readonly unexcused: readonly MemberId[];
  readonly late: readonly MemberId[];
  readonly leftEarly: readonly MemberId[];
}

const count = (entries: readonly RosterEntry[], marks: Marks): CategoryCount => ({
  total: entries.length,
  present: entries.filter((entry) => isPresent(entry, marks)).length,
});

/** [ATT-3] Whether somebody is in the base of the rate. */
const isInBase = (entry: RosterEntry, marks: Marks): boolean =>
  entry.status === 'active' || ((entry.status === 'exempt' || entry.status === 'temporaryOut') && isPresent(entry, marks));

/**
 * [ATT-5] How many people spoke, of those who count as there in the rate: what stands before "of so many present" ([ATT-3]). A guest who spoke
 * is in neither number. Source: facts.md §2.2 [V] S12 (members who speak); the guests' place as in [ATT-3].
 */
export const speakersOf = ({ roster, marks, contributions }: Pick<Meeting, 'roster' | 'marks' | 'contributions'>): number =>
  roster.filter((entry) => isInBase(entry, marks) && isPresent(entry, marks) && contributions.some(({ memberId }) => memberId === entry.id)).length;

/**
 * [ATT-3] Counts the roll. The rate's base: active members of the cell, official and probationary; exempt members and those
 * temporarily away enter it only when they are there; suspended ones and guests (temporary in) never do.
 * Source: facts.md §4.1 [V] S20 §6.3.2, §9.3.2; the guests' place in the rate is a decision (they are listed apart, S13).
 */
export function countAttendance(roster: readonly RosterEntry[], marks: Marks): AttendanceCount {
  const own = roster.filter((entry) => entry.status !== 'temporaryIn');
  const active = roster.filter((entry) => entry.status === 'active');
  const base = roster.filter((entry) => isInBase(entry, marks));
  const present = base.filter((entry) => isPresent(entry, marks)).length;
  const marked = (kind: MarkKind): MemberId[] =>
    roster.filter((entry) => marks[entry.id]?.kind === kind && isExpected(entry)).map((entry) => entry.id);
  return {
    strength: own.length,
    official: count(active.filter((entry) => entry.standing === 'official'), marks),
    probationary: count(active.filter((entry) => entry.standing === 'probationary'), marks),
    temporaryIn: count(roster.filter((entry) => entry.status === 'temporaryIn'), marks),
    temporaryOut: count(roster.filter((entry) => entry.status === 'temporaryOut'), marks),
    exempt: count(roster.filter((entry) => entry.status === 'exempt'), marks),
    suspended: count(roster.filter((entry) => entry.status === 'suspended'), marks),
    expected: base.length,
    present,
    ratePercent: base.length === 0 ? 0 : Math.round((present / base.length) * 1000) / 10,
    excused: marked('excused'),
    unexcused: marked('unexcused'),
    late: marked('late'),
    leftEarly: marked('leftEarly'),
  };
}
