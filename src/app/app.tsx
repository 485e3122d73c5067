import { lazy, Suspense, useEffect } from 'react';
import { useLocation } from 'wouter';
import { loadNamespaces, useT } from '@/i18n';
import { Banner, Spinner } from '@/ui';
import { OpenBook } from './open-book';
import { havePacks } from './packs';
import { createSession, leaveTrial, startSession, unlockSession, useSession } from './session';

const Unlock = lazy(async () => {
  const [module] = await Promise.all([import('@/features/unlock'), loadNamespaces(['unlock'])]);
  return { default: module.UnlockPage };
});
const Welcome = lazy(async () => {
  const [module] = await Promise.all([import('@/features/welcome'), loadNamespaces(['welcome', 'errors'])]);
  return { default: module.WelcomePage };
});
const Committee = lazy(async () => {
  const [module] = await Promise.all([import('@/features/committee'), loadNamespaces(['committee', 'errors']), havePacks()]);
  return { default: module.CommitteeApp };
});

function Book() {
  const t = useT('app');
  const { phase, saver, mode } = useSession();
  useEffect(() => void startSession(), []);
  switch (phase) {
    case 'starting':
      return null;
    case 'broken':
      return <Banner tone="danger" title={t('broken.title')}>{t('broken.text')}</Banner>;
    case 'welcome':
      return <Welcome onCreate={createSession} />;
    case 'locked':
      return <Unlock mode={mode} onUnlock={unlockSession} {...(mode === 'trial' ? { onOther: () => void leaveTrial(false) } : {})} />;
    case 'open':
      return saver && <OpenBook saver={saver} />;
  }
}

/** The whole app: the committee's pages, which open no book, or the secretary's book. */
export function App() {
  const t = useT('app');
  const [path] = useLocation();
  return <Suspense fallback={<Spinner>{t('loading')}</Spinner>}>{path.startsWith('/cap-uy') ? <Committee /> : <Book />}</Suspense>;
}
