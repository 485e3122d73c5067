import { useEffect, useState } from 'react';
import { loadProof } from '@/documents/proof/load';
import type { KnownText } from '@/documents/proof';
import { cellOn, checkChain, isOutrun, readCell, readDirectives, readMeeting, readReport, type ChainVerdict, type ChainWitness, type Fields, type Json } from '@/domain';
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
  const { minutesHash, meetingId, reportHash, reportId } = (fields['body'] ?? {}) as Readonly<Record<string, Json>>;
  const [hash, id] = [minutesHash ?? reportHash, meetingId ?? reportId];
  return typeof hash === 'string' && typeof id === 'string' ? [{ hash, id }] : [];
}

/** Reads every closed text of the book and checks the chain. Undefined until done; `failed` where the makers of documents cannot be had. */
export function useClosed(): Closed | 'failed' | undefined {
  const meetings = useCollection('meeting');
  const reports = useCollection('report');
  const directives = useCollection('directive');
  const sent = useCollection('submission');
  const cell = useFields('cell:cell');
  const [closed, setClosed] = useState<Closed | 'failed'>();
  useEffect(() => {
    let live = true;
    const work = async (): Promise<void> => {
      if (!meetings || !reports || !directives || !sent || !cell) return;
      const proof = await loadProof();
      const told = readDirectives(directives);
      const named = (date: string) => readCell(cellOn(cell, told, date));
      const all = meetings.map(({ id, fields }) => readMeeting(id, fields)).filter(({ state }) => state === 'closed');
      const written = reports.flatMap(({ id, fields }) => readReport(id, fields) ?? []).filter(({ state }) => state === 'closed');
      const known = [...all.flatMap((meeting) => proof.knownMinutes(meeting, named(meeting.date)) ?? []), ...written.flatMap((one) => proof.knownReport(one, named(one.final?.date ?? '')) ?? [])];
      const links = [
        ...(await Promise.all(all.map((meeting) => proof.linksOf(hashJson, meeting, named(meeting.date))))).flat(),
        ...(await Promise.all(written.map((one) => proof.reportLink(hashJson, one, named(one.final?.date ?? ''))))).filter((link) => link !== null),
      ];
      const titles = new Map(known.map(({ id, title }) => [id, title]));
      const byId = new Map(reports.map(({ id, fields }) => [id, fields]));
      const isLate = (one: (typeof sent)[number]): boolean => isOutrun(one.id, byId.get(one.fields['reportId'] as string) ?? {});
      // A report that another phone closed first was never a text of the book, even where something followed it on its own phone.
      const late = new Set(sent.filter(isLate).flatMap(({ fields }) => witnessOf(fields)).map(({ hash }) => hash));
      const chain = checkChain(links, sent.flatMap(({ fields }) => witnessOf(fields)));
      if (live) setClosed({ known, chain: { ...chain, missing: chain.missing.filter(({ hash }) => !late.has(hash)) }, titleOf: (id) => titles.get(id.split('/')[0] ?? '') });
    };
    work().catch(() => live && setClosed('failed'));
    return () => {
      live = false;
    };
  }, [meetings, reports, directives, sent, cell]);
  return closed;
}
