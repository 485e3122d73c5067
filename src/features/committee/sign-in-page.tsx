import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { loadNamespaces, useT } from '@/i18n';
import type { MeAnswer } from '@/sync/committee';
import { Button, EmptyState, Spinner } from '@/ui';
import { call, type Reason } from './calls';
import { useReason } from './failure';

const loaded = async () => (await Promise.all([import('./persons'), loadNamespaces(['persons'])]))[0];
const SignInForm = lazy(async () => ({ default: (await loaded()).SignInForm }));
const FirstForm = lazy(async () => ({ default: (await loaded()).FirstForm }));

/** Takes the token out of the address, so that neither history nor a glance at the screen keeps it. */
function takeToken(): string {
  const token = location.hash.slice(1);
  if (token !== '') history.replaceState(history.state, '', location.pathname + location.search);
  return token;
}

/** A try that came to nothing; null while one is under way. */
type Failed = { readonly token: string; readonly reason: Reason } | null;

/** A link that is used up may be the very one that let this browser in: then there is nothing to complain of. */
async function enter(token: string): Promise<{ me: MeAnswer } | { failed: Reason }> {
  const first = token === '' ? null : await call((client) => client.signIn(token));
  if (first?.ok) return { me: first.value };
  const reason = first?.reason ?? 'unauthorized';
  if (reason !== 'codeUsed' && reason !== 'unauthorized') return { failed: reason };
  const second = await call((client) => client.me());
  return second.ok ? { me: second.value } : { failed: reason };
}

/** `/cap-uy/vao#<token>`: signs in with the link's token and goes on to the overview. */
export function SignInPage({ onMe }: { onMe: (me: MeAnswer) => void }) {
  const t = useT('committee');
  const [, navigate] = useLocation();
  const [failed, setFailed] = useState<Failed>(null);
  const start = useCallback(
    (token: string): Promise<void> =>
      enter(token).then((outcome) => {
        if ('failed' in outcome) return setFailed({ token, reason: outcome.failed });
        onMe(outcome.me);
        navigate('/cap-uy', { replace: true });
      }),
    [onMe, navigate],
  );
  useEffect(() => {
    void start(takeToken());
    // Another link opened in this very tab changes nothing but the fragment.
    const again = (): void => {
      const token = takeToken();
      if (token === '') return;
      setFailed(null);
      void start(token);
    };
    addEventListener('hashchange', again);
    return () => removeEventListener('hashchange', again);
  }, [start]);

  if (!failed) {
    return (
      <EmptyState icon="key" level={1} title={t('signIn.title')}>
        <Spinner>{t('signIn.busy')}</Spinner>
      </EmptyState>
    );
  }
  const retry = (): void => {
    setFailed(null);
    void start(failed.token);
  };
  const entered = (me: MeAnswer): void => {
    onMe(me);
    navigate('/cap-uy', { replace: true });
  };
  if (failed.reason === 'accountNeeded') return <Suspense><FirstForm token={failed.token} onMe={entered} /></Suspense>;
  return (
    <div className="cm-sign-in">
      <NotIn reason={failed.reason} onRetry={retry} />
      {(failed.reason === 'unauthorized' || OF_THE_LINK.includes(failed.reason)) && <Suspense><SignInForm onMe={entered} /></Suspense>}
    </div>
  );
}

const OF_THE_LINK: readonly Reason[] = ['codeUsed', 'codeExpired', 'codeUnknown', 'invalid'];

function NotIn({ reason, onRetry }: { reason: Reason; onRetry: () => void }) {
  const t = useT('committee');
  const inWords = useReason();
  if (reason === 'unauthorized') {
    return (
      <EmptyState icon="key" level={1} title={t('signIn.title')}>
        <p>{t('signIn.how')}</p>
      </EmptyState>
    );
  }
  const ofTheLink = OF_THE_LINK.includes(reason);
  return (
    <EmptyState
      icon={reason === 'offline' ? 'cloud-off' : 'warning'}
      level={1}
      title={t('signIn.failedTitle')}
      action={ofTheLink ? undefined : <Button variant="primary" icon="sync" onClick={onRetry}>{t('retry')}</Button>}
    >
      {/* A token cut short does not even fit its form: the same to the person. */}
      <p role="alert">{ofTheLink ? t(`signIn.failed.${reason === 'invalid' ? 'codeUnknown' : reason}`) : inWords(reason)}</p>
    </EmptyState>
  );
}
