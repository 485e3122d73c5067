import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { UnlockPage } from '@/features/unlock';
import { loadNamespaces, useT } from '@/i18n';
import { EmptyState, Spinner } from '@/ui';
import { ErrorBoundary } from './error-boundary';
import { OpenBook } from './open-book';
import { havePacks } from './packs';
import { loadFirstPages } from './routes';
import { createSession, leaveTrial, startSession, unlockSession, useSession } from './session';
import type { RestoreWay } from './restore';
import { whenIdle } from './when-idle';

const Welcome = lazy(async () => {
  const [module] = await Promise.all([import('@/features/welcome'), loadNamespaces(['welcome', 'errors'])]);
  return { default: module.WelcomePage };
});
const ShutOut = lazy(async () => ({ default: (await import('./shut-out')).ShutOut }));
const Restore = lazy(async () => {
  const [module] = await Promise.all([import('./restore'), loadNamespaces(['backup', 'errors'])]);
  return { default: module.Restore };
});
const Passkey = lazy<() => ReactNode>(() =>
  Promise.all([import('./passkey'), loadNamespaces(['passkey', 'errors'])])
    .then(([module]) => ({ default: module.Passkey }))
    // The passcode's field must be there whatever becomes of this.
    .catch(() => ({ default: () => null })),
);
const Committee = lazy(async () => {
  const [module] = await Promise.all([import('@/features/committee'), loadNamespaces(['committee', 'errors']), havePacks()]);
  return { default: module.CommitteeApp };
});

function Book() {
  const t = useT('app');
  const { phase, saver, mode, blocked } = useSession();
  const [restoring, setRestoring] = useState<RestoreWay | null>(null);
  useEffect(() => {
    const look = (): void => void startSession();
    if (phase === 'starting') look();
    else whenIdle(look);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once
  }, []);
  useEffect(() => {
    // A failure says nothing here: the page itself loads them again, and tells.
    if (phase === 'locked') whenIdle(() => void loadFirstPages().catch(() => undefined));
  }, [phase]);
  const trouble = blocked ? 'blocked' : phase;
  switch (trouble) {
    case 'starting':
      return null;
    case 'blocked':
    case 'broken':
      return (
        <main className="ui-main">
          <EmptyState icon="warning" level={1} title={t(`${trouble}.title`)} role="alert">{t(`${trouble}.text`)}</EmptyState>
        </main>
      );
    case 'shutOut':
      return <ShutOut />;
    case 'welcome':
      if (restoring) return <Restore way={restoring} onBack={() => setRestoring(null)} />;
      return <Welcome onCreate={createSession} onRestore={setRestoring} />;
    case 'locked':
      return (
        <UnlockPage
          mode={mode}
          onUnlock={unlockSession}
          first={mode === 'real' && localStorage.getItem('so-chi-bo.passkey') && <Suspense fallback={<div className="ui-large" />}><Passkey /></Suspense>}
          onOther={mode === 'trial' ? () => void leaveTrial(false) : undefined}
        />
      );
    case 'open':
      return saver && <OpenBook saver={saver} />;
  }
}

/** The whole app: the committee's pages, which open no book, or the secretary's book. */
export function App() {
  const t = useT('app');
  const [path] = useLocation();
  return (
    <ErrorBoundary whole place={path} words={{ title: t('crash.title'), text: t('crash.text'), again: t('crash.again') }}>
      <Suspense fallback={<Spinner>{t('loading')}</Spinner>}>{path.startsWith('/cap-uy') ? <Committee /> : <Book />}</Suspense>
    </ErrorBoundary>
  );
}
