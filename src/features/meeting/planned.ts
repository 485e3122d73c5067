import { isDate, MEETING_KINDS, themeOn, type CalendarDate, type Json, type MeetingKind, type YearPlan } from '@/domain';

/** What the year plan asks for, as its link names it; a part that makes no sense is not there. */
export interface Asked {
  readonly kind: MeetingKind | null;
  readonly date: CalendarDate | null;
  /** The quarter whose theme it is. */
  readonly quarter: number | null;
}

/** Reads it from the address. */
export function askedOf(search: string): Asked {
  const query = new URLSearchParams(search);
  const [kind, date, quarter] = [query.get('loai') ?? '', query.get('ngay') ?? '', query.get('quy') ?? ''];
  return { kind: MEETING_KINDS.find((one) => one === kind) ?? null, date: isDate(date) ? date : null, quarter: /^[1-4]$/.test(quarter) ? Number(quarter) : null };
}

/** The theme that the plan has for a meeting: that of the quarter it was asked for by, else one whose day it is. Only a meeting with a thematic part has one. */
export function plannedTheme(plan: YearPlan | null, kind: MeetingKind, date: CalendarDate, quarter: number | null) {
  if (!plan || (kind !== 'thematic' && kind !== 'combined')) return undefined;
  return plan.themes.find((theme) => (quarter === null ? themeOn(plan, theme) === date : theme.quarter === quarter) && theme.theme.trim() !== '');
}

/** Its fields in the meeting's record: theme and presenter, and what of the preparation is done already. */
export const themeFields = ({ theme, group, presenterId, done }: NonNullable<ReturnType<typeof plannedTheme>>): Record<string, Json> =>
  Object.fromEntries(
    Object.entries({ theme: theme.trim(), themeGroup: group, presenterId, 'prep/draftApprovedOn': done.approval, 'prep/documentsSentOn': done.sending }).filter(([, value]) => value !== null),
  );
