import { useState } from 'react';
import { monthOf, yearOf } from '@/domain';
import { formatMonth, useT } from '@/i18n';
import { Card, Section, Stack } from '@/ui';
import { BarRows, Legend, Sparkline, type BarRow } from '@/ui/charts';
import { BehindSheet } from './behind-sheet';
import { drawGrade, drawGrades, drawMonth, drawTasks, drawYear, GRADE, scaleOf, type Drawn, type Metric } from './bars';
import { summaryWords, type ViewProps } from './overview';
import { byYear, type ShownMonth } from './use-history';

/** One history, a row for each month or year; a row opens the meetings behind it. */
export function MetricView({ metric, data, period, today }: ViewProps & { metric: Metric }) {
  const t = useT('history');
  const [opened, setOpened] = useState<string | null>(null);
  const scale = metric === 'grades' || metric === 'tasks' ? 100 : scaleOf(data.months, metric);
  const drawn = (one: ShownMonth): Drawn => (metric === 'grades' ? drawGrade(t, one) : metric === 'tasks' ? drawTasks(t, data.tasks, one.month, today) : drawMonth(t, one, metric, scale));
  const drawnYear = (year: number, months: readonly ShownMonth[]): Drawn =>
    metric === 'grades' ? drawGrades(t, months) : metric === 'tasks' ? drawTasks(t, data.tasks, String(year), today) : drawYear(t, months, metric, scale);
  const asked = (id: string): boolean => (metric === 'tasks' ? data.tasks.some(({ due }) => due?.startsWith(`${id}-`)) : data.months.some(({ month, meetings }) => month.startsWith(id) && meetings.length > 0));
  const row = (id: string, label: string, one: Drawn): BarRow => ({ id, label, ...one, onOpen: asked(id) ? () => setOpened(id) : undefined });
  const rows =
    period === 'all'
      ? byYear(data.months).map(({ year, months }) => row(String(year), String(year), drawnYear(year, months)))
      : [...data.months].reverse().filter(({ state, month }) => state !== 'before' || asked(month)).map((one) => row(one.month, formatMonth(one.month), drawn(one)));
  return (
    <Stack gap={4}>
      {metric !== 'grades' && metric !== 'tasks' && <p>{summaryWords(t, data.months, metric)}</p>}
      {period === 'all' && data.months.length > 12 && metric !== 'tasks' && metric !== 'grades' && <Line months={data.months} drawn={drawn} label={t('line', { metric: t(`metric.${metric}.title`), from: formatMonth(data.months[0]?.month ?? monthOf(today)), to: formatMonth(monthOf(today)) })} />}
      <Section title={t(period === 'all' ? 'byYear' : 'byMonth')}>
        {rows.length === 0 ? <p className="ui-muted">{t('state.nothing')}</p> : <BarRows rows={rows} label={t(`metric.${metric}.title`)} />}
        <Legend items={legendOf(metric).map((fill) => ({ id: fill, fill: LEGEND[fill], text: t(fill === 'short' && metric === 'duration' ? 'legend.tooShort' : `legend.${fill}`) }))} />
      </Section>
      <BehindSheet opened={opened} metric={metric} data={data} today={today} onClose={() => setOpened(null)} />
    </Stack>
  );
}

const LEGEND = { target: 'target', short: 'short', gap: 'gap', good: GRADE.good.fill, fair: GRADE.fair.fill, average: GRADE.average.fill, poor: GRADE.poor.fill, onTime: 'good', late: 'plain', unfinished: 'short' } as const;
type Explained = keyof typeof LEGEND;
const legendOf = (metric: Metric): readonly Explained[] =>
  metric === 'grades' ? ['good', 'fair', 'average', 'poor', 'gap'] : metric === 'tasks' ? ['onTime', 'late', 'unfinished'] : ['target', 'short', 'gap'];

/** All months of all years as one line, above the years. */
function Line({ months, drawn, label }: { months: readonly ShownMonth[]; drawn: (one: ShownMonth) => Drawn; label: string }) {
  const t = useT('history');
  const all = months.map(drawn);
  return (
    <Card>
      <Sparkline points={all.map(({ percent }) => percent)} targets={all.map(({ target }) => target)} label={label} />
      <div className="ui-row ui-spread ui-caption ui-num" aria-hidden="true">
        <span>{formatMonth(months[0]?.month ?? '')}</span>
        <span>{formatMonth(months.at(-1)?.month ?? '')}</span>
      </div>
      <p className="ui-caption">{t('lineNote', { years: new Set(months.map(({ month }) => yearOf(month))).size })}</p>
    </Card>
  );
}
