import { useEffect, useState } from 'react';
import type { Fields, RecordKey } from '@/domain';
import { useBook } from './hooks';

/** Records read at a stretch; between two stretches the screen draws. */
const CHUNK = 8;

/** What has been read so far. */
export interface Many<T> {
  /** By key, in the order asked for; those that could not be read are not in it. */
  readonly values: ReadonlyMap<RecordKey, T>;
  readonly done: number;
  readonly total: number;
  /** Records that are damaged. */
  readonly failed: number;
}

const nothing = <T>(total: number): Many<T> => ({ values: new Map<RecordKey, T>(), done: 0, total, failed: 0 });

/**
 * [STORE-7] Opens many records a few at a time, so that years of meetings block no screen: what is read shows at once, with how far it has
 * come. A damaged record is left out and counted. Not followed: what changes afterwards is read when the keys change.
 * @param keys undefined while they are not known
 * @param make turns a record into what the screen needs; one and the same function every time
 */
export function useMany<T>(keys: readonly RecordKey[] | undefined, make: (key: RecordKey, fields: Fields) => T): Many<T> | undefined {
  const book = useBook();
  const wanted = keys?.join(' ');
  const [read, setRead] = useState<{ readonly wanted: string; readonly many: Many<T> }>();
  useEffect(() => {
    if (wanted === undefined) return undefined;
    let live = true;
    const all = wanted === '' ? [] : (wanted.split(' ') as RecordKey[]);
    const values = new Map<RecordKey, T>();
    const run = async (): Promise<void> => {
      let failed = 0;
      for (let at = 0; live && at < all.length; at += CHUNK) {
        const some = all.slice(at, at + CHUNK);
        const results = await Promise.allSettled(some.map(async (key) => make(key, await book.read(key))));
        results.forEach((result, index) => (result.status === 'fulfilled' ? values.set(some[index]!, result.value) : (failed += 1)));
        if (!live) return;
        setRead({ wanted, many: { values: new Map(values), done: at + some.length, total: all.length, failed } });
        await new Promise((next) => setTimeout(next));
      }
      if (live && all.length === 0) setRead({ wanted, many: nothing(0) });
    };
    void run();
    return () => {
      live = false;
    };
  }, [book, wanted, make]);
  if (wanted === undefined) return undefined;
  return read?.wanted === wanted ? read.many : nothing(keys?.length ?? 0);
}
