import { useEffect, useState } from 'react';
import { recordKey } from '@/domain';
import { useBook } from '@/storage';
import { attendedOf, type Attended } from './year';

/** Attendance of the given meetings, by id; undefined until read. Only these meetings' records are opened. */
export function useAttendance(ids: readonly string[]): ReadonlyMap<string, Attended | null> | undefined {
  const book = useBook();
  const wanted = ids.join(' ');
  const [read, setRead] = useState<{ wanted: string; all: ReadonlyMap<string, Attended | null> }>();
  useEffect(() => {
    let live = true;
    const list = wanted === '' ? [] : wanted.split(' ');
    Promise.all(list.map(async (id) => [id, attendedOf(id, await book.read(recordKey('meeting', id)))] as const)).then(
      (all) => live && setRead({ wanted, all: new Map(all) }),
      () => undefined,
    );
    return () => {
      live = false;
    };
  }, [book, wanted]);
  return read?.wanted === wanted ? read.all : undefined;
}
