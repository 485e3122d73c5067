import { useRef, useState } from 'react';
import { formatMoment, useT } from '@/i18n';
import type { OpenedBackup } from '@/storage/backup';
import { Banner, Button, Card, DefinitionList, RadioGroup, StatusText } from '@/ui';
import { listCounts, shownCount } from '../counts';
import { StepFrame } from './step-frame';

/** What a file holds, what of it is damaged, and whether this phone takes the old one's place. */
export function PreviewStep({ backup, onBack, onNext }: { backup: OpenedBackup; onBack: () => void; onNext: (takePlace: boolean) => void }) {
  const t = useT('backup');
  const [old, setOld] = useState<'gone' | 'used' | null>(null);
  const [checked, setChecked] = useState(false);
  const group = useRef<HTMLDivElement>(null);
  const connected = 'connection' in backup.secrets;
  const { counts, told } = backup;
  const next = (): void => {
    setChecked(true);
    if (!connected) onNext(false);
    else if (old) onNext(old === 'gone');
    else group.current?.querySelector('input')?.focus();
  };
  const numbers = [
    ['members', counts.member],
    ['meetings', counts.meeting],
    ['tasks', counts.task],
    ['submissions', counts.submission],
    ['reviews', counts.review],
    ['unsent', backup.log ? backup.unsent : 0],
  ] as const;
  return (
    <StepFrame title={t('restore.preview.title')} lead={t('restore.preview.lead')} onBack={onBack} onNext={next}>
      {told.mode === 'trial' && <Banner tone="gold" role="note">{t('restore.preview.trial')}</Banner>}
      <Card>
        <DefinitionList
          items={[
            { id: 'cell', term: t('restore.preview.cell'), value: backup.cellName || t('restore.preview.noName') },
            { id: 'made', term: t('restore.preview.made'), value: formatMoment(told.made) },
            ...numbers.filter(([name, count]) => (count ?? 0) > 0 || name === 'members' || name === 'meetings').map(([name, count]) => ({ id: name, term: t(`restore.preview.${name}`), value: shownCount(count) })),
            { id: 'app', term: t('restore.preview.app'), value: told.app },
          ]}
        />
      </Card>
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
