import { useEffect, useMemo, useState } from 'react';
import type { Frame, Meeting, ScoringInput } from '@/domain';
import { frameFor } from '@/packs';
import { useBook, useDirectory } from '@/storage';
import type { MeetingContext } from '../meeting-context';
import type { Scorer } from './score-lines';
import { useNow } from './use-now';
import { NONE, useMeetingTasks } from './use-tasks';

/** The frame of a meeting and all that its points are computed from; nothing until the tasks, and what a finer frame needs, have loaded. */
export interface Scoring {
  readonly frame: Frame | undefined;
  readonly input: ScoringInput;
  /** Undefined: the plain one. */
  readonly scorer: Scorer | undefined;
  readonly ready: boolean;
}

/** Only the national frame does without tiers and evidence of its own: what it needs is on the way of every meeting, the rest loads on demand. */
const isFiner = (frame: Frame): boolean => frame.decisions !== undefined;

/** Follows what a meeting's score is made of. */
export function useScoring({ meeting, procedure, cell }: MeetingContext): Scoring {
  const now = useNow(30);
  const tasks = useMeetingTasks(meeting);
  const { reviewed, given } = tasks;
  const frame = frameFor(meeting, procedure);
  const finer = frame !== undefined && isFiner(frame);
  const book = useBook();
  const directory = useDirectory();
  const { id, date } = meeting;
  const [loaded, setLoaded] = useState<{ readonly scorer: Scorer; readonly earlier: readonly Meeting[] } | null>(null);
  useEffect(() => {
    if (!finer || !directory) return;
    import('./finer-scorer')
      .then(async ({ FINER, earlierMeetings }) => setLoaded({ scorer: FINER, earlier: await earlierMeetings(book, directory, { id, date }) }))
      .catch(() => undefined);
  }, [finer, book, directory, id, date]);
  const input = useMemo(
    () => ({ meeting, procedure, reviewedTasks: reviewed, now, hasCommittee: cell.hasCommittee, tasksGiven: given.length, ...(frame ? { frame } : {}), ...(loaded ? { earlier: loaded.earlier } : {}) }),
    [meeting, procedure, reviewed, given, now, cell.hasCommittee, frame, loaded],
  );
  return { frame, input, scorer: loaded?.scorer, ready: tasks !== NONE && (!finer || loaded !== null) };
}
