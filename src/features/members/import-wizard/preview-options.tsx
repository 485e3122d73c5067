import { useMemo } from 'react';
import { useT } from '@/i18n';
import { Checkbox, Stack } from '@/ui';
import { leftOut } from '../import';
import { isHidden, type ChosenRow } from './use-preview';
import type { WizardProps } from './use-wizard';

/** Rows named one by one; more are only counted. */
const NAMED = 8;

/** What holds for many rows at once: those that Excel hides, dates of which only a part is known, and rows left out as no members. */
export function PreviewOptions({ state, set, rows }: Pick<WizardProps, 'state' | 'set'> & { rows: readonly ChosenRow[] }) {
  const t = useT('members');
  const { sheet, columns } = state;
  const left = useMemo(() => (sheet && columns ? leftOut(sheet, columns) : []), [sheet, columns]);
  const hidden = rows.filter(isHidden).length;
  const parts = rows.filter(({ problems }) => problems.some(({ reason }) => reason === 'yearOnly' || reason === 'partKept')).length;
  if (hidden === 0 && parts === 0 && left.length === 0) return null;
  const named = left.slice(0, NAMED).join(', ');
  return (
    <Stack gap={1}>
      {hidden > 0 && (
        <Checkbox checked={state.withHidden} onValue={(withHidden) => set({ withHidden })} hint={t('import.options.hiddenHint')}>{t('import.options.hidden', { count: hidden })}</Checkbox>
      )}
      {parts > 0 && (
        <Checkbox checked={state.withParts} onValue={(withParts) => set({ withParts })} hint={t('import.options.partsHint')}>{t('import.options.parts', { count: parts })}</Checkbox>
      )}
      {left.length > 0 && <p className="ui-muted">{t(left.length > NAMED ? 'import.options.leftMany' : 'import.options.left', { count: left.length, rows: named })}</p>}
    </Stack>
  );
}
