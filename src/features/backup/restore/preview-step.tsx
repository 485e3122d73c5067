import { useRef, useState } from 'react';
import { useT } from '@/i18n';
import type { OpenedBackup } from '@/storage/backup';
import { Banner, Button, RadioGroup, StatusText } from '@/ui';
import { Contents } from '../contents';
import { listCounts } from '../counts';
import { StepFrame } from './step-frame';

/** What a file holds, what of it is damaged, and whether this phone takes the old one's place. */
export function PreviewStep({ backup, onBack, onNext }: { backup: OpenedBackup; onBack: () => void; onNext: (takePlace: boolean) => void }) {
  const t = useT('backup');
  const [old, setOld] = useState<'gone' | 'used' | null>(null);
  const [checked, setChecked] = useState(false);
  const group = useRef<HTMLDivElement>(null);
  const connected = 'connection' in backup.secrets;
  const { told } = backup;
  const next = (): void => {
    setChecked(true);
    if (!connected) onNext(false);
    else if (old) onNext(old === 'gone');
    else group.current?.querySelector('input')?.focus();
  };
  return (
    <StepFrame title={t('restore.preview.title')} lead={t('restore.preview.lead')} onBack={onBack} onNext={next}>
      {told.mode === 'trial' && <Banner tone="gold" role="note">{t('restore.preview.trial')}</Banner>}
      <Contents backup={backup} made={t('restore.preview.made')} />
      <Whole backup={backup} />
      {connected && (
        <div ref={group}>
          <RadioGroup
            label={t('restore.preview.old')}
            value={old}
            onValue={setOld}
            error={checked && !old ? t('restore.preview.oldMissing') : undefined}
            options={[
              { value: 'gone', label: t('restore.preview.gone'), hint: t('restore.preview.goneHint') },
              { value: 'used', label: t('restore.preview.used'), hint: t('restore.preview.usedHint') },
            ]}
          />
        </div>
      )}
      <Button type="submit" variant="primary" size="large" block>{t('restore.preview.next')}</Button>
    </StepFrame>
  );
}

/** Whether the file is whole; if not, exactly what is missing, and where it may come back from. */
function Whole({ backup: { missing, left, partial, log } }: { backup: OpenedBackup }) {
  const t = useT('backup');
  return (
    <>
      {missing ? (
        <Banner tone="warn" title={t('restore.preview.damaged')}>
          <p>{missing.unknown ? t('restore.preview.unknown') : t('restore.preview.missing', { list: listCounts(t, missing.records, missing.parts.map((part) => t(`restore.preview.part.${part}`))) })}</p>
          {log && <p>{t('restore.preview.vault')}</p>}
        </Banner>
      ) : (
        <StatusText icon="check" tone="ok">{t('restore.preview.whole')}</StatusText>
      )}
      {partial && <Banner tone="warn" title={t('restore.preview.partialTitle')}>{t('restore.preview.partial')}</Banner>}
      {!partial && Object.keys(left).length > 0 && <Banner tone="warn" title={t('restore.preview.leftTitle')}>{t('restore.preview.left', { list: listCounts(t, left) })}</Banner>}
    </>
  );
}
