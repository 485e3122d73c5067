import { useMemo } from 'react';
import { gradesGiven, readDirective, readDirectives, type Directive } from '@/domain';
import { formatDate, formatMoment, formatNumber, useT } from '@/i18n';
import { useCollection, useDirectory } from '@/storage';
import { useSeen } from '@/sync/use-seen';
import { Badge, Banner, Disclosure, List, ListRow, Row, Section, type Tone } from '@/ui';

const TONES: Record<string, Tone> = { good: 'gold', fair: 'info', average: 'neutral', poor: 'warn' };
/** How many stay in sight; the rest is behind a tap. */
const RECENT = 3;

/** What came down from the committee, the newest first. Shown here it counts as seen. */
export function Received() {
  const t = useT('official');
  const records = useCollection('directive');
  const all = useMemo(() => readDirectives(records ?? []), [records]);
  const isNew = useSeen(all);
  const unknown = (records ?? []).filter(({ id, fields }) => fields['kind'] !== undefined && !readDirective(id, fields)).length;
  const newest = [...all].reverse();
  if (all.length === 0 && unknown === 0) return null;
  const row = (one: Directive) => <Graded key={one.id} one={one} isNew={isNew(one)} isReplaced={gradesGiven(one.meetingId, all).at(-1)?.id !== one.id} />;
  return (
    <Section title={t('received')}>
      {unknown > 0 && <Banner icon="info">{t('unknown', { count: unknown })}</Banner>}
      {newest.length > 0 && <List boxed>{newest.slice(0, RECENT).map(row)}</List>}
      {newest.length > RECENT && <Disclosure summary={t('older', { count: newest.length - RECENT })}><List boxed>{newest.slice(RECENT).map(row)}</List></Disclosure>}
    </Section>
  );
}

function Graded({ one, isNew, isReplaced }: { one: Directive; isNew: boolean; isReplaced: boolean }) {
  const t = useT('official');
  const entry = useDirectory()?.find(({ id }) => id === one.meetingId);
  const by = t('by', { who: one.issuedBy.person || one.issuedBy.committee, at: formatMoment(one.issuedAt) });
  return (
    <ListRow
      {...(entry ? { href: `/cuoc-hop/${entry.id}` } : {})}
      title={entry ? t('of', { date: formatDate(entry.date) }) : t('ofUnknown')}
      subtitle={
        <>
          {one.reason !== '' && <span className="ui-stack">{t('reason', { reason: one.reason })}</span>}
          <span>{isReplaced ? `${by}. ${t('replaced')}` : by}</span>
        </>
      }
      trailing={
        <Row>
          {isNew && <Badge tone="danger">{t('new')}</Badge>}
          <Badge tone={TONES[one.grade] ?? 'neutral'} icon={one.grade === 'good' ? 'star' : undefined}>
            {[one.points === null ? '' : formatNumber(one.points, 2), t(`grade.${one.grade}`)].filter(Boolean).join(' · ')}
          </Badge>
        </Row>
      }
    />
  );
}
