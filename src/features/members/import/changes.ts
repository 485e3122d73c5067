import { recordKey, type CalendarDate, type Change, type MemberId } from '@/domain';
import type { PreviewRow } from './preview';
import type { ValueField } from './values';

/**
 * The changes that take confirmed rows into the book: all fields of a new member, the differing ones of a known one.
 * Rows whose action is `same` or `skip` give none.
 * @param newId makes the id of a new member
 */
export function changesOf(rows: readonly PreviewRow[], today: CalendarDate, newId: () => MemberId): Change[] {
  return rows.flatMap((row) => {
    if (row.action !== 'add' && row.action !== 'update') return [];
    const update = row.action === 'update' && row.match !== undefined;
    const key = recordKey('member', update ? row.match : newId());
    return (Object.keys(row.values) as ValueField[]).flatMap((field): Change[] => {
      const value = row.values[field];
      if (value === null || field === 'statusFrom' || (update && !row.changed.includes(field))) return [];
      if (field !== 'status') return [{ key, field, value }];
      // Everybody is active before the first entry: a new member's history need not say so.
      return value === 'active' && !update ? [] : [{ key, field: `status/${row.values.statusFrom ?? today}`, value }];
    });
  });
}
