import { useCallback, useEffect, useState } from 'react';
import { useBook, type Book } from '@/storage';
import { loadSync, type Connection, type Failure, type SheetState } from '@/sync';

/** What is known of the cell's recovery sheet. */
export interface Known {
  readonly connection: Connection | null;
  /** Null while the server cannot be asked. */
  readonly sheet: SheetState | null;
  readonly failed: Failure | null;
}

async function ask(book: Book): Promise<Known> {
  const { loadConnection, sheetState, ApiError } = await loadSync();
  const connection = (await loadConnection(book)) ?? null;
  if (!connection) return { connection, sheet: null, failed: null };
  return sheetState(book, connection).then(
    (sheet) => ({ connection, sheet, failed: null }),
    (error: unknown) => ({ connection, sheet: null, failed: error instanceof ApiError ? error.reason : 'unknown' }),
  );
}

/** The sheet's state, asked for once and again on demand; null until the first answer. */
export function useSheet(): { known: Known | null; refresh: () => void } {
  const book = useBook();
  const [known, setKnown] = useState<Known | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let live = true;
    ask(book).then((answer) => live && setKnown(answer), () => live && setKnown({ connection: null, sheet: null, failed: 'unknown' }));
    return () => {
      live = false;
    };
  }, [book, round]);
  return { known, refresh: useCallback(() => setRound((n) => n + 1), []) };
}
