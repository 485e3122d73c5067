import { lastDayOf, monthOf, yearOf, type PlannedMonth } from '@/domain';
import { formatDate, useT, type Translate } from '@/i18n';
import { Badge, Disclosure, List, ListRow, Section, type Tone } from '@/ui';
import type { PlanView, Shown } from './use-plan';
import { dayWords } from './words';

const TONES: Record<PlannedMonth['standing'], Tone> = { held: 'ok', arranged: 'info', ahead: 'neutral', late: 'danger', missed: 'danger', before: 'neutral' };

/** The twelve months; of the year that is on, those that have passed are one press away. */
export function Months({ view, onShow }: { view: PlanView; onShow: (shown: Shown) => void }) {
  const t = useT('plan');
  const { today, state: { months } } = view;
  const past = yearOf(today) === view.plan.year ? months.filter(({ month }) => lastDayOf(month) < today) : [];
  const rest = months.filter((month) => !past.includes(month));
  const held = months.filter(({ standing }) => standing === 'held');
  const onDay = held.filter((month) => month.onDay).length;
  const rows = (part: readonly PlannedMonth[]) => <List boxed>{part.map((month) => <MonthRow key={month.month} month={month} view={view} onShow={onShow} />)}</List>;
  return (
    <Section title={t('months.title')}>
      {held.length > 0 && <p className="ui-muted">{t('months.sum', { held: held.length, onDay })}</p>}
      {past.length > 0 && <Disclosure summary={t('months.past', { count: past.length })}>{rows(past)}</Disclosure>}
      {rows(rest)}
    </Section>
  );
}

function MonthRow({ month, view, onShow }: { month: PlannedMonth; view: PlanView; onShow: (shown: Shown) => void }) {
  const t = useT('plan');
  const { standing } = month;
  return (
    <ListRow
      onClick={() => onShow({ part: 'month', month: month.month })}
      title={<span className="ui-strong">{t(month.month === monthOf(view.today) ? 'months.now' : 'months.month', { month: Number(month.month.slice(5)) })}</span>}
      subtitle={monthLines(t, month).map((line) => <span key={line} style={{ display: 'block' }}>{line}</span>)}
      trailing={standing === 'ahead' || standing === 'before' ? undefined : <Badge tone={TONES[standing]} icon={standing === 'held' ? 'check' : undefined}>{t(`standing.${standing}`)}</Badge>}
    />
  );
}

/** Day and what goes with it, a line each. */
export function monthLines(t: Translate, { standing, planned, moved, committee, meeting, onDay, theme }: PlannedMonth): string[] {
  const day = meeting?.date ?? planned;
  const off = meeting && planned && meeting.date !== planned;
  if (standing === 'before') return [t('months.before')];
  return [
    day ? dayWords(t, day) : t('months.noDay'),
    ...(onDay ? [t('months.onDay')] : off ? [t('months.plannedFor', { date: formatDate(planned) })] : moved && standing !== 'held' ? [t('months.moved')] : []),
    ...(committee && standing !== 'held' && standing !== 'missed' ? [t('months.committee', { date: formatDate(committee) })] : []),
    ...(theme ? [t('months.withTheme')] : []),
  ];
}
