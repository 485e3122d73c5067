import { lazy, Suspense, useCallback, useEffect, useMemo, useState, type Dispatch, type MouseEvent, type SetStateAction } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { loadNamespaces, useT } from '@/i18n';
import type { MeAnswer } from '@/sync/committee';
import { AppShell, Button, EmptyState, ToastProvider } from '@/ui';
import { call, setConfirmer } from './calls';
import { PLAIN_VIEW } from './cells';
import './committee.css';
import { DeskContext, type Desk, type Kept } from './desk';
import { OverviewPage } from './overview-page';
import { RecordPage } from './record-page';
import { SignInPage } from './sign-in-page';
import { SignOut } from './sign-out';

const persons = async <K extends keyof typeof import('./persons')>(name: K): Promise<{ default: (typeof import('./persons'))[K] }> => {
  const [module] = await Promise.all([import('./persons'), loadNamespaces(['persons'])]);
  return { default: module[name] };
};
const OwnPage = lazy(() => persons('OwnPage'));
const PersonsPage = lazy(() => persons('PersonsPage'));
const ActsPage = lazy(() => persons('ActsPage'));
const SignInForm = lazy(() => persons('SignInForm'));
const Confirm = lazy(() => persons('Confirm'));

const SpareKeyPage = lazy(() => import('./spare-key').then(({ SpareKeyPage: page }) => ({ default: page })));
const GuidancePage = lazy(async () => {
  const [{ GuidancePage: page }] = await Promise.all([import('./guidance'), loadNamespaces(['guidance'])]);
  return { default: page };
});

const inOrganisation = <K extends keyof typeof import('./organisation')>(name: K) =>
  lazy(async () => {
    const [pages] = await Promise.all([import('./organisation'), loadNamespaces(['organisation'])]);
    return { default: pages[name] };
  });
const OrganisationPage = inOrganisation('OrganisationPage');
const CodesPage = inOrganisation('CodesPage');
const BodyPage = inOrganisation('BodyPage');

/** `unsure`: the server has not said (no line, or not yet); the pages ask for themselves. `out`: nobody is signed in here. */
type Session = { readonly state: 'unsure' | Out } | { readonly state: 'in'; readonly me: MeAnswer };

type Out = 'out' | 'lost' | 'left';

const SIGN_IN = '/cap-uy/vao';

function useSession(): { session: Session; setSession: Dispatch<SetStateAction<Session>> } {
  const [path] = useLocation();
  const [session, setSession] = useState<Session>({ state: 'unsure' });
  // Asked again with every page until the server has said: the line may have been cut.
  const ask = session.state === 'unsure' && path !== SIGN_IN;
  useEffect(() => {
    if (!ask) return;
    void call((client) => client.me()).then((answer) => {
      // A sign-out meanwhile is not undone by a late answer.
      setSession((now) => (now.state !== 'unsure' ? now : answer.ok ? { state: 'in', me: answer.value } : answer.reason === 'unauthorized' ? { state: 'out' } : now));
    });
  }, [ask, path]);
  return { session, setSession };
}

function SignedOut({ why, onMe }: { why: Out; onMe: (me: MeAnswer) => void }) {
  const t = useT('committee');
  return (
    <div className="cm-sign-in">
      <EmptyState icon={why === 'out' ? 'key' : 'lock'} level={1} title={why === 'out' ? t('signIn.title') : t(`signedOut.${why}`)}>
        <p>{why === 'out' ? t('signIn.how') : t(`signedOut.${why}Text`)}</p>
      </EmptyState>
      <Suspense><SignInForm onMe={onMe} /></Suspense>
    </div>
  );
}

function NoPage() {
  const t = useT('committee');
  return (
    <EmptyState icon="search" level={1} title={t('notFound.title')} action={<Button href="/cap-uy">{t('toOverview')}</Button>}>
      <p>{t('notFound.text')}</p>
    </EmptyState>
  );
}

