import { useState } from 'react';
import { call, callOnce, type Answer, type Client, type Reason } from '../calls';

/** One question at a time, with why the last one came to nothing. `once`: no confirmation is asked for. */
export function useTask(once = false): { busy: boolean; failed: Reason | null; clear: () => void; run: <T>(ask: (client: Client) => Promise<T>) => Promise<Answer<T>> } {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Reason | null>(null);
  const run = async <T>(ask: (client: Client) => Promise<T>): Promise<Answer<T>> => {
    setBusy(true);
    setFailed(null);
    const answer = await (once ? callOnce : call)(ask);
    setBusy(false);
    if (!answer.ok) setFailed(answer.reason);
    return answer;
  };
  return { busy, failed, clear: () => setFailed(null), run };
}
