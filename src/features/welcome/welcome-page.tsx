import { useEffect, useRef, useState } from 'react';
import { useT } from '@/i18n';
import { Icon, Stack } from '@/ui';
import { CellStep } from './cell-step';
import { Choose } from './choose';
import { CodeStep } from './code-step';
import { PasscodeStep, type PasscodePair, type Way } from './passcode-step';
import { SheetStep } from './sheet-step';
import { TrialStep } from './trial-step';
import type { CellStart, CreateChoice, CreateOutcome, Elsewhere, Step } from './types';

/** From no book to an open one: how to begin, then the code or the cell's name, then the passcode. */
export function WelcomePage({ onCreate, onRestore }: { onCreate: (choice: CreateChoice) => Promise<CreateOutcome>; onRestore: (way: Elsewhere) => void }) {
  const t = useT('welcome');
  const [step, setStep] = useState<Step>('choose');
  const [code, setCode] = useState('');
  const [sheet, setSheet] = useState('');
  const [cell, setCell] = useState<CellStart>({ name: '', superior: '', placeName: '' });
  const [pair, setPair] = useState<PasscodePair>({ first: '', second: '' });
  const [way, setWay] = useState<Way>('code');
  const [failed, setFailed] = useState<(CreateOutcome & { ok: false }) | null>(null);
  const page = useRef<HTMLElement>(null);
  const first = useRef(true);

  useEffect(() => {
    // The first screen is read from its top; each further one from its heading.
    if (first.current) first.current = false;
    else page.current?.querySelector<HTMLElement>('h1')?.focus();
    window.scrollTo(0, 0);
  }, [step]);

  const go = (next: Step): void => {
    if (next === 'restore' || next === 'receive') {
      onRestore(next);
      return;
    }
    setFailed(null);
    if (next === 'code' || next === 'cell' || next === 'sheet') setWay(next);
    setStep(next);
  };
  const create = async (choice: CreateChoice): Promise<void> => {
    setFailed(null);
    const outcome = await onCreate(choice);
    if (!outcome.ok) setFailed(outcome);
  };
  return (
    <main className="ui-main" ref={page}>
      <Stack gap={5}>
        <p className="ui-line ui-strong"><Icon name="book" />{t('common:appName')}</p>
        {step === 'choose' && <Choose onStep={go} />}
        {step === 'code' && <CodeStep code={code} onCode={setCode} onBack={() => go('choose')} onNext={() => go('passcode')} />}
        {step === 'sheet' && <SheetStep sheet={sheet} onSheet={setSheet} onBack={() => go('choose')} onNext={() => go('passcode')} />}
        {step === 'cell' && <CellStep cell={cell} onCell={setCell} onBack={() => go('choose')} onNext={() => go('passcode')} />}
        {step === 'passcode' && (
          <PasscodeStep
            way={way}
            pair={pair}
            onPair={setPair}
            failed={failed?.reason ?? null}
            onBack={() => go(way)}
            onAlone={() => go('cell')}
            onPasscode={(passcode) => create({ mode: 'real', passcode, ...(way === 'code' ? { code } : way === 'sheet' ? { sheet } : { cell }) })}
          />
        )}
        {step === 'trial' && <TrialStep failed={failed?.reason ?? null} onBack={() => go('choose')} onPasscode={(passcode) => create({ mode: 'trial', passcode })} />}
      </Stack>
    </main>
  );
}
