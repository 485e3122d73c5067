import { useEffect, useState } from 'react';
import { useDesk } from '../desk';
import { unsent, type Texts } from './said';

const DRAFTS = 'guidance/drafts';

/** Wording typed and not sent: in memory, also while another of the committee's pages is read; before the tab is closed the browser asks. */
export function useDrafts(published: Texts): { textOf: (field: string) => string; set: (field: string, text: string) => void; drop: (sent: Texts) => void; waiting: Texts } {
  const { kept } = useDesk();
  const [drafts, setDrafts] = useState<Texts>(() => (kept.get(DRAFTS)?.value as Texts | undefined) ?? {});
  const waiting = unsent(drafts, published);
  const any = Object.keys(waiting).length > 0;
  useEffect(() => void kept.set(DRAFTS, { value: drafts, at: Date.now() }), [kept, drafts]);
  useEffect(() => {
    if (!any) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [any]);
  return {
    textOf: (field) => drafts[field] ?? published[field] ?? '',
    set: (field, text) => setDrafts((now) => ({ ...now, [field]: text })),
    // What was typed on while it was on its way stays.
    drop: (sent) => setDrafts((now) => Object.fromEntries(Object.entries(now).filter(([field, text]) => sent[field] !== text.trim()))),
    waiting,
  };
}
