import { useState } from 'react';
import { BEGINNING, bodiesAbove, clusterOn, letterheadOn, meets, periodOn, treeOn, type Period, type Placed } from '@/domain';
import { formatDate, useRecordT, useT } from '@/i18n';
import { Banner, Button, Card, DefinitionList, EmptyState, List, ListRow, PageHeader, Section, Spinner, Stack, useToast } from '@/ui';
import { useHeadingFocus, useMay } from '../desk';
import { Failure } from '../failure';
import type { ActKind } from './act-draft';
import { ActSheet } from './act-sheet';
import { History } from './history';
import { useBodies, type Bodies } from './use-bodies';

function Facts({ on, bodies }: { on: Placed; bodies: Bodies }) {
  const t = useT('organisation');
  const said = useRecordT('organisation');
  const { body, period } = on;
  const { today, answer } = bodies;
  // As the server heads documents: an organisation speaks by its committee.
  const head = letterheadOn(today, body.id, (name) => (name.startsWith(`${said('speaks.organisation')} `) ? name.replace(said('speaks.organisation'), said('speaks.committee')) : name));
  const above = bodiesAbove(today, body.id)[0];
  const items = [
    { term: t('field.kind'), value: t(`kind.${body.kind}`) },
    { term: t('field.code'), value: body.code },
    ...(above ? [{ term: t('field.superior'), value: <a href={`/cap-uy/to-chuc/${above.body.id}`}>{above.period.name}</a> }] : []),
    { term: t('field.cluster'), value: clusterOn(today, body.id) || t('nothing') },
    ...(meets(body.kind) ? [{ term: t('field.letterhead'), value: head?.superior || t('nothing') }] : []),
    { term: t('field.placeName'), value: head?.placeName || t('nothing') },
    { term: t('field.term'), value: period.term || t('nothing') },
    ...(meets(body.kind) ? [{ term: t('devices'), value: t('devicesOf', { count: answer.devices[body.id] ?? 0 }) }] : []),
  ];
  return <Card><DefinitionList items={items} /></Card>;
}

function Acts({ on, onAct }: { on: Placed; onAct: (act: ActKind) => void }) {
  const t = useT('organisation');
  const isRoot = on.period.superior === null;
  const acts: ActKind[] = [...(meets(on.body.kind) ? [] : ['add' as const]), 'amend', ...(isRoot ? [] : (['move', 'merge', 'split', 'end'] as const))];
  return (
    <div className="ui-row">
      {acts.map((act) => <Button key={act} icon={act === 'add' ? 'plus' : act === 'amend' ? 'edit' : undefined} onClick={() => onAct(act)}>{t(`act.${act}`)}</Button>)}
      {!meets(on.body.kind) && <Button icon="print" href={`/cap-uy/to-chuc/ma?duoi=${on.body.id}`}>{t('codes.title')}</Button>}
    </div>
  );
}

function Ended({ period, bodies }: { period: Period; bodies: Bodies }) {
  const t = useT('organisation');
  const names = period.successors.map((id) => ({ id, name: bodies.history.periods.findLast(({ body }) => body === id)?.name ?? '' }));
  return (
    <Banner icon="info" title={t('ended', { date: formatDate(period.from) })}>
      <p>{t('endedKept')}</p>
      {names.length > 0 && <p>{names.map(({ id, name }) => <a key={id} href={`/cap-uy/to-chuc/${id}`}>{t('endedInto', { name })}</a>)}</p>}
    </Banner>
  );
}

/** One body: how it stands, what stands beneath it, its history, and what may be done to it. */
function Content({ id, bodies, reload }: { id: string; bodies: Bodies; reload: () => void }) {
  const t = useT('organisation');
  const toast = useToast();
  const mayChange = useMay('administer');
  const [act, setAct] = useState<{ act: ActKind; newId: string } | null>(null);
  const { today, history } = bodies;
  const on = today.placed.get(id);
  const last = periodOn(history.periods.filter(({ body }) => body === id), today.day);
  const made = (): void => {
    setAct(null);
    toast({ text: t('made') });
    reload();
  };
  return (
    <Stack gap={6}>
      {last?.ended && <Ended period={last} bodies={bodies} />}
      {on && <Facts on={on} bodies={bodies} />}
      {on && mayChange && <Acts on={on} onAct={(kind) => setAct({ act: kind, newId: crypto.randomUUID() })} />}
      {on && on.beneath.length > 0 && (
        <Section title={t('beneath', { count: on.beneath.length })}>
          <List boxed>
            {on.beneath.map((child) => today.placed.get(child)!).map(({ body, period }) => (
              <ListRow key={body.id} href={`/cap-uy/to-chuc/${body.id}`} title={period.name} subtitle={[t(`kind.${body.kind}`), body.code, period.cluster].filter(Boolean).join(' · ')} />
            ))}
          </List>
        </Section>
      )}
      <History id={id} bodies={bodies} />
      {on && act && <ActSheet key={act.newId} act={act.act} on={on} bodies={bodies} newId={act.newId} onMade={made} onClose={() => setAct(null)} />}
    </Stack>
  );
}

/** `/cap-uy/to-chuc/:id`. */
export function BodyPage({ id }: { id: string }) {
  const t = useT('organisation');
  const words = useT('committee');
  const { bodies, failed, reload } = useBodies();
  useHeadingFocus(true);
  const known = bodies?.history.periods.filter(({ body }) => body === id) ?? [];
  const now = bodies && (periodOn(known, bodies.today.day) ?? known[0]);
  const above = bodies && now ? bodiesAbove(treeOn(bodies.history, now.ended ? BEGINNING : bodies.today.day), id) : [];
  const title = <PageHeader title={now?.name ?? t('title')} subtitle={[...above].reverse().map(({ period }) => period.name).join(' › ') || undefined} back={{ label: t('back'), href: '/cap-uy/to-chuc' }} />;
  if (!bodies) return <>{title}{failed ? <Failure reason={failed} onRetry={reload} /> : <Spinner className="cm-wait">{words('loading')}</Spinner>}</>;
  if (!now) return <>{title}<EmptyState icon="search" title={t('unknown')} /></>;
  return (
    <>
      {title}
      {failed && <Failure reason={failed} onRetry={reload} />}
      <Content id={id} bodies={bodies} reload={reload} />
    </>
  );
}
