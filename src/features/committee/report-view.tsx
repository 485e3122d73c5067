import { useT } from '@/i18n';
import type { OpenedReport } from '@/sync/committee';
import { Banner, Button, Heading, Section, Stack, Table } from '@/ui';
import { ReceiptPart } from './record/receipt';

/** Numbers, days and shares stand at the right; words are to break. The running number leads its row. */
const isNumeric = (rows: readonly (readonly string[])[], index: number): boolean => index > 0 && rows.every((row) => /^[\d.,/–]*$/.test(row[index] ?? ''));

/** A report as it was received: its sections, its tables, its receipt. */
export function ReportView({ submission }: { submission: OpenedReport }) {
  const t = useT('committee');
  const { sections, tables, corrects, reason, signer } = submission.body;
  return (
    <Stack gap={6}>
      {corrects && (
        <Banner tone="info" title={t('reports.correctsTitle')} action={<Button href={`/cap-uy/ho-so/${corrects.submissionId}`}>{t('reports.correctsOpen')}</Button>}>
          <p>{t('reports.correctsWhy', { reason })}</p>
        </Banner>
      )}
      <Section title={t('reports.sections')}>
        <article className="ui-card ui-stack cm-paper" lang="vi">
          {sections.map(({ id, heading, text }) => (
            <div key={id}>
              <Heading level={3}>{heading}</Heading>
              <p className="cm-text">{text}</p>
            </div>
          ))}
          {signer !== '' && <p className="ui-muted">{t('reports.signer', { name: signer })}</p>}
        </article>
      </Section>
      {tables.map(({ id, title, columns, rows }) => (
        <div key={id} lang="vi">
          <Table caption={title}>
            <thead>
              <tr>{columns.map((column, index) => <th key={index} scope="col" className={isNumeric(rows, index) ? 'ui-num' : undefined}>{column}</th>)}</tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                <tr key={at}>{row.map((value, index) => <td key={index} className={isNumeric(rows, index) ? 'ui-num' : undefined}>{value}</td>)}</tr>
              ))}
            </tbody>
          </Table>
        </div>
      ))}
      <Section title={t('receipt.title')}><ReceiptPart submission={submission} /></Section>
    </Stack>
  );
}
