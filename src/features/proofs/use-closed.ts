import { useEffect, useState } from 'react';
import { loadProof } from '@/documents/proof/load';
import type { KnownText } from '@/documents/proof';
import { checkChain, readCell, readMeeting, type ChainVerdict, type ChainWitness, type Fields, type Json } from '@/domain';
import { hashJson, useCollection, useFields } from '@/storage';

/** The closed texts of the book, and what their chain says. */
export interface Closed {
  readonly known: readonly KnownText[];
  readonly chain: ChainVerdict;
  /** What a person calls the minutes of a meeting. */
  readonly titleOf: (id: string) => string | undefined;
}

/** What was sent speaks for the minutes that it was made of. */
function witnessOf(fields: Fields): ChainWitness[] {
  const { minutesHash, meetingId } = (fields['body'] ?? {}) as { readonly minutesHash?: Json; readonly meetingId?: Json };
  return typeof minutesHash === 'string' && typeof meetingId === 'string' ? [{ hash: minutesHash, id: meetingId }] : [];
}

/** Reads every closed text of the book and checks the chain. Undefined until done; `failed` where the makers of documents cannot be had. */
export function useClosed(): Closed | 'failed' | undefined {
  const meetings = useCollection('meeting');
  const sent = useCollection('submission');
  const cell = useFields('cell:cell');
  const [closed, setClosed] = useState<Closed | 'failed'>();
  useEffect(() => {
    let live = true;
    const work = async (): Promise<void> => {
      if (!meetings || !sent || !cell) return;
      const proof = await loadProof();
      const named = readCell(cell);
      const all = meetings.map(({ id, fields }) => readMeeting(id, fields)).filter(({ state }) => state === 'closed');
      const known = all.flatMap((meeting) => proof.knownMinutes(meeting, named) ?? []);
      const links = (await Promise.all(all.map((meeting) => proof.linksOf(hashJson, meeting, named)))).flat();
      const titles = new Map(known.map(({ id, title }) => [id, title]));
      if (live) setClosed({ known, chain: checkChain(links, sent.flatMap(({ fields }) => witnessOf(fields))), titleOf: (id) => titles.get(id.split('/')[0] ?? '') });
    };
    work().catch(() => live && setClosed('failed'));
    return () => {
      live = false;
    };
  }, [meetings, sent, cell]);
  return closed;
}
