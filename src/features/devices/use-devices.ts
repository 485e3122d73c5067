import { useCallback, useEffect, useState } from 'react';
import { useBook, type Book } from '@/storage';
import type { KeptAdmission } from '@/sync/admission';
import { loadSync, type CellDevice, type Connection, type Failure, type RevokedDevice } from '@/sync';

/** What is known of the cell's devices. */
export interface Known {
  readonly connection: Connection | null;
  readonly devices: readonly CellDevice[];
  /** Shut out, the latest first; empty while the server cannot be asked. */
  readonly revoked: readonly RevokedDevice[];
  /** Let in here without a network; the server has not been told yet. */
  readonly kept: readonly KeptAdmission[];
  /** Why the list is the one last heard of. */
  readonly failed: Failure | null;
}

async function ask(book: Book): Promise<Known> {
  const { keptAdmissions, knownDevices, listDevices, loadConnection, ApiError } = await loadSync();
  const connection = (await loadConnection(book)) ?? null;
  if (!connection) return { connection, devices: [], revoked: [], kept: [], failed: null };
  const before = await knownDevices(book);
  const kept = (await keptAdmissions(book)).filter(({ off }) => !off);
  return listDevices(book, connection).then(
    ({ devices, revoked }) => ({ connection, devices, revoked, kept, failed: null }),
    (error: unknown) => ({ connection, devices: before, revoked: [], kept, failed: error instanceof ApiError ? error.reason : 'unknown' }),
  );
}

/** The devices, asked for once and again on demand; null until the first answer. */
export function useDevices(connected: boolean): { known: Known | null; refresh: () => void } {
  const book = useBook();
  const [known, setKnown] = useState<Known | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let live = true;
    ask(book).then((answer) => live && setKnown(answer), () => undefined);
    return () => {
      live = false;
    };
  }, [book, connected, round]);
  const refresh = useCallback(() => setRound((n) => n + 1), []);
  return { known, refresh };
}
