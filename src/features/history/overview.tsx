import { summarise, tasksDueIn, type CalendarDate, type Grade } from '@/domain';
import { formatPercent, useT, type Translate } from '@/i18n';
import { Button, Card, Grid, Stack, VisuallyHidden } from '@/ui';
import { Columns, Legend, Strip, type Bar, type Part } from '@/ui/charts';
import { drawGrade, drawGrades, drawMonth, drawTasks, drawYear, GRADE, gradeParts, gradesInWords, inWords, METRICS, scaleOf, type Drawn, type MeetingMeasure, type Metric } from './bars';
import { byYear, wholeYear, type HistoryData, type Period, type ShownMonth } from './use-history';

/** What the views draw from. */
export interface ViewProps {
  readonly data: HistoryData;
  readonly period: Period;
  readonly today: CalendarDate;
}

/** A small picture of each history, and the way into it. */
export function Overview({ data, period, today }: ViewProps) {
  const t = useT('history');
  const time = period === 'all' ? t('all') : t('year', { year: period });
  const card = (metric: Metric, headline: string, detail: string, bars: readonly Bar[], strip?: readonly Part[]) => (
    <Card key={metric} title={t(`metric.${metric}.title`)} style={{ alignContent: 'start' }}>
      <Stack gap={1}>
        <span className="ui-h1 ui-strong ui-num">{headline || t('state.unknown')}</span>
        <span className="ui-caption">{detail}</span>
      </Stack>
      {strip && strip.length > 0 && <Strip parts={strip} />}
      <Columns bars={bars} label={t('picture', { metric: t(`metric.${metric}.title`), time, headline: headline || t('state.unknown'), detail })} />
      <div>
        <Button href={`/bao-cao/lich-su/${METRICS[metric]}`} icon="chevron-right" iconEnd>
          {t(period === 'all' ? 'openYears' : 'openMonths')}
          <VisuallyHidden>{`: ${t(`metric.${metric}.title`)}`}</VisuallyHidden>
        </Button>
      </div>
    </Card>
  );
  const bars = (month: (one: ShownMonth) => Drawn, year: (year: number, months: readonly ShownMonth[]) => Drawn): Bar[] => columns(data, period, month, year);
  return (
    <Stack gap={4}>
      <Grid column="large" gap={4}>
        {(['attendance', 'duration', 'speech'] as const).map((measure) => {
          const scale = scaleOf(data.months, measure);
          const { mean } = summarise(data.months, measure);
          return card(measure, mean === null ? '' : inWords(t, measure, mean), summaryWords(t, data.months, measure), bars((one) => drawMonth(t, one, measure, scale), (_, months) => drawYear(t, months, measure, scale)));
        })}
        {card('grades', gradesInWords(t, data.months), t('metric.grades.detail'), bars((one) => drawGrade(t, one), (_, months) => standing(months, drawGrades(t, months))), gradeParts(data.months))}
        {tasksCard()}
      </Grid>
      <Legend items={[{ id: 'target', fill: 'target', text: t('legend.target') }, { id: 'short', fill: 'short', text: t('legend.short') }, { id: 'gap', fill: 'gap', text: t('legend.gap') }]} />
    </Stack>
  );

  function tasksCard() {
    const all = tasksDueIn(data.tasks, period === 'all' ? '' : String(period), today);
    const detail = all.percent === null ? t('state.noTasks') : t('metric.tasks.detail', { onTime: all.onTime.length, all: all.onTime.length + all.late.length + all.unfinished.length });
    return card('tasks', all.percent === null ? '–' : formatPercent(all.percent), detail, bars((one) => flat(drawTasks(t, data.tasks, one.month, today)), (year) => flat(drawTasks(t, data.tasks, String(year), today))));
  }
}

/** Standing up, shares are one column: what was done in time. */
const flat = (drawn: Drawn): Drawn => ({ ...drawn, fill: drawn.percent !== null && drawn.percent < 50 ? 'short' : 'good' });

/** How many months reached what was asked, and how many had no meeting. */
export function summaryWords(t: Translate, months: readonly ShownMonth[], measure: MeetingMeasure): string {
  const { measured, reached, asked, missed } = summarise(months, measure);
  if (measured === 0) return t('state.nothing');
  return [t('mean', { count: measured }), asked > 0 ? t('note.reached', { reached, asked }) : '', missed > 0 ? t('note.missed', { count: missed }) : ''].filter(Boolean).join(' · ');
}

function columns(data: HistoryData, period: Period, month: (one: ShownMonth) => Drawn, year: (year: number, months: readonly ShownMonth[]) => Drawn): Bar[] {
  if (period === 'all') return byYear(data.months).reverse().map((one) => ({ id: String(one.year), label: String(one.year), ...year(one.year, one.months) }));
  return wholeYear(data.months).map((one) => {
    if (typeof one === 'string') return { id: one, label: String(Number(one.slice(5))), percent: null, fill: 'good', target: null };
    return { id: one.month, label: String(Number(one.month.slice(5))), ...month(one) };
  });
}

/** A year of grades standing up: as high as the grade that it had most often. */
function standing(months: readonly ShownMonth[], drawn: Drawn): Drawn {
  const most = [...gradeParts(months)].sort((a, b) => b.count - a.count)[0];
  return most ? { ...drawn, ...GRADE[most.id as Grade] } : drawn;
}
