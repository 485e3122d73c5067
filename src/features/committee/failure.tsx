import { useT } from '@/i18n';
import { Banner, Button } from '@/ui';
import type { Reason } from './calls';

/** Reasons with words of their own here; the rest come down to the server's fault. */
const NAMED: readonly Reason[] = ['offline', 'notServer', 'notFound', 'unauthorized', 'forbidden', 'tooManyRequests', 'clientTooOld', 'clientTooNew', 'gradeTaken', 'permissionNeeded', 'credentialNeeded', 'confirmNeeded', 'signInWrong', 'loginTaken', 'passwordWeak', 'lastAdministrator', 'lastCredential', 'passkeyCancelled', 'passkeyUnsupported', 'unknown'];

/** Puts a reason into words of this page: those of the namespace `errors` speak to the owner of a book. */
export function useReason(): (reason: Reason) => string {
  const t = useT('committee');
  return (reason) => t(`failure.${NAMED.includes(reason) ? reason : 'server'}`);
}

/** What came to nothing, what is safe, and what to do. */
export function Failure({ title, reason, onRetry }: { title?: string; reason: Reason; onRetry?: () => void }) {
  const t = useT('committee');
  const inWords = useReason();
  return (
    <Banner tone={reason === 'offline' ? 'warn' : 'danger'} icon={reason === 'offline' ? 'cloud-off' : 'warning'} title={title ?? t('failure.title')} action={onRetry && <Button icon="sync" onClick={onRetry}>{t('retry')}</Button>}>
      <p>{inWords(reason)}</p>
    </Banner>
  );
}
