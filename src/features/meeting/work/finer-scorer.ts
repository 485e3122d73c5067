import { moreEvidence, readMeeting, sameRow, suggestByTiers, type Meeting } from '@/domain';
import type { Book, DirectoryEntry } from '@/storage';
import type { Scorer } from './score-lines';

/** For frames with tiers or with evidence of their own. */
export const FINER: Scorer = { evidence: moreEvidence, suggest: suggestByTiers };

/** The meetings of the same kind that were held before one in its year: who was absent in a row. */
export async function earlierMeetings(book: Book, directory: readonly DirectoryEntry[], { id, kind, date }: Pick<Meeting, 'id' | 'kind' | 'date'>): Promise<Meeting[]> {
  const held = directory.filter(
    (entry) => entry.id !== id && sameRow(entry.kind, kind) && entry.date.slice(0, 4) === date.slice(0, 4) && entry.date < date && (entry.state === 'closed' || entry.state === 'ended'),
  );
  return Promise.all(held.map(async (entry) => readMeeting(entry.id, await book.read(`meeting:${entry.id}`))));
}
