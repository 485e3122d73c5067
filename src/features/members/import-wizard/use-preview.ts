import { useMemo } from 'react';
import type { CalendarDate } from '@/domain';
import { useRecordT } from '@/i18n';
import { isBlocked, preview, type Action, type PreviewRow, type ValueField } from '../import';
import { useMembers } from '../use-members';
import type { WizardState } from './use-wizard';

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
export function usePreview({ sheet, columns, choices, withHidden, withParts }: WizardState, today: CalendarDate): readonly ChosenRow[] | undefined {
  const members = useMembers();
  const words = useRecordT('members');
  const rows = useMemo(() => {
    const remark = withParts ? (field: ValueField, text: string): string => words(`import.part.${field}`, { text }) : undefined;
    return sheet && columns && members ? preview(sheet, columns, members, today, { remark }) : undefined;
  }, [sheet, columns, members, today, withParts, words]);
  return useMemo(
    () =>
      rows?.map((row) => {
        const choice = choices.get(row.row);
        const proposed = !withHidden && isHidden(row) ? 'skip' : row.action;
        return { ...row, proposed, action: choice !== undefined && optionsOf(row).includes(choice) ? choice : proposed };
      }),
    [rows, choices, withHidden],
  );
}

/** True for a row that Excel does not show. */
export const isHidden = (row: PreviewRow): boolean => row.problems.some(({ reason }) => reason === 'hiddenRow');
