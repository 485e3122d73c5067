import { useMemo } from 'react';
import { bodyOf, gradesGiven, profileOf, readDirective, readDirectives, type CellBody, type Directive, type Guidance, type OfficialGrade } from '@/domain';
import { formatDate, formatMoment, formatNumber, useT } from '@/i18n';
import { allProcedures } from '@/packs';
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
  const row = (one: Directive) =>
    one.kind === 'body' ? <Changed key={one.id} one={one} isNew={isNew(one)} /> : one.kind === 'guidance' ? <Guided key={one.id} one={one} isNew={isNew(one)} /> : <Graded key={one.id} one={one} isNew={isNew(one)} isReplaced={gradesGiven(one.meetingId, all).at(-1)?.id !== one.id} />;
  return (
    <Section title={t('received')}>
      {unknown > 0 && <Banner icon="info">{t('unknown', { count: unknown })}</Banner>}
      {newest.length > 0 && <List boxed>{newest.slice(0, RECENT).map(row)}</List>}
      {newest.length > RECENT && <Disclosure summary={t('older', { count: newest.length - RECENT })}><List boxed>{newest.slice(RECENT).map(row)}</List></Disclosure>}
    </Section>
  );
}

/** A guidance to follow from a day on, or official wording: where it is read whole. */
function Guided({ one, isNew }: { one: Guidance; isNew: boolean }) {
  const t = useT('official');
  const basis = allProcedures().find(({ id, kind }) => kind === 'regular' && profileOf(id) === one.profile)?.basis ?? one.profile;
  const texts = Object.keys(one.wording).length;
  const by = t('by', { who: one.issuedBy.person || one.issuedBy.committee, at: formatMoment(one.issuedAt) });
  return (
    <ListRow
      href={texts > 0 && one.profile === null && one.frame === null ? '/cai-dat/loi-van' : '/cai-dat'}
      title={t(one.profile !== null || one.frame !== null ? 'guided' : 'worded', { date: formatDate(one.from), count: texts })}
      subtitle={
        <>
          {basis !== null && <span className="ui-stack">{basis}</span>}
          <span>{by}</span>
        </>
      }
      trailing={isNew && <Badge tone="danger">{t('new')}</Badge>}
    />
  );
}

/** What became of the cell itself: another name or superior from a day on, or what it went into. */
function Changed({ one, isNew }: { one: CellBody; isNew: boolean }) {
  const t = useT('official');
  const { name, superior, state, successors } = bodyOf(one);
  return (
    <ListRow
      {...(state === 'there' ? { href: '/cai-dat' } : {})}
      title={t(`body.${state}`, { date: formatDate(one.from) })}
      subtitle={
        <>
          <span className="ui-stack">{state === 'there' ? t('bodyHead', { name, superior }) : successors.length > 0 ? t('bodyKeptBy', { into: successors.join(', ') }) : t('bodyKept')}</span>
          <span>{t('by', { who: one.issuedBy.person || one.issuedBy.committee, at: formatMoment(one.issuedAt) })}</span>
        </>
      }
      trailing={isNew && <Badge tone="danger">{t('new')}</Badge>}
    />
  );
}

function Graded({ one, isNew, isReplaced }: { one: OfficialGrade; isNew: boolean; isReplaced: boolean }) {
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
