import { formatNumber, useT } from '@/i18n';
import { Banner, Field, Select } from '@/ui';
import { recognise } from '../import';
import type { WizardProps } from './use-wizard';

/** Which sheet of the file is read, and what there is to know of it: an old font, columns that Excel hides. */
export function SheetChoice({ state, set }: Pick<WizardProps, 'state' | 'set'>) {
  const t = useT('members');
  const { book, sheet, columns } = state;
  if (!sheet || !columns) return null;
  const sheets = book?.sheets ?? [];
  const at = sheets.findIndex((one) => one === sheet);
  const choose = (index: string): void => {
    const next = sheets[Number(index)];
    if (next) set({ sheet: next, columns: recognise(next.rows), choices: new Map() });
  };
  const hidden = columns.columns.filter(({ index, field }) => field !== 'ignore' && sheet.hiddenColumns?.includes(index));
  return (
    <>
      {sheets.length > 1 && (
        <Field label={t('import.sheet.label')} hint={t('import.sheet.hint', { count: sheets.length })}>
          <Select value={at} onValue={choose}>
            {sheets.map(({ name, visible, rows }, index) => (
              <option key={index} value={index}>{t(visible ? 'import.sheet.option' : 'import.sheet.hidden', { name, rows: formatNumber(rows.length) })}</option>
            ))}
          </Select>
        </Field>
      )}
      {sheet.font === 'unclear' && <Banner tone="warn" title={t('import.font.unclear.title')}>{t('import.font.unclear.text')}</Banner>}
      {sheet.font && sheet.font !== 'unclear' && <Banner tone="info">{t(`import.font.${sheet.font}`)}</Banner>}
      {hidden.length > 0 && <Banner tone="info" icon="eye-off">{t('import.columns.hiddenRead', { names: hidden.map(({ heading }) => heading).filter(Boolean).join(', ') })}</Banner>}
    </>
  );
}
