import { chainTips, placesOf } from '@/domain';
import type { Book } from './book';

/** [CLOSE-4] What the next closed text of the cell follows. Opens every meeting and report: it is asked once an evening. */
export async function nextPlace(book: Book): Promise<string[]> {
  const records = await Promise.all((['meeting', 'report'] as const).map((kind) => book.list(kind)));
  return chainTips(records.flat().flatMap(({ fields }) => placesOf(fields)));
}
