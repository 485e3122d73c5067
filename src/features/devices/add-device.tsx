import { lazy, Suspense, useEffect, useState } from 'react';
import { formatClock, useT } from '@/i18n';
import { useBook } from '@/storage';
import { loadSync, reasonKey, type Connection, type Failure } from '@/sync';
import { Banner, Button, Card, Section } from '@/ui';

const QrCode = lazy(() => import('@/ui/qr-code').then(({ QrCode: code }) => ({ default: code })));

interface Invitation {
  readonly code: string;
  readonly expiresAt: string;
}

/** Shows a joining code large and as a picture, with the time it still has. The code opens the cell's book: it is shown on demand only. */
export function AddDevice({ connection, onSyncNow, onJoined }: { connection: Connection; onSyncNow: () => Promise<void>; onJoined: () => void }) {
  const t = useT('devices');
  const book = useBook();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Failure | null>(null);
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const make = async (): Promise<void> => {
    setBusy(true);
    setFailed(null);
    // The new device finds the whole book waiting, not what was written up to the last run.
    await onSyncNow();
    const { invite, ApiError } = await loadSync();
    await invite(book, connection)
      .then(setInvitation, (error: unknown) => setFailed(error instanceof ApiError ? error.reason : 'unknown'))
      .finally(() => setBusy(false));
  };
  const close = (): void => {
    setInvitation(null);
    onJoined();
  };
  return (
    <Section title={t('add.title')}>
      {invitation ? (
        <Shown invitation={invitation} onAgain={() => void make()} onClose={close} busy={busy} />
      ) : (
        <>
          <p>{t('add.text')}</p>
          {failed && <Banner tone="danger" title={t('add.failed')}>{t(reasonKey(failed))}</Banner>}
          <Button variant="primary" size="large" icon="qr" block busy={busy} onClick={() => void make()}>{t(busy ? 'add.making' : 'add.button')}</Button>
        </>
      )}
      {failed && invitation && <Banner tone="danger" title={t('add.failed')}>{t(reasonKey(failed))}</Banner>}
    </Section>
  );
}

function Shown({ invitation: { code, expiresAt }, onAgain, onClose, busy }: { invitation: Invitation; onAgain: () => void; onClose: () => void; busy: boolean }) {
  const t = useT('devices');
  const left = useSecondsUntil(expiresAt);
  if (left <= 0) {
    return (
      <>
        <Banner tone="warn" icon="clock">{t('add.expired')}</Banner>
        <Button variant="primary" size="large" icon="qr" block busy={busy} onClick={onAgain}>{t('add.again')}</Button>
      </>
    );
  }
  return (
    <Card marked aria-label={t('add.code')}>
      <ol>
        <li>{t('add.step1')}</li>
        <li>{t('add.step2')}</li>
        <li>{t('add.step3')}</li>
      </ol>
      <p className="ui-h1 ui-strong ui-num" translate="no">
        {/* Each group stays whole when the line breaks. */}
        {(code.match(/[^-]+-?/g) ?? []).map((group) => (
          <span key={group} style={{ display: 'inline-block', letterSpacing: '0.06em' }}>{group}</span>
        ))}
      </p>
      <Suspense>
        <QrCode text={code} label={t('add.qr')} />
      </Suspense>
      <p role="timer" className="ui-num ui-strong">{t('add.left', { time: formatClock(left) })}</p>
      <p className="ui-muted">{t('add.secret')}</p>
      <Button block onClick={onClose}>{t('add.close')}</Button>
    </Card>
  );
}

/** Whole seconds until a moment of the server's clock, by this device's. */
function useSecondsUntil(moment: string): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((Date.parse(moment) - now) / 1000));
}
