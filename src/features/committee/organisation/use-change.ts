import { useRef, useState } from 'react';
import type { BodyChangeRequest } from '@/sync/committee';
import { call, type Reason } from '../calls';
import { useDesk } from '../desk';

/** A change without its id, which is given here. */
export type Change = Omit<BodyChangeRequest, 'id'>;

/** [ORG-8] Makes a change. The same change is asked for again under the same id, so that an answer lost on the way does no harm. */
export function useChange(onMade: () => void): { make: (change: Change) => Promise<void>; busy: boolean; refused: Reason | null } {
  const { onLost } = useDesk();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Reason | null>(null);
  const last = useRef<{ words: string; id: string }>();
  const make = async (change: Change): Promise<void> => {
    setBusy(true);
    setRefused(null);
    const words = JSON.stringify(change);
    const answer = await call((client) => {
      if (last.current?.words !== words) last.current = { words, id: client.newDirectiveId() };
      return client.changeBodies({ ...change, id: last.current.id });
    });
    setBusy(false);
    if (answer.ok) onMade();
    else if (answer.reason === 'unauthorized') onLost();
    else setRefused(answer.reason);
  };
  return { make, busy, refused };
}
