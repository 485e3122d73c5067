import { Suspense, useCallback, useState } from 'react';
import { useT } from '@/i18n';
import { take, TakeError, type Ask, type Taken, type TakeReason } from '@/sync/admission';
import { Banner, Button, ProgressBar, Spinner } from '@/ui';
import { StepFrame } from '../restore/step-frame';
import { QrScanner } from '../scan';
import { FromFile } from './from-file';
import { useSeries } from './use-series';

interface Failed {
  readonly reason: TakeReason | 'unknown';
  readonly origin: string;
}

export interface ScanScreenProps {
  ask: Ask;
  here: { readonly origin: string; readonly deviceName: string };
  onBack: () => void;
  onTaken: (taken: Taken) => void;
}

/** Reads the pictures of the old device, or its file, and opens what came. */
export function ScanScreen({ ask, here, onBack, onTaken }: ScanScreenProps) {
  const t = useT('backup');
  const [opening, setOpening] = useState(false);
  const [failed, setFailed] = useState<Failed | null>(null);
  const open = useCallback(
    (bytes: Uint8Array<ArrayBuffer>) => {
      setOpening(true);
      take(bytes, ask, here)
        .then(onTaken, (error: unknown) => setFailed(error instanceof TakeError ? { reason: error.reason, origin: error.origin ?? '' } : { reason: 'unknown', origin: '' }))
        .finally(() => setOpening(false));
    },
    [ask, here, onTaken],
  );
  return (
    <StepFrame title={t('receive.scan.title')} lead={t('receive.scan.lead')} onBack={onBack}>
      {opening && <Spinner>{t('receive.scan.opening')}</Spinner>}
      {failed && !opening && (
        <Banner tone="danger" title={t(`receive.problem.${failed.reason}.title`)} action={<Button onClick={() => setFailed(null)}>{t('receive.problem.again')}</Button>}>
          {t(`receive.problem.${failed.reason}.text`, { origin: failed.origin, here: here.origin })}
        </Banner>
      )}
      {!opening && !failed && <Reading onBytes={open} />}
    </StepFrame>
  );
}

function Reading({ onBytes }: { onBytes: (bytes: Uint8Array<ArrayBuffer>) => void }) {
  const t = useT('backup');
  const tScan = useT('scan');
  const { reading, read, restart } = useSeries(onBytes);
  const { received, total, wrong } = reading;
  const note = wrong === 'mixed' ? t('receive.scan.other') : wrong && tScan(`wrong.${wrong}`);
  return (
    <>
      {total > 0 && <ProgressBar label={t('receive.scan.progress')} value={received} max={total} detail={t('receive.scan.count', { received, total })} />}
      <Suspense>
        <QrScanner t={tScan} onText={read} note={note} />
      </Suspense>
      {wrong === 'mixed' && <Button block onClick={restart}>{t('receive.scan.restart')}</Button>}
      <FromFile onBytes={onBytes} />
    </>
  );
}
