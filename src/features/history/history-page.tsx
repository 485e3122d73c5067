import { useState } from 'react';
import { useParams } from 'wouter';
import { dateInVietnam, yearOf } from '@/domain';
import { useT } from '@/i18n';
import { Banner, Button, EmptyState, Field, PageHeader, ProgressBar, Select, Spinner, Stack } from '@/ui';
import { METRICS, type Metric } from './bars';
import { MetricView } from './metric-view';
import { Overview } from './overview';
import { useHistory, type Period } from './use-history';

/** The cell's histories: all at a glance, or one of them month by month with the meetings behind it. */
export function HistoryPage() {
  const t = useT('history');
  const { what } = useParams<{ what?: string }>();
  const [today] = useState(() => dateInVietnam(new Date().toISOString()));
  const [chosen, setChosen] = useState<Period | null>(null);
  const data = useHistory(chosen, today);
  const metric = (Object.keys(METRICS) as Metric[]).find((name) => METRICS[name] === what);
  const header = (
    <PageHeader
      title={metric ? t(`metric.${metric}.title`) : t('title')}
      subtitle={metric ? t(`metric.${metric}.lead`) : t('lead')}
      back={metric ? { label: t('toAll'), href: '/bao-cao/lich-su' } : { label: t('toReports'), href: '/bao-cao' }}
    />
  );
  if (!data) return <>{header}<Spinner>{t('common:loading')}</Spinner></>;
  const period = chosen ?? data.years[0] ?? yearOf(today);
  if (data.years.length === 1 && data.total === 0 && data.tasks.length === 0) {
    return (
      <>
        {header}
        <EmptyState icon="reports" title={t('empty.title')} action={<Button href="/cuoc-hop">{t('empty.go')}</Button>}>{t('empty.text')}</EmptyState>
      </>
    );
  }
  const props = { data, period, today };
  return (
    <>
      {header}
      <Stack gap={5}>
        {data.years.length > 1 && (
          <Field label={t('period')}>
            <Select value={String(period)} onValue={(value) => setChosen(value === 'all' ? 'all' : Number(value))}>
              {data.years.map((year) => <option key={year} value={year}>{t('year', { year })}</option>)}
              <option value="all">{t('all')}</option>
            </Select>
          </Field>
        )}
        {data.done < data.total && <ProgressBar label={t('reading')} value={data.done} max={data.total} detail={`${data.done}/${data.total}`} />}
        {data.failed > 0 && <Banner tone="warn">{t('unread', { count: data.failed })}</Banner>}
        {metric ? <MetricView metric={metric} {...props} /> : <Overview {...props} />}
      </Stack>
    </>
  );
}
