import { monthOf } from '@/domain';
import { formatDate, useT } from '@/i18n';
import type { OpenedSubmission } from '@/sync/committee';
import { Button, PageHeader, Spinner } from '@/ui';
import type { Client } from './calls';
import { useHeadingFocus } from './desk';
import { Failure } from './failure';
import { monthPath } from './month';
import { Record } from './record';
import { useLoad } from './use-load';

const askRecord = (client: Client, id: string): Promise<OpenedSubmission> => client.submission(id);

/** `/cap-uy/ho-so/:id`: one submitted record whole, as it was received. */
export function RecordPage({ id }: { id: string }) {
  const t = useT('committee');
  const { value, loading, failed, reload } = useLoad('record', id, askRecord);
  useHeadingFocus(value !== null);
  const back = { label: t('toOverview'), href: value ? monthPath(monthOf(value.body.date)) : '/cap-uy' };
  if (!value) {
    return (
      <>
        <PageHeader title={t('record.title')} back={back} />
        {failed ? <Failure reason={failed} {...(failed === 'notFound' ? {} : { onRetry: reload })} /> : loading && <Spinner className="cm-wait">{t('loading')}</Spinner>}
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={t(`kind.${value.body.kind}`)}
        subtitle={t('record.on', { cell: value.cell.name, date: formatDate(value.body.date) })}
        back={back}
        actions={<Button icon="print" className="ui-no-print" onClick={() => window.print()}>{t('record.print')}</Button>}
      />
      <Record submission={value} reload={reload} />
    </>
  );
}
