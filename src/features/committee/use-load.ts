import { useCallback, useEffect, useState } from 'react';
import { call, type Client, type Reason } from './calls';
import { useDesk } from './desk';

export interface Loaded<T> {
  /** What there is to show: this answer, or the last one that came. */
  readonly value: T | null;
  /** When it came, in milliseconds. */
  readonly at: number | null;
  readonly loading: boolean;
  /** Why the last question came to nothing. */
  readonly failed: Reason | null;
  readonly reload: () => void;
}

/** Loads what an id names, by a function that stays the same. An answer that was there before is shown while the new one is fetched. */
export function useLoad<T>(kind: string, id: string, ask: (client: Client, id: string) => Promise<T>): Loaded<T> {
  const { kept, onLost } = useDesk();
  const [round, setRound] = useState(0);
  const [done, setDone] = useState<{ key: string; round: number; failed: Reason | null } | null>(null);
  const key = `${kind}/${id}`;
  useEffect(() => {
    let wanted = true;
    void call((client) => ask(client, id)).then((answer) => {
      if (answer.ok) kept.set(key, { value: answer.value, at: Date.now() });
      if (!wanted) return;
      if (!answer.ok && answer.reason === 'unauthorized') onLost();
      else setDone({ key, round, failed: answer.ok ? null : answer.reason });
    });
    return () => {
      wanted = false;
    };
  }, [key, id, round, ask, kept, onLost]);
  const settled = done?.key === key && done.round === round;
  const last = kept.get(key);
  return {
    value: (last?.value as T | undefined) ?? null,
    at: last?.at ?? null,
    loading: !settled,
    failed: settled ? done.failed : null,
    reload: useCallback(() => setRound((now) => now + 1), []),
  };
}
