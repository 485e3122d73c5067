import { useCallback, useEffect, useState } from 'react';
import { useBook, type Book } from '@/storage';
import { loadSync, type Failure } from '@/sync';
import type { knownActs } from '@/sync/acts';

export type CellAct = Awaited<ReturnType<typeof knownActs>>[number];

/** What is known of the committee's acts; `acts` null where the cell has no server. */
export interface Known {
  readonly acts: readonly CellAct[] | null;
  /** Why these are the ones last heard of. */
  readonly failed: Failure | null;
}

async function ask(book: Book, onKnown: (known: Known) => void): Promise<void> {
  const [{ loadConnection, ApiError }, { freshActs, knownActs }] = await Promise.all([loadSync(), import('@/sync/acts')]);
  const connection = await loadConnection(book);
  if (!connection) return onKnown({ acts: null, failed: null });
  const before = await knownActs(book, connection);
  return freshActs(book, connection).then(
    (acts) => onKnown({ acts, failed: null }),
    (error: unknown) => onKnown({ acts: before, failed: error instanceof ApiError ? error.reason : 'unknown' }),
  );
}

/** The log, asked for once and again on demand; null until the first answer. */
export function useActs(): { known: Known | null; refresh: () => void } {
  const book = useBook();
  const [known, setKnown] = useState<Known | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let live = true;
    ask(book, (answer) => live && setKnown(answer)).catch(() => undefined);
    return () => {
      live = false;
    };
  }, [book, round]);
  return { known, refresh: useCallback(() => setRound((n) => n + 1), []) };
}
