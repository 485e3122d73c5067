import { formatMoment, formatNumber, formatPercent, useT } from '@/i18n';
import { Badge, Card, Counter, type IconName, type Tone } from '@/ui';
import type { ReceiptCheck } from '@/sync/committee';
import { GradeMark } from '../marks';
import type { PartProps } from '.';
import { givenTo } from './official';

const CHECK: { readonly [K in ReceiptCheck]: { tone: Tone; icon: IconName } } = {
  valid: { tone: 'ok', icon: 'shield' },
  otherContent: { tone: 'danger', icon: 'warning' },
  badSignature: { tone: 'danger', icon: 'warning' },
  unchecked: { tone: 'warn', icon: 'info' },
};

export function CheckMark({ check }: { check: ReceiptCheck }) {
  const t = useT('committee');
  return <Badge {...CHECK[check]}>{t(`receipt.${check}`)}</Badge>;
}

/** What one wants to know of a meeting before reading on. */
export function Glance({ submission }: PartProps) {
  const t = useT('committee');
  const { body, receipt, check } = submission;
  const official = givenTo(submission).at(-1)?.grade;
  const { attendance, score } = body;
  return (
    <Card className="cm-summary" aria-label={t('at.glance')}>
      <div className="cm-counters">
        {score ? (
          <Counter
            value={formatNumber(score.points)}
            of={` / ${formatNumber(score.total)}`}
            caption={
              <span className="ui-row">
                {t('at.score')} <GradeMark grade={score.grade} />
              </span>
            }
          />
        ) : (
          <Counter value="–" caption={`${t('at.score')}: ${t('grade.none')}`} />
        )}
        {official && <Counter value={official.points === null ? t(`grade.${official.grade}`) : formatNumber(official.points, 2)} of={official.points !== null && official.total !== null ? ` / ${formatNumber(official.total)}` : undefined} caption={<span className="ui-row">{t('at.official')} {official.points !== null && <GradeMark grade={official.grade} />}</span>} />}
        <Counter value={attendance.present} of={` / ${attendance.expected}`} caption={`${t('at.attendance')}: ${formatPercent(attendance.ratePercent)}`} />
        <Counter value={body.minutes} of={` ${t('at.minutes')}`} caption={t('at.duration')} />
        <Counter value={body.contributions.count} caption={t('at.speeches')} />
        <Counter value={body.votes.length} caption={t('at.votes')} />
        <Counter value={body.tasks.length} caption={t('at.tasks')} />
      </div>
      <div className="ui-row cm-grades">
        <CheckMark check={check} />
        <span className="ui-caption">{t('receipt.short', { number: receipt.receipt.number, at: formatMoment(receipt.receipt.receivedAt) })}</span>
      </div>
    </Card>
  );
}
