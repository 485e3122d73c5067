import { useMemo, useState } from 'react';
import { useSearch } from 'wouter';
import { branchOf, clusterOn, meets, type Placed } from '@/domain';
import { formatMoment, useT } from '@/i18n';
import type { CodesAnswer } from '@/sync/committee';
import { Banner, Button, Field, PageHeader, Select, Spinner, Stack } from '@/ui';
import { call, type Reason } from '../calls';
import { useDesk, useHeadingFocus } from '../desk';
import { Failure } from '../failure';
import { Slips } from './slips';
import { useBodies, type Bodies } from './use-bodies';

/** The cells without a device in a branch or a cluster. */
function waiting({ today, answer }: Bodies, branch: string, cluster: string): Placed[] {
  return branchOf(today, branch || (today.root ?? '')).filter(({ body }) => meets(body.kind) && (answer.devices[body.id] ?? 0) === 0 && (cluster === '' || clusterOn(today, body.id) === cluster));
}

function Choice({ bodies, onCodes }: { bodies: Bodies; onCodes: (codes: CodesAnswer['codes']) => void }) {
  const t = useT('organisation');
  const { onLost } = useDesk();
  const [branch, setBranch] = useState(new URLSearchParams(useSearch()).get('duoi') ?? '');
  const [cluster, setCluster] = useState('');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Reason | null>(null);
  const all = [...bodies.today.placed.values()];
  const cells = useMemo(() => waiting(bodies, branch, cluster), [bodies, branch, cluster]);
  const clusters = [...new Set(all.map(({ period }) => period.cluster).filter(Boolean))].sort((a, b) => a.localeCompare(b, 'vi', { numeric: true }));
  const make = async (): Promise<void> => {
    setBusy(true);
    const answer = await call((client) => client.newCodes(cells.map(({ body }) => body.id)));
    setBusy(false);
    if (answer.ok) onCodes(answer.value.codes);
    else if (answer.reason === 'unauthorized') onLost();
    else setFailed(answer.reason);
  };
  return (
    <Stack gap={5} className="cm-narrow">
      <p>{t('codes.lead')}</p>
      <Field label={t('codes.branch')}>
        <Select value={branch} onValue={setBranch}>
          <option value="">{t('codes.all')}</option>
          {all.filter(({ body, period }) => !meets(body.kind) && period.superior !== null).map(({ body, period }) => <option key={body.id} value={body.id}>{period.name}</option>)}
        </Select>
      </Field>
      {clusters.length > 0 && (
        <Field label={t('field.cluster')}>
          <Select value={cluster} onValue={setCluster}>
            <option value="">{t('allClusters')}</option>
            {clusters.map((one) => <option key={one} value={one}>{one}</option>)}
          </Select>
        </Field>
      )}
      <p className="ui-strong" role="status">{t('codes.count', { count: cells.length })}</p>
      {failed && <Failure reason={failed} />}
      <Button size="large" variant="primary" icon="key" busy={busy} disabled={cells.length === 0} onClick={() => void make()}>{t('codes.make')}</Button>
    </Stack>
  );
}

/** `/cap-uy/to-chuc/ma`: activation codes for many cells, each on a slip of paper. Shown once: they are nowhere when the page is left. */
export function CodesPage() {
  const t = useT('organisation');
  const words = useT('committee');
  const { bodies, failed, reload } = useBodies();
  const [codes, setCodes] = useState<CodesAnswer['codes'] | null>(null);
  useHeadingFocus(true);
  return (
    <div className={codes ? 'cm-slips-page' : undefined}>
      <PageHeader className="ui-no-print" title={t('codes.title')} back={{ label: t('back'), href: '/cap-uy/to-chuc' }} />
      {failed && <Failure reason={failed} onRetry={reload} />}
      {!bodies ? !failed && <Spinner className="cm-wait">{words('loading')}</Spinner> : codes ? (
        <Stack gap={5}>
          <Banner tone="warn" className="ui-no-print" title={t('codes.once', { count: codes.length })}><p>{t('codes.onceText', { at: codes[0] ? formatMoment(codes[0].expiresAt) : '' })}</p></Banner>
          <div className="ui-row ui-no-print"><Button size="large" variant="primary" icon="print" onClick={() => window.print()}>{t('codes.print')}</Button></div>
          <Slips codes={codes} tree={bodies.today} />
        </Stack>
      ) : (
        <Choice bodies={bodies} onCodes={setCodes} />
      )}
    </div>
  );
}
