import { addMonths, monthOf, quarterOf, yearOf, type CalendarDate, type Month } from './dates';
import { countsInHistory, type MeetingPoint } from './history';
import { paperTargets, type Paper, type PaperKind } from './paper';
import { isRegular } from './procedure';
import { monthsOf, monthsOfQuarter, plannedOn, QUARTERS, type YearPlan } from './year-plan';
import type { ListedMeeting } from './year-plan-state';

/** What a line of the five targets is about: a kind of document, or something that the meetings and the plan tell. */
export type TargetWhat = PaperKind | 'regular' | 'thematic' | 'onDay' | 'duration' | 'committeeBefore' | 'visits';

/** A line of a target: `have` of `need`. */
export interface TargetLine {
  readonly target: 1 | 2 | 3 | 4 | 5;
  readonly what: TargetWhat;
  readonly have: number;
  /** 0 where nothing is asked yet; null where the records cannot tell how many are needed. */
  readonly need: number | null;
}

/** What the targets of a year are worked out from. */
export interface TargetSources {
  readonly papers: readonly Paper[];
  /** First day of the term; null where it is not written down. */
  readonly termStart: CalendarDate | null;
  /** The book's whole list of meetings. */
  readonly meetings: readonly ListedMeeting[];
  /** What the meetings of the year say themselves, as far as they were read. */
  readonly points: readonly Pick<MeetingPoint, 'duration'>[];
  /** The plan of the year; null where none was made. */
  readonly plan: YearPlan | null;
  readonly hasCommittee: boolean;
}

/** Whether a line is met; null where nothing can be said. */
export const isTargetMet = ({ have, need }: TargetLine): boolean | null => (need === null || need === 0 ? null : have >= need);

/**
 * [TARGET-1] working rules, rules of coordination, programmes of the year and of inspection, in force · [TARGET-2] the year's direction, two thematic
 * resolutions in the term · [TARGET-3] training: only that it was written down, since records do not tell which holders attended · [TARGET-4] and
 * [TARGET-5] as below. Source: S00 II [V]; the formulas [I] facts.md §6.
 * @param today the day that is looked from; for a year that is over, its last
 */
export function programmeTargets(sources: TargetSources, today: CalendarDate): TargetLine[] {
  const papers = paperTargets(sources.papers, today, sources.termStart).map(({ kind, have, need }): TargetLine => {
    if (kind === 'training') return { target: 3, what: kind, have, need: null };
    return { target: kind === 'directionResolution' || kind === 'thematicResolution' ? 2 : 1, what: kind, have: Math.min(have, need), need };
  });
  return [...papers, ...ofMeetings(sources, today), ofVisits(sources.plan, today)];
}

/** The first month that is asked about: that of the plan or of the first regular meeting in the book, whichever is earlier; this month for a book without either. */
function firstMonth(plan: YearPlan | null, regular: readonly ListedMeeting[], today: CalendarDate): Month {
  return [monthOf(today), ...(plan ? [plan.since] : []), ...regular.slice(0, 1).map(({ date }) => monthOf(date))].sort()[0]!;
}

/**
 * [TARGET-4] Regular meetings by months, thematic ones by quarters: those that are over, and the present one once it was held. Of the months that were
 * held: on the day planned, and after chi ủy, which met since the regular meeting before or at the earliest in the month before, the same day at the
 * latest. Of the meetings that have a least length and whose times were written down: long enough. What counts as "so far" and since when is [I].
 */
function ofMeetings({ meetings, points, plan, hasCommittee }: TargetSources, today: CalendarDate): TargetLine[] {
  const year = yearOf(today);
  const past = meetings.filter(({ date }) => date <= today).sort((a, b) => (a.date < b.date ? -1 : 1));
  const held = past.filter(countsInHistory);
  const regular = held.filter(({ kind }) => isRegular(kind));
  const since = firstMonth(plan, regular, today);
  const firsts = monthsOf(year).flatMap((month) => regular.find(({ date }) => monthOf(date) === month) ?? []);
  const asked = monthsOf(year).filter((month) => month >= since && month < monthOf(today)).length;
  const thisMonth = firsts.some(({ date }) => monthOf(date) === monthOf(today)) ? 1 : 0;
  const themed = QUARTERS.filter((quarter) => held.some(({ date, kind }) => (kind === 'thematic' || kind === 'combined') && yearOf(date) === year && quarterOf(date) === quarter));
  const quarters = QUARTERS.filter((quarter) => themed.includes(quarter) || (monthsOfQuarter(year, quarter)[2]! >= since && quarter < quarterOf(today)));
  const planned = plan ? firsts.filter(({ date }) => plannedOn(plan, monthOf(date)) !== null) : [];
  const timed = points.filter(({ duration }) => duration && duration.reached !== null);
  const prepared = firsts.filter((meeting) => {
    const before = regular.filter(({ date }) => date < meeting.date).at(-1)?.date ?? '';
    return past.some(({ kind, state, date }) => kind === 'cellCommittee' && (state === 'ended' || state === 'closed') && date > before && date >= `${addMonths(monthOf(meeting.date), -1)}-01` && date <= meeting.date);
  });
  return [
    { target: 4, what: 'regular', have: firsts.length, need: asked + thisMonth },
    { target: 4, what: 'thematic', have: themed.length, need: quarters.length },
    { target: 4, what: 'onDay', have: planned.filter(({ date }) => plan && plannedOn(plan, monthOf(date)) === date).length, need: planned.length },
    { target: 4, what: 'duration', have: timed.filter(({ duration }) => duration?.reached).length, need: timed.length },
    ...(hasCommittee ? [{ target: 4, what: 'committeeBefore', have: prepared.length, need: firsts.length } as const] : []),
  ];
}

/** [TARGET-5] Visits of the committee above that were made, of those in the year's plan whose day has come; one without a day counts at the end of the year. */
function ofVisits(plan: YearPlan | null, today: CalendarDate): TargetLine {
  const made = (plan?.visits ?? []).filter(({ madeOn }) => madeOn !== null && madeOn <= today);
  const due = (plan?.visits ?? []).filter((visit) => made.includes(visit) || (visit.on ?? `${plan!.year}-12-31`) <= today);
  return { target: 5, what: 'visits', have: made.length, need: due.length };
}
