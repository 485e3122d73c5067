import { useEffect, useRef, useState } from 'react';
import { useT } from '@/i18n';
import type { BackupFile, OpenedBackup, RestoreChoice } from '@/storage/backup';
import { Icon, Stack } from '@/ui';
import { FileStep } from './file-step';
import { OpenStep } from './open-step';
import { PasscodeStep, type RestoreOutcome } from './passcode-step';
import { PreviewStep } from './preview-step';

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
