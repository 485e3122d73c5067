import { recordKey, type CalendarDate, type Change, type Milestone, type PlannedQuarter, type RecordKey } from '@/domain';

/** What the meeting's own preparation calls it. */
const IN_MEETING: Partial<Record<Milestone, string>> = { approval: 'prep/draftApprovedOn', sending: 'prep/documentsSentOn' };

/** A milestone reached, or not yet. The meeting that was made for it asks for two of them too: while it is being prepared they are written there at once. */
export function milestoneFields(key: RecordKey, { theme, meeting }: PlannedQuarter, milestone: Milestone, on: CalendarDate | null): Change[] {
  const there = IN_MEETING[milestone];
  return [
    { key, field: `q/${theme.quarter}/${milestone}On`, value: on },
    ...(there && meeting?.state === 'planned' ? [{ key: recordKey('meeting', meeting.id), field: there, value: on }] : []),
  ];
}
