import { GRADES } from '@/domain';
import { formatNumber, formatPercent, useT } from '@/i18n';
import { Card, Counter, Row } from '@/ui';
import { GradeMark } from './marks';
import type { MonthSummary } from './month';

const DASH = '–';

/** The month in five numbers and its grades. */
export function Summary({ summary }: { summary: MonthSummary }) {
  const t = useT('committee');
  const { cells, states, points, ratePercent, present, expected, grades, official, meetings } = summary;
  const graded = GRADES.reduce((sum, grade) => sum + official[grade], 0);
  const missing = cells - states.sent;
  return (
    <Card className="cm-summary" aria-label={t('summary.title')}>
      <div className="cm-counters">
        <Counter value={cells} caption={t('summary.cells')} />
        <Counter value={states.sent} of={` / ${cells}`} caption={t('summary.sent')} />
        <Counter value={missing} caption={t('summary.missing')} {...(missing > 0 ? { tone: 'danger' as const } : {})} />
        <Counter value={points === null ? DASH : formatNumber(points)} caption={t('summary.points')} />
        <Counter
          value={ratePercent === null ? DASH : formatPercent(ratePercent)}
          caption={ratePercent === null ? t('summary.rate') : `${t('summary.rate')}: ${t('summary.rateOf', { present: formatNumber(present), expected: formatNumber(expected) })}`}
        />
      </div>
      {meetings > 0 && <Grades label={t('summary.grades')} counts={grades} />}
      {meetings > 0 && (graded > 0 ? <Grades label={t('summary.official', { graded, all: meetings })} counts={official} /> : <p className="ui-caption cm-grades">{t('summary.ungraded')}</p>)}
    </Card>
  );
}

/** How many meetings have each grade. */
function Grades({ label, counts }: { label: string; counts: MonthSummary['grades'] }) {
  return (
    <Row gap={3} className="cm-grades">
      <span className="ui-caption">{label}</span>
      {GRADES.map((grade) => (
        <span key={grade} className="ui-line">
          <GradeMark grade={grade} />
          <span className="ui-strong ui-num">{counts[grade]}</span>
        </span>
      ))}
    </Row>
  );
}
