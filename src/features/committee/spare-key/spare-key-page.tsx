import { useState } from 'react';
import { formatMoment, useT } from '@/i18n';
import { Button, Card, ConfirmDialog, PageHeader, Spinner, Stack, useToast } from '@/ui';
import type { Reason } from '../calls';
import { useDesk, useHeadingFocus } from '../desk';
import { Failure } from '../failure';
import { useLoad } from '../use-load';
import { ask, type Vault } from './ask';
import { Cells } from './cells';
import { MakeKey } from './make-key';

const read = async (): ReturnType<Vault['readEscrow']> => (await import('@/sync/committee-escrow')).readEscrow();

/** `/cap-uy/khoa-du-phong`: the committee's spare key, the cells that have agreed to it, and a cell rescued with it. */
export function SpareKeyPage() {
  const t = useT('committee');
  const toast = useToast();
  const { me, onLost } = useDesk();
  const { value, failed, reload } = useLoad('spare-key', 'all', read);
  const [making, setMaking] = useState(false);
  const [asking, setAsking] = useState<'replace' | 'end' | null>(null);
  const [problem, setProblem] = useState<Reason | null>(null);
  useHeadingFocus(true);
  const title = <PageHeader className="ui-no-print" title={t('spare.title')} subtitle={t('spare.lead')} back={{ label: t('toOverview'), href: '/cap-uy' }} />;
  if (!value || !me) return <>{title}{failed ? <Failure reason={failed} onRetry={reload} /> : <Spinner className="cm-wait">{t('loading')}</Spinner>}</>;
  const done = (text: string): void => {
    setMaking(false);
    toast({ text });
    reload();
  };
  if (making) return <>{title}<MakeKey committee={me} onDone={() => done(t('spare.made'))} onCancel={() => setMaking(false)} /></>;
  const confirmed = async (): Promise<void> => {
    if (asking === 'replace') setMaking(true);
    else {
      const answer = await ask((vault) => vault.endEscrowKey());
      if (answer.ok) done(t('spare.ended'));
      else if (answer.reason === 'unauthorized') onLost();
      else setProblem(answer.reason);
    }
    setAsking(null);
  };
  return (
    <>
      {title}
      <Stack gap={5}>
        {failed && <Failure reason={failed} onRetry={reload} />}
        {problem && <Failure title={t('spare.failed')} reason={problem} />}
        {value.key ? (
          <>
            <Card className="cm-summary" title={t('spare.letters')}>
              <p className="ui-h1 ui-strong ui-num cm-code" translate="no">{value.letters}</p>
              <p>{t('spare.lettersUse')}</p>
              <p className="ui-muted">{t('spare.since', { at: formatMoment(value.key.madeAt) })}</p>
              <div className="ui-row ui-no-print">
                <Button onClick={() => setAsking('replace')}>{t('spare.replace')}</Button>
                <Button onClick={() => setAsking('end')}>{t('spare.end')}</Button>
              </div>
            </Card>
            <Cells cells={value.cells} />
          </>
        ) : (
          <Card title={t('spare.none')}>
            <ul className="cm-list">
              {['what', 'agree', 'reads', 'paper'].map((point) => <li key={point}>{t(`spare.point.${point}`)}</li>)}
            </ul>
            <Button variant="primary" size="large" icon="key" onClick={() => setMaking(true)}>{t('spare.make')}</Button>
          </Card>
        )}
      </Stack>
      <ConfirmDialog open={asking !== null} danger title={t(`spare.${asking ?? 'end'}Title`)} confirmLabel={t(`spare.${asking ?? 'end'}`)} cancelLabel={t('common:cancel')} onConfirm={() => void confirmed()} onCancel={() => setAsking(null)}>
        <p>{t(`spare.${asking ?? 'end'}Text`)}</p>
      </ConfirmDialog>
    </>
  );
}
