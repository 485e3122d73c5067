import { recordKey, refusesEdit, type Change, type Fields, type Json, type RecordKey, type ReviewItem } from '@/domain';

/** Reads an item of the review list; null for one that is seen already or does not say what it is about. */
export function readReview(id: string, fields: Fields): ReviewItem | null {
  if (fields['done'] === true || typeof fields['key'] !== 'string' || typeof fields['field'] !== 'string') return null;
  const text = (name: string): string => (typeof fields[name] === 'string' ? fields[name] : '');
  return {
    id,
    reason: fields['reason'] === 'closed' ? 'closed' : 'both-changed',
    key: fields['key'] as RecordKey,
    field: fields['field'],
    kept: fields['kept'] ?? null,
    keptBy: text('keptBy'),
    shown: fields['shown'] ?? null,
    shownBy: text('shownBy'),
  };
}

/** What marks an item as looked at, on every device of the cell. */
export const seenChange = ({ id }: ReviewItem): Change => ({ key: recordKey('review', id), field: 'done', value: true });

/** [REV-1] What puts the other text back: the field written anew, and the item seen, in one write. */
export const putBackChanges = (item: ReviewItem): Change[] => [{ key: item.key, field: item.field, value: item.kept }, seenChange(item)];

/** [REV-2] True when the record's minutes are closed, so that nothing can be put back. */
export const isLocked = (item: ReviewItem, fields: Fields): boolean =>
  refusesEdit({ key: item.key, fields: { closedAt: { v: (fields['closedAt'] ?? null) as Json, s: 0, d: '' } } }, item.field);
