import { useRef, useState, type ChangeEvent } from 'react';
import { useT } from '@/i18n';
import type { BackupFile } from '@/storage/backup';
import { Banner, Button, Icon } from '@/ui';
import { reasonOf, type RestoreReason } from './reason';
import { StepFrame } from './step-frame';

/** Chooses a file and looks whether it is a backup. */
export function FileStep({ onBack, onFile }: { onBack: () => void; onFile: (file: BackupFile) => void }) {
  const t = useT('backup');
  const input = useRef<HTMLInputElement>(null);
  const [reading, setReading] = useState(false);
  const [problem, setProblem] = useState<RestoreReason | null>(null);
  const take = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = event.target.files?.[0];
    // The same file again, copied anew meanwhile, must count as a choice.
    event.target.value = '';
    if (!file) return;
    setReading(true);
    setProblem(null);
    const { inspectBackup } = await import('@/storage/backup');
    await inspectBackup(file).then(onFile, (error: unknown) => setProblem(reasonOf(error) ?? 'unreadable'));
    setReading(false);
  };
  return (
    <StepFrame title={t('restore.file.title')} lead={t('restore.file.lead')} onBack={onBack}>
      {problem && <Banner tone="danger" title={t(`error.${problem}.title`)}>{t(`error.${problem}.text`)}</Banner>}
      <Button variant="primary" size="large" icon="upload" block busy={reading} onClick={() => input.current?.click()}>{t(reading ? 'restore.file.reading' : 'restore.file.choose')}</Button>
      {/* No list of accepted kinds: a phone that does not know the ending would show the file greyed out. */}
      <input ref={input} type="file" hidden onChange={(event) => void take(event)} />
      <p className="ui-line ui-muted"><Icon name="shield" />{t('restore.file.private')}</p>
    </StepFrame>
  );
}
