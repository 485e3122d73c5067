import { useState } from 'react';
import { passcodeStrength } from '@/domain';
import { useT } from '@/i18n';
import { reasonKey, type Failure } from '@/sync';
import { Banner, Field, TextInput } from '@/ui';
import { StepFrame } from './step-frame';

/** The try-out shows its passcode openly: nothing in it is real. */
export function TrialStep({ failed, onBack, onPasscode }: { failed: Failure | null; onBack: () => void; onPasscode: (passcode: string) => Promise<void> }) {
  const t = useT('welcome');
  const [passcode, setPasscode] = useState('dungthu');
  const [busy, setBusy] = useState(false);
  const short = passcodeStrength(passcode) === 'short';
  const next = async (): Promise<void> => {
    if (short) return;
    setBusy(true);
    await onPasscode(passcode.trim()).finally(() => setBusy(false));
  };
  return (
    <StepFrame title={t('trial.title')} lead={t('trial.lead')} next={t(busy ? 'passcode.making' : 'trial.start')} busy={busy} onBack={onBack} onNext={() => void next()}>
      <Banner tone="gold" role="note">{t('trial.apart')}</Banner>
      <Field label={t('trial.passcode')} hint={t('trial.passcodeHint')} error={short ? t('passcode.short') : undefined}>
        <TextInput value={passcode} onValue={setPasscode} autoComplete="off" autoCapitalize="none" spellCheck={false} />
      </Field>
      {failed && <Banner tone="danger" title={t('failed')}>{t(reasonKey(failed))}</Banner>}
    </StepFrame>
  );
}
