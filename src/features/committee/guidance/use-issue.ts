import { useRef, useState } from 'react';
import type { GuidanceRequest, GuidanceView } from '@/sync/committee';
import { call, type Reason } from '../calls';
import { useDesk } from '../desk';

/** What is said to all cells; its id is given here. */
export type Words = Omit<GuidanceRequest, 'id'>;
/** Why it did not go: the reason, and the part that was refused. */
export interface Refused {
  readonly reason: Reason;
  readonly path: string | undefined;
}

/** [DIR-9] Says something to all cells. The same words are said again under the same id, so that an answer lost on the way does no harm. */
export function useIssue(onSent: (view: GuidanceView) => void): { issue: (words: Words) => Promise<boolean>; busy: boolean; refused: Refused | null } {
  const { onLost } = useDesk();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const last = useRef<{ words: string; id: string }>();
  const issue = async (words: Words): Promise<boolean> => {
    setBusy(true);
    setRefused(null);
    const written = JSON.stringify(words);
    const answer = await call((client) => {
      if (last.current?.words !== written) last.current = { words: written, id: client.newDirectiveId() };
      return client.issueGuidance({ ...words, id: last.current.id });
    });
    setBusy(false);
    if (answer.ok) {
      last.current = undefined;
      onSent(answer.value);
    } else if (answer.reason === 'unauthorized') onLost();
    else setRefused({ reason: answer.reason, path: answer.path });
    return answer.ok;
  };
  return { issue, busy, refused };
}
