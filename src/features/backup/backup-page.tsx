import { useEffect, useState } from 'react';
import { formatMoment, useT } from '@/i18n';
import { useSaver, type BookMode } from '@/storage';
import { useAttachmentUse } from '@/storage/attachments';
import { Banner, PageHeader, Section, Stack, StatusText } from '@/ui';
import { HandOver } from './hand-over';
import { lastBackup, makeBackup, type Made } from './make';
import { NewSecret } from './new-secret';
import { FilesChoice } from './files-choice';
import { Ready } from './ready';

/** The whole book into a file, and what to do with it when the secretary changes. */
export function BackupPage({ mode }: { mode: BookMode }) {
  const t = useT('backup');
  const saver = useSaver();
  const [last, setLast] = useState<string | null>();
  const [made, setMade] = useState<Made | null>(null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const use = useAttachmentUse();
  // Left alone, it takes along what might be on this device only.
  const [chosen, setChosen] = useState<boolean>();
  const withFiles = chosen ?? (use?.unsent ?? 0) > 0;
  useEffect(() => void lastBackup(saver.book).then(setLast, () => undefined), [saver]);

  const make = async (passphrase: string): Promise<void> => {
    setBusy(true);
    setFailed(false);
    await makeBackup(saver, mode, passphrase, new Date(), withFiles).then(setMade, () => setFailed(true));
    setBusy(false);
  };
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('lead')} back={{ label: t('common:back'), href: '/them' }} />
      <Stack gap={6}>
        {mode === 'trial' && <Banner tone="gold" role="note">{t('trial')}</Banner>}
        {last !== undefined && <StatusText icon={last ? 'clock' : 'info'} tone="neutral">{last ? t('last', { moment: formatMoment(last) }) : t('never')}</StatusText>}
        {made ? (
          <Ready made={made} onNoted={setLast} onAgain={() => setMade(null)} />
        ) : (
          <Section title={t('make.title')}>
            <p>{t('make.text')}</p>
            {use && use.here > 0 && <FilesChoice use={use} chosen={withFiles} onChange={setChosen} />}
            <NewSecret words="make" busy={busy} onSecret={(secret) => void make(secret)} />
            {failed && <Banner tone="danger" title={t('make.failed')}>{t('make.failedText')}</Banner>}
          </Section>
        )}
        <HandOver />
        <Section title={t('here.title')}>
          <p>{t('here.text')}</p>
        </Section>
      </Stack>
    </>
  );
}
