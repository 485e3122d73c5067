import type { CalendarDate, ListedMeeting, MeetingKind, PlanIssue, Quarter } from '@/domain';
import type { Shown } from './use-plan';

/** The form of a new meeting, with what the plan knows of it. The theme's words stay in the book: an address names the quarter only. */
export const arrangeHref = (kind: MeetingKind, date: CalendarDate | null, quarter?: Quarter): string => `/cuoc-hop/moi?loai=${kind}${date ? `&ngay=${date}` : ''}${quarter ? `&quy=${quarter}` : ''}`;

/** A meeting that is in the book. */
export const meetingHref = ({ id }: ListedMeeting): string => `/cuoc-hop/${id}`;

const DAYS: readonly PlanIssue['what'][] = ['noDay', 'shortMonths', 'noCommitteeDay'];

/** Where an issue is mended: a meeting to be made, else the part of the plan that it speaks of. */
export function mend({ what, on, months, quarters, visitId }: PlanIssue): { readonly href: string } | { readonly shown: Shown } {
  if (what === 'committeeSoon' || what === 'committeeLate') return { href: arrangeHref('cellCommittee', what === 'committeeSoon' ? on : null) };
  if (visitId) return { shown: { part: 'visit', id: visitId } };
  if (quarters?.[0]) return { shown: { part: 'quarter', quarter: quarters[0] } };
  if (DAYS.includes(what) || (what === 'afterUnit' && (months?.length ?? 0) > 1) || !months?.[0]) return { shown: { part: 'days' } };
  return { shown: { part: 'month', month: months[0] } };
}
