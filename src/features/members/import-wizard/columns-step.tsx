import { useState } from 'react';
import { formatDate, formatNumber, useT } from '@/i18n';
import { Banner, BottomActions, Button, Field, IconButton, List, Select, Stack } from '@/ui';
import { cellText, FIELDS, type Column, type Field as Meaning, type Recognition, type Sheet } from '../import';
import { SheetChoice } from './sheet-choice';
import type { WizardProps } from './use-wizard';

const hasName = (columns: Recognition): boolean => columns.columns.some(({ field }) => field === 'name' || field === 'givenName');

/** What each column is taken for, with an example of what stands in it; any of it can be changed. */
export function ColumnsStep({ state, set }: WizardProps) {
  const t = useT('members');
  const [asked, setAsked] = useState(false);
  const { columns, sheet } = state;
  if (!columns || !sheet) return null;
  const known = columns.columns.filter(({ field }) => field !== 'ignore').length;
  const ready = hasName(columns);
  const change = (index: number, field: Meaning): void => {
    // A meaning that moves leaves the column where it was.
    const next = columns.columns.map((column) => (column.index === index ? { ...column, field } : column.field === field ? { ...column, field: 'ignore' as const } : column));
    set({ columns: { ...columns, columns: next }, choices: new Map() });
  };
  return (
    <Stack>
      <p>
        {state.fileName && <strong>{state.fileName}: </strong>}
        {t('import.columns.known', { known: formatNumber(known), all: formatNumber(columns.columns.length) })}
      </p>
      <SheetChoice state={state} set={set} />
      {columns.headingRow === null && <Banner tone="warn">{t('import.columns.noHeading')}</Banner>}
      {columns.refused.length > 0 && <Banner tone="info" icon="shield">{t('import.columns.refused', { names: columns.refused.join(', ') })}</Banner>}
      <List boxed aria-label={t('import.step.columns')}>
        {columns.columns.map((column) => (
          <li key={column.index}>
            <div className="ui-list-row ui-grow">
              <ColumnRow column={column} sheet={sheet} firstRow={columns.firstRow} onChange={(field) => change(column.index, field)} />
            </div>
          </li>
        ))}
      </List>
      {asked && !ready && <Banner tone="danger">{t('import.columns.noName')}</Banner>}
      <BottomActions>
        <IconButton icon="back" bordered label={t('common:back')} onClick={() => set({ step: 'source' })} />
        <Button variant="primary" size="large" icon="next" iconEnd onClick={() => (ready ? set({ step: 'preview' }) : setAsked(true))}>
          {t('import.columns.next')}
        </Button>
      </BottomActions>
    </Stack>
  );
}

interface ColumnRowProps {
  column: Column;
  sheet: Sheet;
  firstRow: number;
  onChange: (field: Meaning) => void;
}

function ColumnRow({ column, sheet, firstRow, onChange }: ColumnRowProps) {
  const t = useT('members');
  const examples = sheet.rows.slice(firstRow, firstRow + 50).map((row) => formatDate(cellText(row[column.index]))).filter((text) => text !== '').slice(0, 2).map(short);
  const heading = column.heading || t('import.columns.letter', { letter: letterOf(column.index) });
  const hint = examples.length > 0 ? t('import.columns.example', { text: examples.join('; ') }) : t('import.columns.blank');
  const hidden = sheet.hiddenColumns?.includes(column.index) === true;
  return (
    <Field label={heading} hint={hidden ? `${t('import.columns.hidden')} ${hint}` : hint} className="ui-grow">
      <Select value={column.field} onValue={(value) => onChange(value as Meaning)}>
        {FIELDS.map((field) => (
          <option key={field} value={field}>{t(`import.meaning.${field}`)}</option>
        ))}
      </Select>
    </Field>
  );
}

/** Enough of a cell to know it by. */
const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** A, B, … Z, AA, as Excel letters its columns. */
function letterOf(index: number): string {
  return (index >= 26 ? letterOf(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
}
