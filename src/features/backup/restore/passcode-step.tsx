import { useState } from 'react';
import { useT } from '@/i18n';
import { reasonKey, type Failure } from '@/sync';
import { Banner } from '@/ui';
import { NewSecret } from '../new-secret';
import { StepFrame } from './step-frame';

/** How restoring went. */
export type RestoreOutcome = { readonly ok: true } | { readonly ok: false; readonly reason: Failure | 'bookExists' };

/** The passcode of this device, and why there is no book yet. */
export function PasscodeStep({ onBack, onPasscode }: { onBack: () => void; onPasscode: (passcode: string) => Promise<RestoreOutcome> }) {
  const t = useT('backup');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<(RestoreOutcome & { ok: false })['reason'] | null>(null);
  const restore = async (passcode: string): Promise<void> => {
    setBusy(true);
    setFailed(null);
    const outcome = await onPasscode(passcode);
    setBusy(false);
    if (!outcome.ok) setFailed(outcome.reason);
  };
  return (
    <StepFrame title={t('restore.passcode.title')} lead={t('restore.passcode.lead')} onBack={onBack}>
      <NewSecret words="restore.passcode" busy={busy} onSecret={(passcode) => void restore(passcode)} />
      {failed && <Banner tone="danger" title={t('restore.failed')}>{failed === 'bookExists' ? t('error.bookExists.text') : t(reasonKey(failed))}</Banner>}
    </StepFrame>
  );
}
