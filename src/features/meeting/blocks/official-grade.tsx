import { useMemo } from 'react';
import { gradesGiven, readDirectives } from '@/domain';
import { formatMoment, formatNumber, useT } from '@/i18n';
import { useCollection } from '@/storage';
import { useSeen } from '@/sync/use-seen';
import { Badge, Card, Disclosure } from '@/ui';
import type { BlockProps } from '../meeting-context';

/** The committee's grade of this meeting, with its reason; nothing while it has given none. */
export function OfficialGradeBlock({ ctx }: BlockProps) {
  const t = useT('official');
  const records = useCollection('directive');
  const given = useMemo(() => gradesGiven(ctx.id, readDirectives(records ?? [])), [records, ctx.id]);
  useSeen(given);
  const last = given.at(-1);
  if (!last) return null;
  const { grade, points, total, reason, issuedAt, issuedBy } = last;
  return (
    <Card marked level={3} title={t('title')}>
      <p className="ui-row">
        {points !== null && <b className="ui-h2 ui-num">{total === null ? formatNumber(points, 2) : `${formatNumber(points, 2)}/${formatNumber(total, 2)}`}</b>}
        <Badge tone={grade === 'good' ? 'gold' : 'info'} icon={grade === 'good' ? 'star' : undefined}>{t(`grade.${grade}`)}</Badge>
      </p>
      {reason !== '' && <p style={{ whiteSpace: 'pre-line' }}>{t('reason', { reason })}</p>}
      <p className="ui-caption">{t('by', { who: issuedBy.person || issuedBy.committee, at: formatMoment(issuedAt) })}</p>
      <p className="ui-caption">{t('counts')}</p>
      {given.length > 1 && (
        <Disclosure summary={t('earlier', { count: given.length - 1 })}>
          {given.slice(0, -1).reverse().map((one) => (
            <p key={one.id} className="ui-caption">
              {[formatMoment(one.issuedAt), [one.points === null ? '' : formatNumber(one.points, 2), t(`grade.${one.grade}`)].filter(Boolean).join(' '), one.reason].filter(Boolean).join(' · ')}
            </p>
          ))}
        </Disclosure>
      )}
    </Card>
  );
}
