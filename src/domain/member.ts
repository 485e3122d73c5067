import type { CalendarDate } from './dates';
import type { MemberId } from './ids';
import type { MeetingKind } from './procedure';
import type { Fields } from './records';
import { compareNames } from './text';

/** Standing in the Party: official (chính thức) or probationary (dự bị). */
export type Standing = 'official' | 'probationary';

/**
 * How a member takes part in this cell, each from a date on:
 * `active` đang sinh hoạt · `temporaryIn` sinh hoạt tạm thời đến · `temporaryOut` sinh hoạt tạm thời đi ·
 * `exempt` được miễn công tác và sinh hoạt · `suspended` đình chỉ sinh hoạt · `left` đã chuyển đi, ra khỏi chi bộ.
 */
export const STATUSES = ['active', 'temporaryIn', 'temporaryOut', 'exempt', 'suspended', 'left'] as const;
/** One of {@link STATUSES}. */
export type Status = (typeof STATUSES)[number];

/** A post in the cell: bí thư, phó bí thư, chi ủy viên, or none. */
export const POSITIONS = ['secretary', 'deputy', 'committeeMember', 'none'] as const;
/** One of {@link POSITIONS}. */
export type Position = (typeof POSITIONS)[number];

/** A status and the first day it holds. */
export interface StatusEntry {
  readonly from: CalendarDate;
  readonly status: Status;
}

/** A party member (đảng viên) as the cell's book keeps them. No ID card number: a card number is enough. */
export interface Member {
  readonly id: MemberId;
  readonly name: string;
  readonly sex: 'male' | 'female' | null;
  readonly birthDate: CalendarDate | null;
  readonly joinedOn: CalendarDate | null;
  readonly officialOn: CalendarDate | null;
  /** First day in this cell; null for always, as far as the book knows. */
  readonly cellFrom: CalendarDate | null;
  /** What the book says where no date of becoming official is known. */
  readonly standing: Standing;
  readonly cardNumber: string | null;
  readonly position: Position;
  /** Work post (chức vụ chính quyền, công việc). */
  readonly job: string | null;
  readonly phone: string | null;
  /** Sorted by date; the last one that has begun holds. */
  readonly statuses: readonly StatusEntry[];
  readonly note: string | null;
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Reads a member from its record. Fields: those of {@link Member}; a status is the field `status/<date>`. */
export function readMember(id: string, fields: Fields): Member {
  const statuses = Object.entries(fields)
    .filter(([name, value]) => name.startsWith('status/') && STATUSES.includes(value as Status))
    .map(([name, value]) => ({ from: name.slice('status/'.length), status: value as Status }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  return {
    id: id as MemberId,
    name: text(fields['name']) ?? '',
    sex: fields['sex'] === 'male' || fields['sex'] === 'female' ? fields['sex'] : null,
    birthDate: text(fields['birthDate']),
    joinedOn: text(fields['joinedOn']),
    officialOn: text(fields['officialOn']),
    cellFrom: text(fields['cellFrom']),
    standing: fields['standing'] === 'probationary' ? 'probationary' : 'official',
    cardNumber: text(fields['cardNumber']),
    position: POSITIONS.includes(fields['position'] as Position) ? (fields['position'] as Position) : 'none',
    job: text(fields['job']),
    phone: text(fields['phone']),
    statuses,
    note: text(fields['note']),
  };
}

/** [MEM-1] The standing on a date: official from the day of recognition (ngày chính thức), where it is known. */
export function standingOn(member: Member, date: CalendarDate): Standing {
  if (member.officialOn) return member.officialOn <= date ? 'official' : 'probationary';
  return member.standing;
}

/** [MEM-2] The status on a date: the last entry that has begun; `active` before the first. [MEM-3] Before the first day in the cell nobody counts in it. */
export function statusOn(member: Member, date: CalendarDate): Status {
  let status: Status = 'active';
  if (member.cellFrom && date < member.cellFrom) return 'left';
  for (const entry of member.statuses) if (entry.from <= date) status = entry.status;
  return status;
}

/** A member as they stood on the day of a meeting: the roster snapshot (danh sách tại thời điểm họp). */
export interface RosterEntry {
  readonly id: MemberId;
  readonly name: string;
  readonly standing: Standing;
  readonly status: Exclude<Status, 'left'>;
  readonly position: Position;
}

/** [ATT-1] The roster of a day: everyone who has not left, by given name. A meeting keeps this snapshot for good. */
export function rosterOn(members: readonly Member[], date: CalendarDate): RosterEntry[] {
  return members
    .map((member) => ({ member, status: statusOn(member, date) }))
    .filter((entry): entry is { member: Member; status: RosterEntry['status'] } => entry.status !== 'left')
    .map(({ member, status }) => ({
      id: member.id,
      name: member.name,
      standing: standingOn(member, date),
      status,
      position: member.position,
    }))
    .sort((a, b) => compareNames(a.name, b.name));
}

/**
 * [ATT-4] The roster of a meeting: the whole cell, or for chi ủy and cấp ủy those with a post in it, of whom attendance and votes are then taken.
 * Somebody with a post who is away for good, exempt or suspended stands in it as they would in the cell's.
 * Source: facts.md §1.3 [V] S15; that the votes are of these alone is [I].
 */
export const rosterFor = (kind: MeetingKind, members: readonly Member[], date: CalendarDate): RosterEntry[] =>
  rosterOn(kind === 'cellCommittee' || kind === 'committee' ? members.filter((member) => member.position !== 'none') : members, date);
