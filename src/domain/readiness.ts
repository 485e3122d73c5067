import { daysBetween, type CalendarDate } from './dates';
import type { Meeting } from './meeting';
import type { RosterEntry } from './member';
import { isCellMeeting, isRegular, stepsOf, type Block, type Procedure } from './procedure';

/** One line of the readiness list. */
export interface ReadinessItem {
  /** Rule id, also the key of its words in the locale files. */
  readonly rule: 'READY-1' | 'READY-2' | 'READY-3' | 'READY-4' | 'READY-5' | 'READY-6' | 'READY-7';
  readonly state: 'met' | 'missing' | 'overridden' | 'forbidden';
  /** Why the secretary goes on all the same; goes into the minutes. */
  readonly reason?: string;
  /** The step that mends it, when the procedure has one. */
  readonly stepId?: string;
}

/**
 * What the rules still want before a meeting opens.
 * [READY-1] chi ủy met before (not asked of a cell with only a bí thư) · [READY-2] members notified ·
 * [READY-3] documents sent in time · [READY-4] roster looked over in the last 31 days · [READY-5] at least three official members.
 * The first four are warnings that a reason overrides, asked where the procedure has a step for them; the fifth cannot be overridden: fewer than three
 * cannot decide ([V2] S21 S58). [READY-6] of chi ủy or cấp ủy, at least two with a post ([I]: one alone is no meeting).
 * [READY-7] an extraordinary meeting says why it is held (a decision).
 */
export function readiness(
  meeting: Meeting,
  procedure: Procedure,
  context: { readonly hasCommittee: boolean; readonly roster: readonly RosterEntry[]; readonly today: CalendarDate },
): ReadinessItem[] {
  const { prep } = meeting;
  const stepWith = (block: Block): string | undefined => stepsOf(procedure).find((step) => step.blocks.includes(block))?.id;
  const item = (rule: ReadinessItem['rule'], met: boolean, block: Block): ReadinessItem => {
    const reason = prep.overrides[rule];
    const stepId = stepWith(block);
    return { rule, state: met ? 'met' : reason ? 'overridden' : 'missing', ...(reason && !met ? { reason } : {}), ...(stepId ? { stepId } : {}) };
  };
  const items: ReadinessItem[] = [];
  if (context.hasCommittee && procedure.params.committeeMeetsBefore.value) {
    items.push(item('READY-1', prep.committeeMetOn !== null && prep.committeeMetOn <= meeting.date, 'committeeMet'));
  }
  const asks = (rule: ReadinessItem['rule'], met: boolean, block: Block): void => {
    if (stepWith(block)) items.push(item(rule, met, block));
  };
  asks('READY-2', prep.noticeSentOn !== null && prep.noticeSentOn <= meeting.date, 'notice');
  const lead = procedure.params.documentsLeadDays.value;
  if (isRegular(meeting.kind) || meeting.kind === 'thematic') {
    asks('READY-3', prep.documentsSentOn !== null && daysBetween(prep.documentsSentOn, meeting.date) >= lead, 'documentsSent');
  }
  const checked = prep.rosterCheckedOn;
  asks('READY-4', checked !== null && daysBetween(checked, context.today) <= 31, 'rosterCheck');
  if (meeting.kind === 'extraordinary') {
    const stepId = stepWith('reason');
    items.push({ rule: 'READY-7', state: meeting.reason.trim() === '' ? 'forbidden' : 'met', ...(stepId ? { stepId } : {}) });
  }
  const official = context.roster.filter((entry) => entry.standing === 'official' && entry.status !== 'temporaryIn' && entry.status !== 'suspended');
  if (isCellMeeting(meeting.kind)) items.push({ rule: 'READY-5', state: official.length >= 3 ? 'met' : 'forbidden' });
  else items.push({ rule: 'READY-6', state: official.length >= 2 ? 'met' : 'forbidden' });
  return items;
}

/** Rule ids that keep the meeting from opening: unmet warnings without a reason, and what is forbidden. */
export const blocksOpening = (items: readonly ReadinessItem[]): string[] =>
  items.filter((item) => item.state === 'missing' || item.state === 'forbidden').map((item) => item.rule);
