import { useMemo, useState } from 'react';
import { BODY_KINDS, treeOn, type BodyTree } from '@/domain';
import { formatNumber, useT } from '@/i18n';
import { Button, DateInput, Field, PageHeader, Select, Spinner, Stack, TextInput } from '@/ui';
import { useHeadingFocus } from '../desk';
import { Failure } from '../failure';
import { Tree } from './tree';
import { useBodies, type Bodies } from './use-bodies';

function Counts({ tree }: { tree: BodyTree }) {
  const t = useT('organisation');
  const all = [...tree.placed.values()];
  const counted = BODY_KINDS.map((kind) => ({ kind, count: all.filter(({ body }) => body.kind === kind).length })).filter(({ count }) => count > 0);
  return (
    <dl className="cm-counts ui-num">
      {counted.map(({ kind, count }) => (
        <div key={kind}>
          <dt className="ui-muted">{t(`kind.${kind}`)}</dt>
          <dd className="ui-strong">{formatNumber(count)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Content({ bodies }: { bodies: Bodies }) {
  const t = useT('organisation');
  const { answer, history, today } = bodies;
  const [query, setQuery] = useState('');
  const [cluster, setCluster] = useState('');
  const [day, setDay] = useState(answer.today);
  const tree = useMemo(() => (day === answer.today || day === '' ? today : treeOn(history, day)), [day, answer, history, today]);
  const clusters = useMemo(() => [...new Set([...tree.placed.values()].map(({ period }) => period.cluster).filter(Boolean))].sort((a, b) => a.localeCompare(b, 'vi', { numeric: true })), [tree]);
  return (
    <Stack gap={5}>
      <Counts tree={tree} />
      <div className="cm-controls">
        <Field label={t('search')}><TextInput type="search" autoComplete="off" value={query} onValue={setQuery} /></Field>
        {clusters.length > 0 && (
          <Field label={t('field.cluster')}>
            <Select value={cluster} onValue={setCluster}>
              <option value="">{t('allClusters')}</option>
              {clusters.map((one) => <option key={one} value={one}>{one}</option>)}
            </Select>
          </Field>
        )}
        <Field label={t('onDay')}><DateInput value={day} max={answer.today} onValue={setDay} /></Field>
      </div>
      <Tree tree={tree} query={query} cluster={cluster} />
      <div className="ui-row">
        <Button icon="print" href="/cap-uy/to-chuc/ma">{t('codes.title')}</Button>
      </div>
    </Stack>
  );
}

/** `/cap-uy/to-chuc`: the committee's organisation as a tree, of today or of a day. */
export function OrganisationPage() {
  const t = useT('organisation');
  const words = useT('committee');
  const { bodies, failed, reload } = useBodies();
  useHeadingFocus(true);
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('lead')} back={{ label: words('toOverview'), href: '/cap-uy' }} />
      {failed && <Failure reason={failed} onRetry={reload} />}
      {bodies ? <Content bodies={bodies} /> : !failed && <Spinner className="cm-wait">{words('loading')}</Spinner>}
    </>
  );
}
