import { useState } from 'react';
import { dateInVietnam, documentNumber, nextOfType, readDocumentNumber, readPaper, termOf, typeOfPaper, type CalendarDate } from '@/domain';
import { allDocumentRules } from '@/packs/documents';
import { useCollection, useFields } from '@/storage';

/**
 * The number of a type by the cell's register, as it is written: the one that a document of this meeting has there, else the next [DTYPE-7].
 * Undefined until read, without a day, and for a day before the term.
 */
export function useNextNumber(type: string, code: string, day: CalendarDate | undefined, meetingId?: string): string | undefined {
  const [today] = useState(() => dateInVietnam(new Date().toISOString()));
  const records = useCollection('paper');
  const cell = useFields('cell:cell');
  if (!records || !cell || !day) return undefined;
  const papers = records.flatMap(({ id, fields }) => readPaper(id, fields) ?? []);
  const own = papers.find((paper) => meetingId && paper.meetingId === meetingId && typeOfPaper(paper, allDocumentRules, day)?.id === type);
  const given = own && readDocumentNumber(own.number);
  if (given) return documentNumber(given.number, code);
  const term = termOf(cell, today);
  return day < term ? undefined : documentNumber(nextOfType(type, papers, allDocumentRules, today, term), code);
}
