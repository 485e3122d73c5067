import { useEffect, useState } from 'react';
import { saveFile } from '@/documents';
import { formatMoment, useT } from '@/i18n';
import { useBook, useFields } from '@/storage';
import { loadSync, reasonKey, useSyncStatus, type QueuedSubmission } from '@/sync';
import { Banner, Button, Row, Section } from '@/ui';
import type { ReportView } from './use-report';

type Engine = Awaited<ReturnType<typeof loadSync>>;

/** [SUB-7] A server that does not know reports yet refuses them by the body's type. */
const isTooOld = (code: string, path: string | undefined): boolean => code === 'invalid' && path === 'body.type';

/** [RCPT-1] Keeps the receipt as a small file. */
async function keep(receipt: NonNullable<QueuedSubmission['receipt']>): Promise<void> {
  const { receiptText } = await import('@/sync/receipt-file');
  saveFile(new File([receiptText(receipt)], `bien-nhan-so-${receipt.receipt.number}.json`, { type: 'application/json' }));
}

/** Where a closed report stands on its way to the committee, and the receipt. */
export function Sent({ view: { report } }: { view: ReportView }) {
  const t = useT('report');
  const book = useBook();
  const { phase } = useSyncStatus();
  const key = `submission:${report.submissionId ?? 'none'}` as const;
  const fields = useFields(key);
  const [engine, setEngine] = useState<Engine | null>(null);
  useEffect(() => {
    let live = true;
    loadSync().then((loaded) => live && setEngine(() => loaded), () => undefined);
    return () => {
      live = false;
    };
  }, []);
  if (!engine || !fields) return null;
  const { state, receipt, verified, refused } = engine.readSubmission(key, fields);
  return (
    <Section title={t('sent.title')}>
      {state === 'received' && receipt ? (
        <Banner tone="ok" icon="cloud-done" title={t('sent.received')}>
          <p>{t('sent.receipt', { number: receipt.receipt.number, moment: formatMoment(receipt.receipt.receivedAt) })}</p>
          <p className="ui-caption">{t(verified === true ? 'sent.verified' : 'sent.unverified')} {t('sent.hash', { hash: receipt.receipt.hash.slice(0, 12) })}</p>
          <Row>
            <Button icon="download" onClick={() => void keep(receipt)}>{t('sent.keep')}</Button>
            <Button icon="shield" href="/kiem-tra">{t('sent.check')}</Button>
          </Row>
        </Banner>
      ) : state === 'refused' && refused ? (
        <Banner tone="danger" title={t('sent.refused')} action={<Button icon="sync" onClick={() => void engine.retrySubmission(book, key)}>{t('sent.retry')}</Button>}>
          <p>{t(isTooOld(refused.code, refused.path) ? 'sent.serverOld' : reasonKey(refused.code))}</p>
        </Banner>
      ) : (
        <Banner tone="info" icon="cloud-wait" title={t('sent.waiting')} action={<Button href="/gui-nhan">{t('sent.outbox')}</Button>}>
          {t(phase === 'none' ? 'sent.noServer' : phase === 'signedOut' ? 'sent.signedOut' : 'sent.safe')}
        </Banner>
      )}
    </Section>
  );
}
