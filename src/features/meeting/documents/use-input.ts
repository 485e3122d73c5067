import { useEffect, useMemo, useState } from 'react';
import { assembleMinutes, finalMinutes, loadKinds, mergeMinutes, outwardMinutes, type KindInput } from '@/documents';
import { cellOn, dateInVietnam, readDirectives } from '@/domain';
import { useCollection } from '@/storage';
import type { MeetingContext } from '../meeting-context';
import { minutesInput } from '../work/use-minutes';
import { useMeetingTasks } from '../work/use-tasks';

/** The composer of documents, once loaded; an error once it cannot be had. */
export type Kinds = Awaited<ReturnType<typeof loadKinds>>;

/** Loads the composer with the page. */
export function useKinds(): Kinds | 'loading' | 'failed' {
  const [kinds, setKinds] = useState<Kinds | 'loading' | 'failed'>('loading');
  useEffect(() => {
    let here = true;
    loadKinds().then((loaded) => here && setKinds(loaded), () => here && setKinds('failed'));
    return () => {
      here = false;
    };
  }, []);
  return kinds;
}

/** What documents are composed from: the meeting's records, and its minutes as they stand. */
export function useKindInput(ctx: MeetingContext): KindInput {
  const tasks = useMeetingTasks(ctx.meeting);
  const said = useCollection('directive');
  const directives = useMemo(() => readDirectives(said ?? []), [said]);
  const [today] = useState(() => dateInVietnam(new Date().toISOString()));
  return useMemo(() => {
    const { final, minutes: edits } = ctx.meeting;
    // A meeting that has not begun has no roster of its own yet: the list to sign at the door is of those who belong to the cell on its day.
    const meeting = ctx.meeting.roster.length > 0 ? ctx.meeting : { ...ctx.meeting, roster: ctx.roster };
    const records = minutesInput({ ...ctx, cell: cellOn(ctx.cell, directives, meeting.date) }, meeting, tasks);
    return { ...records, minutes: final ?? finalMinutes(mergeMinutes(assembleMinutes({ ...records, audience: 'cell' }), edits)), outward: outwardMinutes(records, edits, final), today };
  }, [ctx, tasks, directives, today]);
}
