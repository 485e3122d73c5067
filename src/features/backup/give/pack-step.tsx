import { useState, type ReactNode } from 'react';
import { formatBytes, useT } from '@/i18n';
import type { BookMode } from '@/storage';
import { SeriesWriter, type Given } from '@/sync/admission';
import { Banner, Button, Spinner, Stack } from '@/ui';
import { listHeld } from '../counts';
import { FileCard } from './file-card';
import { ShowStep } from './show-step';
import { inWords, secondsFor, TOO_LONG } from './speed';
import { useParcel, type Share } from './use-parcel';

export interface PackStepProps {
  ask: string;
  mode: BookMode;
  connected: boolean;
  onSyncNow: () => Promise<void>;
  onDone: () => void;
}

/** Packs the book, says how long it takes, and hands it over in pictures or as a file. */
export function PackStep({ ask, mode, connected, onSyncNow, onDone }: PackStepProps) {
  const t = useT('backup');
  const { packed, share, pack } = useParcel(ask, mode);
  const [way, setWay] = useState<'pictures' | 'file' | null>(null);
  const hand = async (given: Given, chosen: 'pictures' | 'file'): Promise<void> => {
    await given.keep();
    setWay(chosen);
    // Where there is a network the new device need not wait.
    void onSyncNow();
  };
  if (packed && packed !== 'failed' && way === 'pictures') return <ShowStep given={packed} onDone={onDone} />;
  return (
    <Stack gap={4}>
      <h2 className="ui-h2" tabIndex={-1}>{t('give.pack.title')}</h2>
      {!packed && <Spinner>{t('give.pack.busy')}</Spinner>}
      {packed === 'failed' && <Banner tone="danger" title={t('give.pack.failed')} action={<Button onClick={() => pack(share)}>{t('give.pack.again')}</Button>}>{t('give.pack.failedText')}</Banner>}
      {packed && packed !== 'failed' && (way === 'file' ? <FileCard given={packed} onDone={onDone} /> : <Choose given={packed} share={share} connected={connected} onPack={pack} onHand={(chosen) => void hand(packed, chosen)} />)}
    </Stack>
  );
}

interface ChooseProps {
  given: Given;
  share: Share;
  connected: boolean;
  onPack: (share: Share) => void;
  onHand: (way: 'pictures' | 'file') => void;
}

function Choose({ given, share, connected, onPack, onHand }: ChooseProps) {
  const t = useT('backup');
  const seconds = secondsFor(new SeriesWriter(given.bytes).count);
  const told = { size: formatBytes(given.bytes.length), time: inWords(t, seconds) };
  const large = seconds > TOO_LONG;
  return (
    <>
      <p>{t('give.pack.holds', { list: listHeld(t, given.counts) })}</p>
      {given.files > 0 && <p className="ui-caption">{t(connected ? 'give.pack.filesServer' : 'give.pack.filesNot', { count: given.files })}</p>}
      {large ? (
        <Banner tone="warn" title={t('give.pack.large')}>{t('give.pack.largeText', told)}</Banner>
      ) : (
        <>
          <p className="ui-num">{t('give.pack.size', told)}</p>
          <Button variant="primary" size="large" icon="qr" block onClick={() => onHand('pictures')}>{t('give.pack.show')}</Button>
        </>
      )}
      <h3 className="ui-h3">{t('give.pack.other')}</h3>
      {connected && share === 'book' && <Way hint={t('give.pack.keysHint')}><Button icon="key" block onClick={() => onPack('cell')}>{t('give.pack.keys')}</Button></Way>}
      <Way hint={t('give.pack.fileHint')}><Button icon="download" block onClick={() => onHand('file')}>{t('give.pack.file')}</Button></Way>
    </>
  );
}

const Way = ({ hint, children }: { hint: string; children: ReactNode }) => (
  <Stack gap={1}>
    {children}
    <p className="ui-caption">{hint}</p>
  </Stack>
);
