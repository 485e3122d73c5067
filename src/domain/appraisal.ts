import { yearOf, type CalendarDate } from './dates';
import type { MeetingId, MemberId } from './ids';
import { standingOn, statusOn, type Member } from './member';
import type { Sourced } from './procedure';
import type { Fields } from './records';
import type { Ballots } from './votes';

/** Grades of the yearly review: hoàn thành xuất sắc, tốt, hoàn thành, không hoàn thành nhiệm vụ. Source: facts.md §5 [G]; QĐ 366-QĐ/TW [V2] S34. */
export const YEAR_GRADES = ['excellent', 'wellDone', 'completed', 'notCompleted'] as const;
/** One of {@link YEAR_GRADES}. */
export type YearGrade = (typeof YEAR_GRADES)[number];

/** Whom a form is for: no leading post, a leading post, not working in the political system, probationary, the cell as a whole. */
export const FORM_KINDS = ['noPost', 'post', 'outside', 'probationary', 'collective'] as const;
/** One of {@link FORM_KINDS}. */
export type FormKind = (typeof FORM_KINDS)[number];

/** What the book can offer for a section: attendance and contributions, tasks, notes of the notebook, what was put right of them. */
export const SECTION_HELP = ['attendance', 'tasks', 'notes', 'repaired'] as const;
/** One of {@link SECTION_HELP}. */
export type SectionHelp = (typeof SECTION_HELP)[number];

/** A section of a form. `optional`: only where there is something to say. */
export interface AppraisalSection extends Sourced {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly help?: SectionHelp;
}

/** A form of self-review (mẫu kiểm điểm). `points`: groups of criteria with their highest points, where the form has them. */
export interface AppraisalForm extends Sourced {
  readonly id: string;
  readonly kind: FormKind;
  readonly label: string;
  /** What is to be known before it is written. */
  readonly hint?: string;
  readonly sections: readonly AppraisalSection[];
  readonly points?: readonly (Sourced & { readonly id: string; readonly label: string; readonly max: number })[];
}

/** The forms and bands of points under one guidance. */
export interface AppraisalRules {
  readonly id: string;
  readonly version: number;
  readonly basis: string;
  readonly status: 'officialChecked' | 'secondarySources' | 'local';
  readonly effectiveFrom: CalendarDate;
  readonly forms: readonly AppraisalForm[];
  /** Points from which a grade can be proposed, highest first. */
  readonly bands?: Sourced & { readonly grades: readonly { readonly grade: YearGrade; readonly min: number }[] };
}

/** A vote on a grade: how many for each, other opinions or blank papers, of the vote base. Secret where it has `ballots`. */
export interface GradeVote {
  readonly counts: Readonly<Record<YearGrade, number>>;
  readonly other: number;
  readonly base: number;
  readonly ballots?: Ballots;
}

/**
 * A year's review of a member, or of the cell as a whole. Record kind `appraisal`, id {@link appraisalId}; fields as named here, texts `text/<section>`,
 * points `points/<group>`, the committee's decision `committee/grade`, `committee/on`, `committee/number`, the vote `vote`, `voteMeetingId`, `votedOn`.
 * [APR-1] It stays on the cell's devices: nothing that makes minutes, documents of meetings, submissions, exports or search reads this kind. The one way out is its own
 * paper, made on its own page each time somebody asks for it and says yes: a review is signed and handed in on paper. Source: facts.md §5 [V2] S22 S36.
 */
export interface Appraisal {
  readonly id: string;
  readonly year: number;
  /** Null: the cell as a whole. */
  readonly memberId: MemberId | null;
  /** The form and the rules that it was begun with. */
  readonly form: string | null;
  readonly rules: string | null;
  readonly texts: Readonly<Record<string, string>>;
  readonly points: Readonly<Record<string, number>>;
  readonly handedInOn: CalendarDate | null;
  readonly selfGrade: YearGrade | null;
  /** Nhận xét của chi ủy; of the cell as a whole, of the committee above. */
  readonly comment: string;
  readonly vote: GradeVote | null;
  readonly voteMeetingId: MeetingId | null;
  readonly votedOn: CalendarDate | null;
  readonly committee: { readonly grade: YearGrade | null; readonly on: CalendarDate | null; readonly number: string };
  /** Set by hand: not graded this year, or graded although the status says otherwise; null: the status decides. */
  readonly ungraded: boolean | null;
  readonly ungradedWhy: string;
}

const CELL = 'cell';

/** Id of a year's review: of a member, or of the cell as a whole (null). */
export const appraisalId = (year: number, memberId: string | null): string => `${year}-${memberId ?? CELL}`;

/** The year and the member of an id; null when it is none. */
export function splitAppraisalId(id: string): { year: number; memberId: MemberId | null } | null {
  const match = /^(\d{4})-([a-z0-9-]{1,64})$/.exec(id);
  return match ? { year: Number(match[1]), memberId: match[2] === CELL ? null : (match[2] as MemberId) } : null;
}

