import { useEffect, useRef, useState } from 'react';
import { useT } from '@/i18n';
import type { BackupFile, OpenedBackup, RestoreChoice } from '@/storage/backup';
import { reasonKey, type Failure } from '@/sync';
import { Banner, Icon, Stack } from '@/ui';
import { NewSecret } from '../new-secret';
import { FileStep } from './file-step';
import { OpenStep } from './open-step';
import { PreviewStep } from './preview-step';
import { StepFrame } from './step-frame';

/** How restoring went. */
export type RestoreOutcome = { readonly ok: true } | { readonly ok: false; readonly reason: Failure | 'bookExists' };

export interface RestorePageProps {
  onBack: () => void;
  /** Puts the backup on this phone and opens it. Until it is called nothing has been written. */
  onRestore: (backup: OpenedBackup, choice: RestoreChoice) => Promise<RestoreOutcome>;
}

/** From a backup file to an open book on a blank phone: file, passphrase, preview, new passcode. */
export function RestorePage({ onBack, onRestore }: RestorePageProps) {
  const t = useT('backup');
  const [file, setFile] = useState<BackupFile | null>(null);
  const [backup, setBackup] = useState<OpenedBackup | null>(null);
  const [takePlace, setTakePlace] = useState<boolean | null>(null);
  const step = !file ? 'file' : !backup ? 'open' : takePlace === null ? 'preview' : 'passcode';
  const page = useRef<HTMLElement>(null);
  useEffect(() => {
    // A field that takes the focus by itself keeps it.
    if (step !== 'open') page.current?.querySelector<HTMLElement>('h1')?.focus();
    window.scrollTo(0, 0);
  }, [step]);
  return (
    <main className="ui-main" ref={page}>
      <Stack gap={5}>
        <p className="ui-line ui-strong"><Icon name="book" />{t('common:appName')}</p>
        {!file && <FileStep onBack={onBack} onFile={setFile} />}
        {file && !backup && <OpenStep file={file} onBack={() => setFile(null)} onOpened={setBackup} />}
        {backup && takePlace === null && <PreviewStep backup={backup} onBack={() => setBackup(null)} onNext={setTakePlace} />}
        {backup && takePlace !== null && <PasscodeStep onBack={() => setTakePlace(null)} onPasscode={(passcode) => onRestore(backup, { passcode, takePlace })} />}
      </Stack>
    </main>
  );
}

function PasscodeStep({ onBack, onPasscode }: { onBack: () => void; onPasscode: (passcode: string) => Promise<RestoreOutcome> }) {
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
