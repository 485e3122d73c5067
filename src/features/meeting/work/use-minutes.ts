import { useMemo } from 'react';
import { assembleMinutes, mergeMinutes, type MergedMinutes, type MinutesDraft, type MinutesInput } from '@/documents';
import type { ClosedMinutes, Meeting } from '@/domain';
import { frameFor } from '@/packs';
import type { MeetingContext } from '../meeting-context';
import { useMeetingTasks, type MeetingTasks } from './use-tasks';

/** What the minutes are assembled from. */
export const minutesInput = ({ cell, procedure, nameOf }: Pick<MeetingContext, 'cell' | 'procedure' | 'nameOf'>, meeting: Meeting, { given, reviewed }: MeetingTasks): MinutesInput => ({
  cell,
  meeting,
  procedure,
  frame: frameFor(meeting, procedure) ?? null,
  reviewedTasks: reviewed,
  newTasks: given,
  nameOf,
});

/** The minutes as the records give them now, and with the edits by hand in their places. */
export function useMinutes(ctx: MeetingContext): { readonly draft: MinutesDraft; readonly merged: MergedMinutes; readonly shown: ClosedMinutes } {
  const tasks = useMeetingTasks(ctx.meeting);
  return useMemo(() => {
    const draft = assembleMinutes(minutesInput(ctx, ctx.meeting, tasks));
    const merged = mergeMinutes(draft, ctx.meeting.minutes);
    return { draft, merged, shown: ctx.meeting.final ?? merged };
  }, [ctx, tasks]);
}
