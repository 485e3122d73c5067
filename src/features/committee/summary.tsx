import { GRADES } from '@/domain';
import { formatNumber, formatPercent, useT } from '@/i18n';
import { Card, Counter, Row } from '@/ui';
import { GradeMark } from './marks';
import type { MonthSummary } from './month';

const DASH = '–';

/** The month in five numbers and its grades. */
export function Summary({ summary }: { summary: MonthSummary }) {
  const t = useT('committee');
  const { cells, states, points, ratePercent, present, expected, grades, meetings } = summary;
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
      {meetings > 0 && (
        <Row gap={3} className="cm-grades">
          <span className="ui-caption">{t('summary.grades')}</span>
          {GRADES.map((grade) => (
            <span key={grade} className="ui-line">
              <GradeMark grade={grade} />
              <span className="ui-strong ui-num">{grades[grade]}</span>
            </span>
          ))}
        </Row>
      )}
    </Card>
  );
}