/** The committee's pages: signing in by a link, the month of all cells, a record whole. They open no book. */
export function CommitteeApp() {
  const t = useT('committee');
  const [path, navigate] = useLocation();
  const { session, setSession } = useSession();
  const [kept, setKept] = useState(() => new Map<string, Kept>());
  const [view, onView] = useState(PLAIN_VIEW);
  const [moved, setMoved] = useState(false);
  const [confirming, setConfirming] = useState<((done: boolean) => void) | null>(null);
  useEffect(() => {
    setConfirmer(() => new Promise<boolean>((done) => setConfirming(() => done)));
    return () => setConfirmer(null);
  }, []);
  const leave = useCallback(
    (why: 'lost' | 'left'): void => {
      setKept(new Map());
      onView(PLAIN_VIEW);
      // Only who was in can have lost the session.
      setSession((now) => ({ state: why === 'left' || now.state === 'in' ? why : 'out' }));
    },
    [setSession],
  );
  const me = session.state === 'in' ? session.me.committee : null;
  const who = session.state === 'in' ? session.me : null;
  const onChanged = useCallback(() => void call((client) => client.me()).then((answer) => answer.ok && setSession({ state: 'in', me: answer.value })), [setSession]);
  const desk = useMemo<Desk>(() => ({ kept, me, who, onChanged, onLost: () => leave('lost'), view, onView, moved }), [kept, me, who, onChanged, leave, view, moved]);
  const onMe = useCallback((me: MeAnswer) => setSession({ state: 'in', me }), [setSession]);
  const go = (href: string, event: MouseEvent<HTMLElement>): void => {
    event.preventDefault();
    setMoved(true);
    navigate(href);
    window.scrollTo(0, 0);
  };
  const out = session.state === 'in' || session.state === 'unsure' ? null : session.state;
  return (
    <ToastProvider closeLabel={t('app:closeToast')}>
      <AppShell
        brand={<a className="cm-brand" href="/cap-uy">{session.state === 'in' ? session.me.committee.name : t('brand')}</a>}
        status={who && <SignOut onLeft={() => leave('left')} onLost={() => leave('lost')} />}
        navLabel={t('app:nav.label')}
        skipLabel={t('app:skip')}
        wide
        onNavigate={go}
      >
        {/* On paper the top bar is left out: this says whose it is. */}
        <p className="cm-print-only ui-muted">{session.state === 'in' ? session.me.committee.name : t('brand')}</p>
        <DeskContext.Provider value={desk}>
          {out && path !== SIGN_IN ? (
            <SignedOut why={out} onMe={onMe} />
          ) : who?.person.state === 'invited' ? (
            <Suspense><OwnPage /></Suspense>
          ) : (
            <Switch>
              <Route path="/cap-uy"><OverviewPage /></Route>
              <Route path="/cap-uy/khoa-du-phong"><Suspense><SpareKeyPage /></Suspense></Route>
              <Route path="/cap-uy/toi"><Suspense><OwnPage /></Suspense></Route>
              <Route path="/cap-uy/tai-khoan"><Suspense><PersonsPage /></Suspense></Route>
              <Route path="/cap-uy/tai-khoan/nhat-ky"><Suspense><ActsPage /></Suspense></Route>
              <Route path="/cap-uy/huong-dan"><Suspense><GuidancePage /></Suspense></Route>
              <Route path="/cap-uy/to-chuc"><Suspense><OrganisationPage /></Suspense></Route>
              <Route path="/cap-uy/to-chuc/ma"><Suspense><CodesPage /></Suspense></Route>
              <Route path="/cap-uy/to-chuc/:id">{({ id }) => <Suspense key={id}><BodyPage id={id} /></Suspense>}</Route>
              <Route path={SIGN_IN}><SignInPage onMe={onMe} /></Route>
              <Route path="/cap-uy/ho-so/:id">{({ id }) => <RecordPage key={id} id={id} />}</Route>
              <Route><NoPage /></Route>
            </Switch>
          )}
          {confirming && who && (
            <Suspense>
              <Confirm
                onDone={(done) => {
                  setConfirming(null);
                  confirming(done);
                }}
              />
            </Suspense>
          )}
        </DeskContext.Provider>
      </AppShell>
    </ToastProvider>
  );
}
