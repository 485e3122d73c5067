import { useEffect, useState } from 'react';
import { formatMoment, useT } from '@/i18n';
import { useBook, useCollection } from '@/storage';
import { loadSync, reasonKey, useSyncStatus, type QueuedSubmission } from '@/sync';
import { Banner, Button, Section, Spinner } from '@/ui';
import type { BlockProps } from '../meeting-context';
import { stepHref } from '../steps';
import { OfficialGrade } from './official';
import { KeepReceipt } from './submit-receipt';

type Engine = Awaited<ReturnType<typeof loadSync>>;

function State({ one, onRetry }: { one: QueuedSubmission; onRetry: () => void }) {
  const t = useT('meetingWork');
  const { phase } = useSyncStatus();
  if (one.state === 'received' && one.receipt) {
    const { number, receivedAt, hash } = one.receipt.receipt;
    return (
      <Banner tone="ok" icon="cloud-done" title={t('submit.received')}>
        <p>{t('submit.receipt', { number, moment: formatMoment(receivedAt) })}</p>
        <p className="ui-caption">{t(one.verified === true ? 'submit.verified' : 'submit.unverified')} {t('close.hash', { hash: hash.slice(0, 12) })}</p>
        <KeepReceipt receipt={one.receipt} />
      </Banner>
    );
  }
  if (one.state === 'refused' && one.refused) {
    return (
      <Banner tone="danger" title={t('submit.refused')} action={<Button icon="sync" onClick={onRetry}>{t('submit.retry')}</Button>}>
        <p>{t(reasonKey(one.refused.code))}</p>
        {one.refused.path && <p className="ui-caption">{t('submit.place', { path: one.refused.path })}</p>}
      </Banner>
    );
  }
  return (
    <Banner tone="info" icon="cloud-wait" title={t('submit.waiting')} action={<Button href="/gui-nhan">{t('submit.outbox')}</Button>}>
      {t(phase === 'none' ? 'submit.noServer' : phase === 'signedOut' ? 'submit.signedOut' : 'submit.safe')}
    </Banner>
  );
}

/** Where the record of this meeting stands on its way to the committee. */
export function SubmitBlock({ ctx, step }: BlockProps) {
  const t = useT('meetingWork');
  const book = useBook();
  const records = useCollection('submission');
  const [engine, setEngine] = useState<Engine | null>(null);
  useEffect(() => {
    let live = true;
    loadSync().then((loaded) => live && setEngine(() => loaded), () => undefined);
    return () => {
      live = false;
    };
  }, []);
  const mine = engine && records?.map(({ key, fields }) => engine.readSubmission(key, fields)).filter(({ meetingId }) => meetingId === ctx.id);
  const signing = ctx.procedure.phases.flatMap(({ steps }) => steps).find(({ blocks }) => blocks.includes('sign'));
  return (
    <Section title={t('submit.title')}>
      <p className="ui-muted">{t('submit.what')}</p>
      {!mine && <Spinner>{t('common:loading')}</Spinner>}
      {mine?.length === 0 && (
        <Banner tone="neutral" action={signing && <Button href={stepHref(ctx.id, signing.id)}>{t('submit.toClose')}</Button>}>{t('submit.notClosed')}</Banner>
      )}
      <OfficialGrade ctx={ctx} step={step} />
      {mine?.map((one) => <State key={one.id} one={one} onRetry={() => void engine?.retrySubmission(book, one.key)} />)}
    </Section>
  );
}