const gradeOf = (value: unknown): YearGrade | null => (YEAR_GRADES.includes(value as YearGrade) ? (value as YearGrade) : null);

function readVote(value: unknown): GradeVote | null {
  if (value === null || typeof value !== 'object') return null;
  const head = value as { counts?: Partial<Record<YearGrade, number>>; other?: number; base?: number; ballots?: Ballots };
  const counts = Object.fromEntries(YEAR_GRADES.map((grade) => [grade, Number(head.counts?.[grade] ?? 0)])) as Record<YearGrade, number>;
  return { counts, other: Number(head.other ?? 0), base: Number(head.base ?? 0), ...(head.ballots ? { ballots: head.ballots } : {}) };
}

const under = <T>(fields: Fields, prefix: string, is: (value: unknown) => value is T): Record<string, T> =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (name.startsWith(prefix) && is(value) ? [[name.slice(prefix.length), value]] : [])));

/** Reads a review; null for one that was taken away, or whose id names no year. */
export function readAppraisal(id: string, fields: Fields): Appraisal | null {
  const whose = splitAppraisalId(id);
  if (!whose || Object.keys(fields).length === 0) return null;
  const text = (name: string): string => (typeof fields[name] === 'string' ? (fields[name] as string) : '');
  return {
    id,
    ...whose,
    form: text('form') || null,
    rules: text('rules') || null,
    texts: under(fields, 'text/', (value): value is string => typeof value === 'string'),
    points: under(fields, 'points/', (value): value is number => typeof value === 'number'),
    handedInOn: text('handedInOn') || null,
    selfGrade: gradeOf(fields['selfGrade']),
    comment: text('comment'),
    vote: readVote(fields['vote']),
    voteMeetingId: (text('voteMeetingId') || null) as MeetingId | null,
    votedOn: text('votedOn') || null,
    committee: { grade: gradeOf(fields['committee/grade']), on: text('committee/on') || null, number: text('committee/number') },
    ungraded: typeof fields['ungraded'] === 'boolean' ? fields['ungraded'] : null,
    ungradedWhy: text('ungradedWhy'),
  };
}

/** The year that is being reviewed: until the end of March it is last year. Source: a decision; decisions of the committee come after the year's end. */
export const reviewYear = (today: CalendarDate): number => yearOf(today) - (today.slice(5) < '04-01' ? 1 : 0);

/** The day on which a year is looked at: its last, or today while it lasts. */
export const dayOfYear = (year: number, today: CalendarDate): CalendarDate => (today < `${year}-12-31` ? today : `${year}-12-31`);

/** The rules of a year: the newest that had begun by its end; before the first, the first. Source: facts.md §0, §5 [V2] S34 S35. */
export function appraisalRulesOf(all: readonly AppraisalRules[], year: number): AppraisalRules | undefined {
  const sorted = [...all].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  return sorted.filter(({ effectiveFrom }) => effectiveFrom <= `${year}-12-31`).at(-1) ?? sorted[0];
}

/**
 * [APR-2] The form that fits a member: probationary members have their own, those with a post in the cell 2B, the others 2A. Who does not work in the
 * political system (2C) the book cannot know: the secretary chooses. Source: facts.md §5 [V2] S34 S35 S36; that a post in the cell is a leading one is [I].
 */
export const formKindFor = (member: Member | null, day: CalendarDate): FormKind =>
  member === null ? 'collective' : standingOn(member, day) === 'probationary' ? 'probationary' : member.position === 'none' ? 'noPost' : 'post';

/** [APR-3] Who is on the year's list: everybody who belongs to the cell on the day, those away temporarily too; guests are reviewed at home (facts.md §4.1 [V] S20 §6.3.2). */
export function isReviewed(member: Member, day: CalendarDate): boolean {
  const status = statusOn(member, day);
  return status !== 'left' && status !== 'temporaryIn' && (member.joinedOn === null || member.joinedOn <= day);
}

/** [APR-3] Whether the year is graded: not for members exempt from work and meetings. What the secretary set by hand outweighs it. Source: facts.md §4.1 [V] S20 §7.2. */
export const isGraded = (appraisal: Appraisal | null, member: Member | null, day: CalendarDate): boolean =>
  appraisal?.ungraded === null || appraisal?.ungraded === undefined ? member === null || statusOn(member, day) !== 'exempt' : !appraisal.ungraded;

/** [APR-8] Reviews of years before the latest three that there are: they may be cleared away, never by themselves. Source: facts.md §5 [V2] S22 S36: three years are kept. */
export function outlivedAppraisals(all: readonly Appraisal[]): Appraisal[] {
  const kept = [...new Set(all.map(({ year }) => year))].sort((a, b) => b - a).slice(0, 3);
  return all.filter(({ year }) => !kept.includes(year));
}
