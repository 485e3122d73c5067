import { useMemo } from 'react';
import type { CalendarDate } from '@/domain';
import { isBlocked, preview, type Action, type PreviewRow, type Recognition, type Sheet } from '../import';
import { useMembers } from '../use-members';

/** A row with the action that holds: the person's choice, else what the preview proposes. */
export interface ChosenRow extends PreviewRow {
  readonly proposed: Action;
}

/** What may be done with a row; empty when nothing can be chosen. */
export function optionsOf(row: PreviewRow): readonly Action[] {
  if (isBlocked(row)) return [];
  const unsure = row.problems.some((problem) => problem.reason === 'maybeSame');
  if (unsure) return row.match ? [row.changed.length > 0 ? 'update' : 'same', 'add', 'skip'] : ['add', 'skip'];
  if (row.match) return row.changed.length > 0 ? ['update', 'skip'] : [];
  return ['add', 'skip'];
}

/** The rows as they would come in; undefined until the book is read. */
export function usePreview(sheet: Sheet | null, columns: Recognition | null, choices: ReadonlyMap<number, Action>, today: CalendarDate): readonly ChosenRow[] | undefined {
  const members = useMembers();
  const rows = useMemo(() => (sheet && columns && members ? preview(sheet, columns, members, today) : undefined), [sheet, columns, members, today]);
  return useMemo(
    () =>
      rows?.map((row) => {
        const choice = choices.get(row.row);
        return { ...row, proposed: row.action, action: choice !== undefined && optionsOf(row).includes(choice) ? choice : row.action };
      }),
    [rows, choices],
  );
}
