import { monthOf, readPeriod } from '@/domain';
import { formatDate, useT } from '@/i18n';
import type { OpenedSubmission } from '@/sync/committee';
import { Button, PageHeader, Spinner } from '@/ui';
import type { Client } from './calls';
import { useHeadingFocus } from './desk';
import { Failure } from './failure';
import { monthPath } from './month';
import { Record } from './record';
import { ReportView } from './report-view';
import { reportTitle } from './reports';
import { useLoad } from './use-load';

const askRecord = (client: Client, id: string): Promise<OpenedSubmission> => client.submission(id);

/** `/cap-uy/ho-so/:id`: one submitted record whole, as it was received. */
export function RecordPage({ id }: { id: string }) {
  const t = useT('committee');
  const { value, loading, failed, reload } = useLoad('record', id, askRecord);
  useHeadingFocus(value !== null);
  const back = { label: t('toOverview'), href: value ? monthPath(monthOf(value.body.type === 'report' ? (readPeriod(value.body.period)?.to ?? value.body.date) : value.body.date)) : '/cap-uy' };
  if (!value) {
    return (
      <>
        <PageHeader title={t('record.title')} back={back} />
        {failed ? <Failure reason={failed} {...(failed === 'notFound' ? {} : { onRetry: reload })} /> : loading && <Spinner className="cm-wait">{t('loading')}</Spinner>}
      </>
    );
  }
  const { body } = value;
  const print = <Button icon="print" className="ui-no-print" onClick={() => window.print()}>{t('record.print')}</Button>;
  if (body.type === 'report') {
    return (
      <>
        <PageHeader title={reportTitle(t, body.period)} subtitle={t('reports.of', { cell: value.cell.name })} back={back} actions={print} />
        <ReportView submission={{ ...value, body }} />
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={t(`kind.${body.kind}`)}
        subtitle={t('record.on', { cell: value.cell.name, date: formatDate(body.date) })}
        back={back}
        actions={print}
      />
      <Record submission={{ ...value, body }} reload={reload} />
    </>
  );
}
