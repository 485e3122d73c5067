import { documentNumber, nextOfType, readDocumentNumber, readPaper, termSince, typeOfPaper, type CalendarDate } from '@/domain';
import { allDocumentRules } from '@/packs/documents';
import { useCollection, useFields } from '@/storage';

/**
 * The number of a type by the cell's register, as it is written: the one that a document of this meeting has there, else the next [DTYPE-7].
 * Undefined until read, and without a day.
 */
export function useNextNumber(type: string, code: string, day: CalendarDate | undefined, meetingId?: string): string | undefined {
  const records = useCollection('paper');
  const cell = useFields('cell:cell');
  if (!records || !cell || !day) return undefined;
  const papers = records.flatMap(({ id, fields }) => readPaper(id, fields) ?? []);
  const own = papers.find((paper) => meetingId && paper.meetingId === meetingId && typeOfPaper(paper, allDocumentRules, day)?.id === type);
  const given = own && readDocumentNumber(own.number);
  if (given) return documentNumber(given.number, code);
  const termStart = typeof cell['termStart'] === 'string' && cell['termStart'] !== '' ? cell['termStart'] : null;
  return documentNumber(nextOfType(type, papers, allDocumentRules, day, termSince(termStart, day)), code);
}
