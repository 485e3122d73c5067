import { useEffect, useState } from 'react';
import { useBook, useCollection } from '@/storage';
import { loadSync, useSyncStatus, type Outbox } from '@/sync';

/** The outbox, read again whenever something is written, sent or answered. */
export function useOutbox(): Outbox | undefined {
  const book = useBook();
  const { phase, toSend, lastSyncAt } = useSyncStatus();
  const submissions = useCollection('submission');
  const [outbox, setOutbox] = useState<Outbox>();
  useEffect(() => {
    let live = true;
    loadSync()
      .then(({ readOutbox }) => readOutbox(book))
      .then(
        (read) => live && setOutbox(read),
        () => undefined,
      );
    return () => {
      live = false;
    };
  }, [book, phase, toSend, lastSyncAt, submissions]);
  return outbox;
}
