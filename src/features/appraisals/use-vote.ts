import { useMemo, useState } from 'react';
import { isCellMeeting, readAppraisal, readMeeting, readMember, recordKey, rosterOn, voteBase, YEAR_GRADES, type Appraisal, type CalendarDate, type GradeVote, type Json } from '@/domain';
import { useBook, useCollection, useDirectory, type DirectoryEntry } from '@/storage';
import type { Review } from './use-review';

/** The vote base is taken of the whole meeting: who came late or left early had the right to vote all the same. */
const END_OF_DAY = '23:59';
const NONE = Object.fromEntries(YEAR_GRADES.map((grade) => [grade, 0])) as GradeVote['counts'];

/** The vote as it is being counted, every change of it written at once. */
export interface Voting {
  readonly vote: GradeVote;
  readonly meetingId: string | null;
  readonly on: CalendarDate;
  readonly set: (vote: GradeVote) => void;
  readonly chooseMeeting: (id: string) => Promise<void>;
  /** Meetings of the cell at which the year may have been voted on, newest first. */
  readonly meetings: readonly DirectoryEntry[];
}

/** From October to the March after it. */
const inSeason = (date: CalendarDate, year: number): boolean => date >= `${year}-10-01` && date <= `${year + 1}-03-31`;

/** The vote written down last in the year: the next one is usually taken in the same room, of the same base, in the same way. */
function useLastVote(year: number): Appraisal | undefined {
  const records = useCollection('appraisal');
  return useMemo(
    () =>
      records
        ?.flatMap(({ id, fields }) => readAppraisal(id, fields) ?? [])
        .filter((one) => one.year === year && one.vote !== null && one.votedOn !== null)
        .sort((a, b) => ((a.votedOn ?? '') < (b.votedOn ?? '') ? 1 : -1))[0],
    [records, year],
  );
}

/** The vote of a review, and what it can be taken from. Base [VOTE-1]: of the meeting chosen, otherwise of the cell as it is today, with nobody there for whom presence decides. */
export function useVote({ appraisal, year, today, put }: Review): Voting {
  const last = useLastVote(year);
  const book = useBook();
  const directory = useDirectory();
  const members = useCollection('member');
  const [echo, setEcho] = useState<GradeVote | null>(null);
  const base = voteBase(rosterOn(members?.map(({ id, fields }) => readMember(id, fields)) ?? [], today), {}, END_OF_DAY).base;
  // What of the last vote holds for one that has not begun; where it has begun, its own.
  const own = appraisal?.vote ? appraisal : undefined;
  const meetingId = own ? own.voteMeetingId : (appraisal?.voteMeetingId ?? last?.voteMeetingId ?? null);
  const on = own?.votedOn ?? appraisal?.votedOn ?? last?.votedOn ?? today;
  const vote = echo ?? own?.vote ?? { counts: NONE, other: 0, base: last?.vote?.base ?? base, ...(last?.vote?.ballots ? { ballots: last.vote.ballots } : {}) };
  const meetings = directory?.filter(({ kind, state, date }) => isCellMeeting(kind) && state !== 'planned' && state !== 'cancelled' && inSeason(date, year)) ?? [];
  const write = (next: GradeVote, more: Readonly<Record<string, Json>> = {}): void => {
    setEcho(next);
    put({ vote: next as unknown as Json, ...(own ? {} : { votedOn: on, voteMeetingId: meetingId }), ...more });
  };
  const chooseMeeting = async (id: string): Promise<void> => {
    const chosen = meetings.find((entry) => entry.id === id);
    if (!chosen) return write({ ...vote, base }, { voteMeetingId: null });
    const { roster, marks } = readMeeting(id, await book.read(recordKey('meeting', id)));
    write({ ...vote, base: roster.length > 0 ? voteBase(roster, marks, END_OF_DAY).base : vote.base }, { voteMeetingId: id, votedOn: chosen.date });
  };
  return { vote, meetingId, on, set: write, chooseMeeting, meetings };
}
