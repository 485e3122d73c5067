import { useState } from 'react';
import type { Translate } from '@/i18n';
import { Button } from '../button';
import { QrScanner } from './qr-scanner';

export interface ScanFieldProps {
  /** Of the namespace `scan`. */
  t: Translate;
  /** Takes the text and answers null, or says what it is instead: a name under `wrong`. */
  onText: (text: string) => string | null;
  /** The camera is what this screen is for. */
  primary?: boolean;
}

/** A button that opens the camera until a code was taken. What comes before it and is not the right thing is named in plain words. */
export function ScanField({ t, onText, primary = false }: ScanFieldProps) {
  const [open, setOpen] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const turn = (on: boolean): void => {
    setOpen(on);
    setWrong(null);
  };
  const take = (text: string): void => {
    const problem = onText(text);
    if (problem === null) turn(false);
    else setWrong(problem);
  };
  return (
    <div className="ui-stack ui-gap-2">
      {open && <QrScanner t={t} onText={take} note={wrong && t(`wrong.${wrong}`)} />}
      <Button icon={open ? 'close' : 'qr'} block size={primary && !open ? 'large' : undefined} variant={primary && !open ? 'primary' : undefined} onClick={() => turn(!open)}>
        {t(open ? 'close' : 'open')}
      </Button>
    </div>
  );
}
