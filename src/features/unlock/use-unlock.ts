import { useCallback, useEffect, useState } from 'react';
import { StorageError } from '@/storage';
import type { Failure } from '@/sync';

/** What came of a try, as the page needs it. */
export type UnlockState =
  | { readonly state: 'open' }
  | { readonly state: 'wrong' | 'wait'; readonly waitSeconds: number }
  | { readonly state: 'failed'; readonly reason: Failure };

export interface Unlock {
  readonly busy: boolean;
  readonly answer: UnlockState | null;
  /** Whole seconds until the next try. */
  readonly left: number;
  readonly tryWith: (passcode: string) => Promise<void>;
}

/** Tries passcodes one at a time, and counts the wait down by the clock: a phone that slept does not wait longer. */
export function useUnlock(onUnlock: (passcode: string) => Promise<UnlockState>): Unlock {
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<UnlockState | null>(null);
  const [until, setUntil] = useState(0);
  const [left, setLeft] = useState(0);

  useEffect(() => {
    if (until === 0) return;
    const tick = (): void => {
      const seconds = Math.max(0, Math.ceil((until - Date.now()) / 1000));
      setLeft(seconds);
      if (seconds === 0) setUntil(0);
    };
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [until]);

  const tryWith = useCallback(
    async (passcode: string) => {
      setBusy(true);
      setAnswer(null);
      const result = await onUnlock(passcode).catch((error: unknown): UnlockState => ({ state: 'failed', reason: error instanceof StorageError ? error.reason : 'unknown' }));
      setBusy(false);
      setAnswer(result);
      if ('waitSeconds' in result && result.waitSeconds > 0) {
        setLeft(result.waitSeconds);
        setUntil(Date.now() + result.waitSeconds * 1000);
      }
    },
    [onUnlock],
  );
  return { busy, answer, left, tryWith };
}
