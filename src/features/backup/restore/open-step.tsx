import { useRef, useState } from 'react';
import { formatMoment, useT } from '@/i18n';
import { bookExists } from '@/storage';
import type { BackupFile, OpenedBackup } from '@/storage/backup';
import { Banner, Button, Field, PasscodeInput } from '@/ui';
import { reasonOf, type RestoreReason } from './reason';
import { StepFrame } from './step-frame';

/** Asks for the file's passphrase, and opens it. */
export function OpenStep({ file, onBack, onOpened }: { file: BackupFile; onBack: () => void; onOpened: (backup: OpenedBackup) => void }) {
  const t = useT('backup');
  const [passphrase, setPassphrase] = useState('');
  const [empty, setEmpty] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<RestoreReason | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const open = async (): Promise<void> => {
    if (busy) return;
    const typed = passphrase.trim();
    setEmpty(typed === '');
    if (typed === '') {
      field.current?.focus();
      return;
    }
    setBusy(true);
    setProblem(null);
    try {
      const { openBackup } = await import('@/storage/backup');
      const backup = await openBackup(file, typed);
      const { mode } = backup.told;
      if (await bookExists(mode)) setProblem(mode === 'trial' ? 'trialExists' : 'bookExists');
      else onOpened(backup);
    } catch (error) {
      setProblem(reasonOf(error) ?? 'unreadable');
      field.current?.select();
    }
    setBusy(false);
  };
  const wrong = problem === 'wrongPassphrase';
  return (
    <StepFrame title={t('restore.open.title')} lead={t('restore.open.lead', { moment: formatMoment(file.told.made) })} onBack={onBack} onNext={() => void open()}>
      <Field label={t('restore.open.passphrase')} hint={t('restore.open.hint')} error={empty ? t('restore.open.empty') : wrong ? t('restore.open.wrong') : undefined}>
        <PasscodeInput
          ref={field}
          // eslint-disable-next-line jsx-a11y/no-autofocus -- the screen has this one field
          autoFocus
          autoComplete="off"
          enterKeyHint="go"
          value={passphrase}
          onValue={setPassphrase}
          showLabel={t('show')}
          hideLabel={t('hide')}
        />
      </Field>
      {problem && !wrong && <Banner tone="danger" title={t(`error.${problem}.title`)}>{t(`error.${problem}.text`)}</Banner>}
      <Button type="submit" variant="primary" size="large" icon="unlock" block busy={busy}>{t(busy ? 'restore.open.busy' : 'restore.open.submit')}</Button>
    </StepFrame>
  );
}
