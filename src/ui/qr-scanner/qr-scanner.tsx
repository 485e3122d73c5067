import { useState } from 'react';
import type { Translate } from '@/i18n';
import { Banner } from '../banner';
import { Button } from '../button';
import { useAwake } from '../use-awake';
import { useScan } from './use-scan';
import './qr-scanner.css';

export interface QrScannerProps {
  /** Of the namespace `scan`. */
  t: Translate;
  /** Every text that comes before the camera, whatever it is; the same one again only after another. */
  onText: (text: string) => void;
  /** Said in place of how to hold the device. */
  note?: string | null | undefined;
  /** Ms out of sight after which the same text counts anew, where it should. */
  forget?: number | undefined;
}

/** What the camera sees, and the text of every QR code in it. Nothing leaves the device; no picture is kept. */
export function QrScanner(props: QrScannerProps) {
  const [round, setRound] = useState(0);
  return <Viewer key={round} {...props} onAgain={() => setRound(round + 1)} />;
}

function Viewer({ t, onText, note, forget, onAgain }: QrScannerProps & { onAgain: () => void }) {
  const { video, state } = useScan(onText, forget);
  useAwake();
  const seeing = state === 'starting' || state === 'on';
  return (
    <div className="ui-stack ui-gap-2">
      <div className="qs-frame" hidden={!seeing}>
        <video ref={video} className="qs-video" muted playsInline aria-label={t('picture')} />
        <span className="qs-corners" aria-hidden="true" />
      </div>
      <div aria-live="polite">
        {!seeing && (
          <Banner tone="warn" title={t(`problem.${state}.title`)} action={<Button onClick={onAgain}>{t('again')}</Button>}>
            {t(`problem.${state}.text`)}
          </Banner>
        )}
        {seeing && (note ? <Banner tone="warn">{note}</Banner> : <p>{t(state === 'on' ? 'aim' : 'starting')}</p>)}
      </div>
    </div>
  );
}
