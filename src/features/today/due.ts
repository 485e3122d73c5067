import { addDays, dayInMonth, daysBetween, isOverdue, isRegular, monthOf, yearOf, type CalendarDate, type DutyDue, type LifeDue, type PlanIssue, type ReportDue, type Task } from '@/domain';
import type { DirectoryEntry } from '@/storage';

/** One thing that waits for the secretary. `id` names its words; `late` puts it first. */
export interface Due {
  readonly id: 'plan' | 'noPlan' | 'nextPlan' | 'notHeld' | 'passed' | 'documents' | 'minutes' | 'post' | 'tasks' | 'appraisals' | 'review' | 'refused' | 'signedOut' | 'toSend' | 'storage' | 'backup' | 'neverBackedUp' | 'probation' | 'ends' | 'decision' | 'step' | 'duties' | 'papers' | 'alarms' | 'report';
  readonly key: string;
  readonly late: boolean;
  readonly href: string;
  readonly date?: CalendarDate;
  readonly count?: number;
  /** What the year plan has to say; `id` is then `plan`. */
  readonly issue?: PlanIssue;
  /** The date is the plan's own. */
  readonly planned?: boolean;
  /** There is no last day; the date is the meeting's. */
  readonly open?: boolean;
  /** The report's time; `id` is then `report`. */
  readonly period?: ReportDue['period'];
  /** Whom it is about. */
  readonly name?: string;
}

/** Terms of a meeting's own procedure: days ahead for documents, days after for the final ones; null: it names none. */
export interface Terms {
  readonly leadDays: number | null;
  readonly publishDays: number | null;
}

/** Everything that the list is worked out from. Absent parts have not been read yet, and say nothing. */
export interface DueInput {
  readonly today: CalendarDate;
  readonly directory: readonly DirectoryEntry[];
  readonly meetingDay: number | null;
  /** The day that the year plan has for this month's meeting; null without one. */
  readonly planned: CalendarDate | null;
  /** What the year plan has due, the most urgent first. */
  readonly plan: readonly PlanIssue[];
  /** The year whose plan is to be made now, this one or the next; null for none. */
  readonly nextPlan: number | null;
  /** By meeting. Of one that is not here nothing is known, and nothing is late. */
  readonly terms: ReadonlyMap<string, Terms>;
  readonly documentsSent: boolean | undefined;
  readonly posted: boolean | undefined;
  readonly tasks: readonly Task[] | undefined;
  /** Members without a grade of the cell's vote, when the year's review is due [APR-9]. */
  readonly appraisals: number;
  /** What of the members' lives is due, and of the year's duties. */
  readonly lives?: readonly LifeDue[] | undefined;
  readonly duties?: readonly DutyDue[] | undefined;
  /** Documents of the cell to be minded: how many, and whether a day is past. */
  readonly papers?: { readonly count: number; readonly late: boolean } | undefined;
  /** Reports whose last day is near or past [REP-8]. */
  readonly reports?: readonly ReportDue[] | undefined;
  /** Members of whom the rules want something noticed. */
  readonly alarms?: number | undefined;
  readonly reviews: number;
  readonly refused: number;
  readonly toSend: number;
  readonly signedOut: boolean;
  readonly persisted: boolean | null;
  /** Day of the last backup; null for never. */
  readonly lastBackup: CalendarDate | null | undefined;
}

/** From this day of the month on, a month without its meeting is late where no day is fixed. */
const LATE_DAY = 25;
/** Documents are named so many days before their last day. */
const EARLY = 2;
/** A book is backed up once in so many days. */
const BACKUP_DAYS = 30;
/** A closed meeting is asked about for so long. */
const ASK_DAYS = 31;

/** Begun at least. */
export const isHeld = (entry: DirectoryEntry): boolean => entry.state === 'open' || entry.state === 'ended' || entry.state === 'closed';

/** Documents go to members ahead of a regular or thematic meeting and are posted after it; of the others no term is known. */
const isSent = (kind: string): boolean => isRegular(kind) || kind === 'thematic';

/** The next planned regular meeting: the one that documents go out for. */
export const upcoming = (directory: readonly DirectoryEntry[], today: CalendarDate): DirectoryEntry | undefined =>
  directory.filter((entry) => entry.state === 'planned' && entry.date >= today && isSent(entry.kind)).at(-1);

/** The meeting closed last: the one whose final documents are to be posted. */
export const lastClosed = (directory: readonly DirectoryEntry[]): DirectoryEntry | undefined => directory.find((entry) => entry.state === 'closed' && isSent(entry.kind));

/** [DUE-1] The month's regular meeting: not planned, or planned for a day that has passed. */
function monthly({ directory, today, meetingDay, planned: planDay }: DueInput): Due[] {
  const month = monthOf(today);
  const ofMonth = directory.filter((entry) => isRegular(entry.kind) && monthOf(entry.date) === month);
  if (ofMonth.some(isHeld)) return [];
  const planned = ofMonth.filter((entry) => entry.state === 'planned');
  if (planned.some((entry) => entry.date >= today)) return [];
  const passed = planned[0];
  if (passed) return [{ id: 'passed', key: passed.id, late: true, href: `/cuoc-hop/${passed.id}`, date: passed.date }];
  const lastDay = planDay ?? dayInMonth(month, meetingDay ?? LATE_DAY);
  return [{ id: 'notHeld', key: month, late: today > lastDay, href: '/cuoc-hop/moi', date: planDay ?? today, planned: planDay !== null }];
}

