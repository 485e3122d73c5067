import { chainTips, placesOf } from '@/domain';
import type { Book } from '@/storage';

/** [CLOSE-4] What the next closed text of the cell follows. Opens every meeting: it is asked once an evening. */
export async function nextPlace(book: Book): Promise<string[]> {
  return chainTips((await book.list('meeting')).flatMap(({ fields }) => placesOf(fields)));
}
