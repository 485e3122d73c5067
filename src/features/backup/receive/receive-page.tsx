import { useEffect, useRef, useState } from 'react';
import { useT } from '@/i18n';
import type { OpenedBackup, RestoreChoice } from '@/storage/backup';
import type { Ask, Taken } from '@/sync/admission';
import { Icon, Stack } from '@/ui';
import { PasscodeStep, type RestoreOutcome } from '../restore/passcode-step';
import { AskScreen } from './ask-screen';
import { CheckScreen } from './check-screen';
import { ScanScreen } from './scan-screen';

export interface ReceivePageProps {
  /** Where this device uses the app, and how it calls itself among the cell's devices. */
  here: { readonly origin: string; readonly deviceName: string };
  onBack: () => void;
  /** Puts the book on this device and opens it. Until it is called nothing has been written. */
  onRestore: (backup: OpenedBackup, choice: RestoreChoice) => Promise<RestoreOutcome>;
}

/** From a blank device to an open book, with an old device beside it and no network: a code shown, pictures read, codes compared, a passcode. */
export function ReceivePage({ here, onBack, onRestore }: ReceivePageProps) {
  const t = useT('common');
  const [ask, setAsk] = useState<Ask | null>(null);
  const [scanning, setScanning] = useState(false);
  const [taken, setTaken] = useState<Taken | null>(null);
  const [agreed, setAgreed] = useState(false);
  const step = agreed ? 'passcode' : taken ? 'check' : scanning ? 'scan' : 'ask';
  const page = useRef<HTMLElement>(null);
  useEffect(() => {
    page.current?.querySelector<HTMLElement>('h1')?.focus();
    window.scrollTo(0, 0);
  }, [step]);
  return (
    <main className="ui-main" ref={page}>
      <Stack gap={5}>
        <p className="ui-line ui-strong"><Icon name="book" />{t('appName')}</p>
        {step === 'ask' && <AskScreen ask={ask} onAsk={setAsk} onBack={onBack} onNext={() => setScanning(true)} />}
        {step === 'scan' && ask && <ScanScreen ask={ask} here={here} onBack={() => setScanning(false)} onTaken={setTaken} />}
        {step === 'check' && taken && <CheckScreen taken={taken} onBack={() => setTaken(null)} onNext={() => setAgreed(true)} />}
        {step === 'passcode' && taken && <PasscodeStep onBack={() => setAgreed(false)} onPasscode={(passcode) => onRestore(taken.backup, { passcode, takePlace: false, bound: taken.bound })} />}
      </Stack>
    </main>
  );
}
