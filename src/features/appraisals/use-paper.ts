import { useState } from 'react';
import { loadKinds, makeDocumentFile, reviewFileName, type FileFormat, type PartyDocument } from '@/documents';
import { readCell, readMember, type OwnNames } from '@/domain';
import { useCollection, useFields } from '@/storage';
import type { Review } from './use-review';

/** The two papers of a review: what is written of oneself, and what others say of it, vote and decide. */
export const PAPERS = ['self', 'grade'] as const;
/** One of {@link PAPERS}. */
export type Paper = (typeof PAPERS)[number];

/** A file made of a review, and the document that it shows. */
export interface MadePaper {
  readonly file: File;
  readonly format: FileFormat;
  readonly form: PartyDocument;
  readonly own: OwnNames;
}

/** Makes a review's papers. `made` is gone once anything that the paper says has changed: an older file must not be handed out. */
export function usePaper({ year, appraisal, form, member, today }: Review) {
  const cell = useFields('cell:cell');
  const members = useCollection('member');
  const [made, setMade] = useState<(MadePaper & { readonly basis: string }) | null>(null);
  const [busy, setBusy] = useState<FileFormat | null>(null);
  const [failed, setFailed] = useState(false);
  const input = cell && members && { year, appraisal, form, member, today, cell: readCell(cell), members: members.map(({ id, fields }) => readMember(id, fields)) };
  const basisOf = (paper: Paper): string => JSON.stringify([paper, input]);
  const make = async (paper: Paper, format: FileFormat): Promise<void> => {
    if (!input) return;
    setBusy(format);
    setFailed(false);
    try {
      const basis = basisOf(paper);
      const document = (await loadKinds()).reviewPaper(paper, input);
      setMade({ file: await makeDocumentFile(document, format, reviewFileName(paper, year, format)), format, form: document, own: { cell: input.cell, roster: input.members }, basis });
    } catch {
      setFailed(true);
    }
    setBusy(null);
  };
  return { ready: input !== undefined, busy, failed, make, madeOf: (paper: Paper): MadePaper | null => (made && made.basis === basisOf(paper) ? made : null) };
}
