import { useState } from 'react';
import { useT } from '@/i18n';
import { Button, useToast } from '@/ui';
import { call } from './calls';
import { useReason } from './failure';

/** Closes the session. Without an answer the session may live on, so the page stays and says so. */
export function SignOut({ onLeft, onLost }: { onLeft: () => void; onLost: () => void }) {
  const t = useT('committee');
  const inWords = useReason();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const leave = async (): Promise<void> => {
    setBusy(true);
    const answer = await call((client) => client.signOut());
    setBusy(false);
    if (answer.ok) onLeft();
    else if (answer.reason === 'unauthorized') onLost();
    else toast({ tone: 'danger', text: `${t('signOut.failed')} ${inWords(answer.reason)}` });
  };
  return <Button variant="quiet" busy={busy} onClick={() => void leave()}>{t('signOut.action')}</Button>;
}
