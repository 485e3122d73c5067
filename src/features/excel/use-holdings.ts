import { useEffect, useMemo, useState } from 'react';
import { dateInVietnam, readCell, readDirectives, readMember, readMeeting, readTask, recordKey, yearOf, type CalendarDate, type Cell, type Directive, type Meeting, type Member, type Task } from '@/domain';
import { findProcedure, frameFor } from '@/packs';
import { useBook, useCollection, useDirectory, useFields, type DirectoryEntry } from '@/storage';

/** A meeting that was held, with its line in the directory. */
export interface Held {
  readonly entry: DirectoryEntry;
  readonly meeting: Meeting;
}

/** All that an Excel file may be made of. */
export interface Holdings {
  readonly today: CalendarDate;
  readonly cell: Cell;
  readonly members: readonly Member[];
  readonly tasks: readonly Task[];
  readonly directory: readonly DirectoryEntry[];
  readonly directives: readonly Directive[];
}

const isHeld = ({ state }: DirectoryEntry): boolean => state === 'ended' || state === 'closed';

/** Years in which the cell met, newest first; always the present one. */
export const yearsOf = (directory: readonly DirectoryEntry[], today: CalendarDate): number[] =>
  [...new Set([yearOf(today), ...directory.filter(isHeld).map(({ date }) => yearOf(date))])].sort((a, b) => b - a);

/** The records, followed; undefined until they are read. Meetings are not among them: `useHeld` opens those of a year. */
export function useHoldings(): Holdings | undefined {
  const [today] = useState(() => dateInVietnam(new Date().toISOString()));
  const cell = useFields('cell:cell');
  const members = useCollection('member');
  const tasks = useCollection('task');
  const directives = useCollection('directive');
  const directory = useDirectory();
  return useMemo(
    () =>
      cell && members && tasks && directives && directory && {
        today,
        cell: readCell(cell),
        members: members.map(({ id, fields }) => readMember(id, fields)),
        tasks: tasks.map(({ id, fields }) => readTask(id, fields)),
        directory,
        directives: readDirectives(directives),
      },
    [today, cell, members, tasks, directives, directory],
  );
}

/** The meetings held in a year; undefined until they are read. */
export function useHeld(directory: readonly DirectoryEntry[] | undefined, year: number): readonly Held[] | undefined {
  const book = useBook();
  const [read, setRead] = useState<{ wanted: readonly DirectoryEntry[]; all: readonly Held[] }>();
  const wanted = useMemo(() => directory?.filter((entry) => isHeld(entry) && yearOf(entry.date) === year), [directory, year]);
  useEffect(() => {
    if (!wanted) return undefined;
    let live = true;
    Promise.all(wanted.map(async (entry): Promise<Held> => ({ entry, meeting: readMeeting(entry.id, await book.read(recordKey('meeting', entry.id))) }))).then(
      (all) => live && setRead({ wanted, all }),
      () => undefined,
    );
    return () => {
      live = false;
    };
  }, [book, wanted]);
  return read && read.wanted === wanted ? read.all : undefined;
}

/** The frame by which a meeting was scored; undefined where it was not. */
export function frameOf({ entry, meeting }: Held): ReturnType<typeof frameFor> {
  const procedure = findProcedure(meeting.procedure.id, meeting.procedure.version);
  const scored = entry.points !== null || Object.keys(meeting.scores).length > 0;
  return procedure && scored ? frameFor(meeting, procedure) : undefined;
}