/** [DUE-2] Documents to members ahead of the meeting; [DUE-3] minutes to close and final documents to post after it. Late by the term of the meeting's own procedure only; where it asks for no posting, nobody is reminded of one. */
function papers(input: DueInput): Due[] {
  const { directory, today, terms } = input;
  const dues: Due[] = [];
  const next = upcoming(directory, today);
  if (next && input.documentsSent === false) {
    const last = addDays(next.date, -(terms.get(next.id)?.leadDays ?? 1));
    if (daysBetween(today, last) <= EARLY) dues.push({ id: 'documents', key: next.id, late: today > last, href: `/cuoc-hop/${next.id}`, date: last });
  }
  for (const entry of directory.filter(({ state }) => state === 'ended')) {
    const days = terms.get(entry.id)?.publishDays ?? null;
    const last = days === null ? null : addDays(entry.date, days);
    dues.push({ id: 'minutes', key: entry.id, late: last !== null && today > last, href: `/cuoc-hop/${entry.id}`, date: last ?? entry.date, open: last === null });
  }
  const closed = lastClosed(directory);
  const days = closed && terms.get(closed.id)?.publishDays;
  if (closed && typeof days === 'number' && input.posted === false && daysBetween(closed.date, today) <= ASK_DAYS) {
    const last = addDays(closed.date, days);
    dues.push({ id: 'post', key: closed.id, late: today > last, href: `/cuoc-hop/${closed.id}`, date: last });
  }
  return dues;
}

/** So many lines of the plan stand here; all of them on its own page. */
const PLAN_LINES = 3;

/** [DUE-6] What the year plan has due: chi ủy in three days, an outline, a visit. Without a plan, this year's; in December, the plan of the next year. Documents that are asked for anyway are not asked for twice. */
function plan({ today, plan: issues, nextPlan }: DueInput, documents: boolean): Due[] {
  const dues = issues.filter(({ milestone }) => !(documents && milestone === 'sending')).slice(0, PLAN_LINES).map((issue): Due => {
    const href = issue.what === 'committeeSoon' ? `/cuoc-hop/moi?loai=cellCommittee&ngay=${issue.on}` : '/ke-hoach-nam';
    return { id: 'plan', key: `${issue.what}.${issue.on}`, late: issue.level === 'late', href, issue };
  });
  return nextPlan === null ? dues : [...dues, { id: nextPlan === yearOf(today) ? 'noPlan' : 'nextPlan', key: String(nextPlan), late: false, href: `/ke-hoach-nam/${nextPlan}` }];
}

/** [DUE-5] A backup once a month, from the first meeting on: before it there is little that a person would miss. */
function backup({ directory, today, lastBackup }: DueInput): Due[] {
  if (lastBackup === undefined || !directory.some(isHeld)) return [];
  if (lastBackup === null) return [{ id: 'neverBackedUp', key: 'backup', late: false, href: '/sao-luu' }];
  return daysBetween(lastBackup, today) >= BACKUP_DAYS ? [{ id: 'backup', key: 'backup', late: true, href: '/sao-luu', date: lastBackup }] : [];
}

/** [DUE-7] Of the members' lives what has a day: probation, ends, decisions that do not come, the cell's own next step after its vote; what waits for a vote is asked for in the meeting. Duties of the year that are missing. */
function people({ lives = [], duties = [] }: DueInput): Due[] {
  const dues = lives.flatMap(({ what, memberId, name, life, on, late }): Due[] =>
    what === 'vote' ? [] : [{ id: what, key: `${memberId}.${life?.id ?? ''}`, late, href: life ? `/qua-trinh/${life.id}` : `/dang-vien/${memberId}`, date: on, name }],
  );
  const given = duties.find(({ what }) => what === 'give');
  return given ? [...dues, { id: 'duties', key: 'duties', late: given.late, href: '/phan-cong', count: given.count }] : dues;
}

/** What is due, late things first. [DUE-8] The cell's documents and what the rules want noticed of members: one counted line each, without names. */
export function dueItems(input: DueInput): Due[] {
  const dues = [...monthly(input), ...papers(input), ...people(input)];
  dues.push(...plan(input, dues.some(({ id }) => id === 'documents')));
  const overdue = input.tasks?.filter((task) => isOverdue(task, input.today)).length ?? 0;
  if (overdue > 0) dues.push({ id: 'tasks', key: 'tasks', late: true, href: '/nhiem-vu', count: overdue });
  if (input.appraisals > 0) dues.push({ id: 'appraisals', key: 'appraisals', late: false, href: '/kiem-diem', count: input.appraisals });
  for (const { period, on, late } of input.reports ?? []) dues.push({ id: 'report', key: period.id, late, href: `/bao-cao/${period.id}`, date: on, period });
  if (input.papers && input.papers.count > 0) dues.push({ id: 'papers', key: 'papers', late: input.papers.late, href: '/van-ban', count: input.papers.count });
  if (input.alarms) dues.push({ id: 'alarms', key: 'alarms', late: false, href: '/dang-vien', count: input.alarms });
  if (input.reviews > 0) dues.push({ id: 'review', key: 'review', late: true, href: '/gui-nhan', count: input.reviews });
  if (input.refused > 0) dues.push({ id: 'refused', key: 'refused', late: true, href: '/gui-nhan', count: input.refused });
  if (input.signedOut) dues.push({ id: 'signedOut', key: 'signedOut', late: true, href: '/gui-nhan' });
  else if (input.toSend > 0) dues.push({ id: 'toSend', key: 'toSend', late: false, href: '/gui-nhan', count: input.toSend });
  if (input.persisted === false) dues.push({ id: 'storage', key: 'storage', late: false, href: '/cai-dat' });
  dues.push(...backup(input));
  return [...dues.filter((due) => due.late), ...dues.filter((due) => !due.late)];
}
