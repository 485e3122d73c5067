import { useState } from 'react';
import { TYPED_COLUMNS, typedKey, type TypedColumn } from '@/documents/report';
import { monthOf, type Month, type ReportTable } from '@/domain';
import { useT } from '@/i18n';
import { useDraft } from '@/storage';
import { Button, Field, Row, Section, Select, Sheet, Stack, Table, TextInput } from '@/ui';
import type { ReportView } from './use-report';

/** The running number and the cell's own name are for paper: on a narrow screen they would take the room of the words. */
const skipped = (id: string): number => (id === 'grid' ? 0 : id === 'scores' ? 2 : 1);
/** The column that says what a row is of: of the scores the day. */
const leading = (id: string): number => (id === 'scores' ? 3 : skipped(id));

/** Numbers, days and shares stand at the right; words are to break. */
const isNumeric = (rows: ReportTable['rows'], index: number): boolean => rows.every((row) => /^[\d.,/–]*$/.test(row[index] ?? ''));

/** The tables of a report, as they stand in the document. */
export function Tables({ tables, view }: { tables: readonly ReportTable[]; view?: ReportView | undefined }) {
  const t = useT('report');
  const [typing, setTyping] = useState(false);
  return (
    <Section title={t('tables.title')}>
      {tables.map(({ id, title, columns, rows }) => (
        <div key={id} lang="vi" className="ui-stack ui-gap-2">
          <Table caption={title}>
            <thead>
              <tr>{columns.map((column, index) => (index < skipped(id) ? null : <th key={index} scope="col" className={isNumeric(rows, index) ? 'ui-num' : undefined}>{column}</th>))}</tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                <tr key={at}>
                  {row.map((value, index) => (index < skipped(id) ? null : index === leading(id) ? <th key={index} scope="row">{value}</th> : <td key={index} className={isNumeric(rows, index) ? 'ui-num' : undefined}>{value}</td>))}
                </tr>
              ))}
            </tbody>
          </Table>
          {id === 'grid' && view && <Row><Button icon="edit" onClick={() => setTyping(true)}>{t('tables.type')}</Button></Row>}
        </div>
      ))}
      {view && <TypedSheet view={view} open={typing} onClose={() => setTyping(false)} />}
    </Section>
  );
}

/** What no record knows of a month: typed in, month by month. */
function TypedSheet({ view, open, onClose }: { view: ReportView; open: boolean; onClose: () => void }) {
  const t = useT('report');
  const { months } = view.report.period;
  const [month, setMonth] = useState<Month>(months.filter((one) => one <= monthOf(view.today)).at(-1) ?? months[0]!);
  return (
    <Sheet open={open} title={t('tables.type')} closeLabel={t('common:close')} onClose={onClose} footer={<Button variant="primary" size="large" block onClick={onClose}>{t('common:done')}</Button>}>
      <Stack>
        <p className="ui-muted">{t('tables.typeWhy')}</p>
        <Field label={t('tables.month')}>
          <Select value={month} onValue={setMonth}>
            {months.map((one) => <option key={one} value={one}>{t('tables.monthName', { month: Number(one.slice(5)) })}</option>)}
          </Select>
        </Field>
        {TYPED_COLUMNS.map((column) => <Typed key={month + column} view={view} month={month} column={column} />)}
      </Stack>
    </Sheet>
  );
}

function Typed({ view, month, column }: { view: ReportView; month: Month; column: TypedColumn }) {
  const t = useT('report');
  const draft = useDraft(view.key, `cell/${typedKey(month, column)}`);
  return (
    <Field label={t(`tables.column.${column}`)}>
      <TextInput maxLength={120} lang="vi" value={draft.value} onValue={draft.set} onBlur={() => void draft.flush()} />
    </Field>
  );
}
