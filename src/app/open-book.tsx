import { Suspense, useEffect, type MouseEvent } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { useT } from '@/i18n';
import { BookContext, useDirectory, useFields, type Saver } from '@/storage';
import { AppShell, Button, EmptyState, Spinner, Stack, ToastProvider, type IconName, type NavItem } from '@/ui';
import { ErrorBoundary } from './error-boundary';
import { HeaderStatus } from './header-status';
import { useIdleLock } from './idle-lock';
import { Notices } from './notices';
import { useOffline } from './offline';
import { rememberPlace } from './last-place';
import type { PageProps } from './page-props';
import { routes, type Place } from './routes';
import { connectSession, leaveTrial, lockEverywhere, syncNow, useSession } from './session';

const PLACES: readonly { place: Place; href: string; icon: IconName }[] = [
  { place: 'today', href: '/', icon: 'home' },
  { place: 'meetings', href: '/cuoc-hop', icon: 'meeting' },
  { place: 'members', href: '/dang-vien', icon: 'members' },
  { place: 'reports', href: '/bao-cao', icon: 'reports' },
  { place: 'more', href: '/them', icon: 'more' },
];

function usePlace(): { place: Place; wide: boolean } {
  const [path] = useLocation();
  const first = `/${path.split('/')[1] ?? ''}`;
  const route = routes.find((r) => r.path === path) ?? routes.find((r) => `/${r.path.split('/')[1] ?? ''}` === first);
  return { place: route?.place ?? 'today', wide: route?.wide ?? false };
}

function Shell({ saver }: { saver: Saver }) {
  const t = useT('app');
  const [path, navigate] = useLocation();
  const { place, wide } = usePlace();
  const cell = useFields('cell:cell');
  const { mode, connection } = useSession();
  const { ready } = useOffline();
  const inMeeting = useDirectory()?.some((entry) => entry.state === 'open') ?? false;
  useIdleLock(saver, inMeeting);
  useEffect(() => rememberPlace(saver.book, path), [saver, path]);
  const items: NavItem[] = PLACES.map(({ place: name, href, icon }) => ({ href, icon, label: t(`nav.${name}`) }));
  const go = (href: string, event: MouseEvent<HTMLElement>): void => {
    event.preventDefault();
    navigate(href);
    window.scrollTo(0, 0);
  };
  const props: PageProps = {
    offlineReady: ready,
    connected: connection !== null,
    mode,
    onSyncNow: syncNow,
    onConnect: connectSession,
    onLock: lockEverywhere,
    onLeaveTrial: leaveTrial,
  };
  return (
    <AppShell
      brand={typeof cell?.['name'] === 'string' && cell['name'] ? cell['name'] : t('brand')}
      status={<HeaderStatus />}
      items={items}
      current={PLACES.find((p) => p.place === place)?.href}
      navLabel={t('nav.label')}
      skipLabel={t('skip')}
      wide={wide}
      onNavigate={go}
    >
      <Stack>
        <Notices />
        <ErrorBoundary place={path} words={{ title: t('crash.title'), text: t('crash.text'), again: t('crash.again') }}>
          <Suspense fallback={<Spinner>{t('loading')}</Spinner>}>
            <Switch>
              {routes.map(({ path: pattern, Page }) => (
                <Route key={pattern} path={pattern}>
                  <Page {...props} />
                </Route>
              ))}
              <Route>
                <EmptyState icon="search" level={1} title={t('notFound.title')} action={<Button href="/">{t('notFound.home')}</Button>}>
                  {t('notFound.text')}
                </EmptyState>
              </Route>
            </Switch>
          </Suspense>
        </ErrorBoundary>
      </Stack>
    </AppShell>
  );
}

/** The unlocked book: five places, their pages, and what the app says above them. */
export function OpenBook({ saver }: { saver: Saver }) {
  const t = useT('app');
  return (
    <BookContext.Provider value={saver}>
      <ToastProvider closeLabel={t('closeToast')}>
        <Shell saver={saver} />
      </ToastProvider>
    </BookContext.Provider>
  );
}
