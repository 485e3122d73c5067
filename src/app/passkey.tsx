import { useEffect, useRef, useState } from 'react';
import { ByPasskey, type PasskeyState } from '@/features/unlock/by-passkey';
import { findPasskey, PasskeyError, unlockByPasskey } from '@/storage/passkey';
import { enter, reasonOf } from './session';

type Found = Awaited<ReturnType<typeof findPasskey>>;

/** Asks the passkey, and opens the book with its answer. */
async function open(finding: Promise<Found>, signal: AbortSignal): Promise<PasskeyState> {
  try {
    const wrap = await finding;
    if (!wrap) return { state: 'none' };
    const book = await unlockByPasskey(wrap, { signal });
    if (!book) return { state: 'stale' };
    await enter(book, 'real');
    return { state: 'open' };
  } catch (error) {
    return error instanceof PasskeyError ? { state: error.reason } : { state: 'failed', reason: reasonOf(error) };
  }
}

/** The passkey at the lock. Loaded only where one has been added on this device. */
export function Passkey() {
  const finding = useRef<Promise<Found> | null>(null);
  const [present, setPresent] = useState(true);
  // Looked for ahead: some browsers take a tap for one only if it is asked of at once.
  const find = (): Promise<Found> => {
    finding.current ??= findPasskey().catch((error: unknown) => {
      finding.current = null;
      throw error;
    });
    return finding.current;
  };
  useEffect(() => {
    find().then((wrap) => setPresent(wrap !== undefined), () => undefined);
  }, []);
  return <ByPasskey present={present} onAsk={(signal) => open(find(), signal)} />;
}
