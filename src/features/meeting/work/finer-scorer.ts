import { countsInRow, moreEvidence, readMeeting, suggestByTiers, type Meeting } from '@/domain';
import type { Book, DirectoryEntry } from '@/storage';
import type { Scorer } from './score-lines';

/** For frames with tiers or with evidence of their own. */
export const FINER: Scorer = { evidence: moreEvidence, suggest: suggestByTiers };

/** The meetings held before one in its year that count for who was absent in a row ([ALARM-4]). */
export async function earlierMeetings(book: Book, directory: readonly DirectoryEntry[], { id, date }: Pick<Meeting, 'id' | 'date'>): Promise<Meeting[]> {
  const held = directory.filter(
    (entry) => entry.id !== id && countsInRow(entry.kind) && entry.date.slice(0, 4) === date.slice(0, 4) && entry.date < date && (entry.state === 'closed' || entry.state === 'ended'),
  );
  return Promise.all(held.map(async (entry) => readMeeting(entry.id, await book.read(`meeting:${entry.id}`))));
}
