import { useEffect, useRef, useState } from 'react';
import { guessTime, passcodeStrength, type PasscodeStrength } from '@/domain';
import { useT } from '@/i18n';
import { reasonKey, type Failure } from '@/sync';
import { Banner, Button, Field, Icon, PasscodeInput, type Tone } from '@/ui';
import { StepFrame } from './step-frame';

const TONES: Record<PasscodeStrength, Tone> = { short: 'neutral', guessable: 'warn', pin: 'info', phrase: 'ok' };

export interface PasscodePair {
  readonly first: string;
  readonly second: string;
}

export type Way = 'code' | 'cell' | 'sheet';

export interface PasscodeStepProps {
  /** What the book begins with: a code and a sheet need the server. */
  way: Way;
  failed: Failure | null;
  /** Kept by the page, so that going back to mend the code does not cost the passcode. */
  pair: PasscodePair;
  onPair: (pair: PasscodePair) => void;
  onBack: () => void;
  /** Goes on without the server that cannot be reached. */
  onAlone: () => void;
  onPasscode: (passcode: string) => Promise<void>;
}

/** A passcode twice, with an honest word on what it keeps out and on what happens when it is forgotten. */
export function PasscodeStep({ way, failed, pair, onPair, onBack, onAlone, onPasscode }: PasscodeStepProps) {
  const t = useT('welcome');
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const firstField = useRef<HTMLInputElement>(null);
  const secondField = useRef<HTMLInputElement>(null);
  const strength = passcodeStrength(pair.first);
  const short = strength === 'short';
  const different = pair.first.trim() !== pair.second.trim();
  const eyes = { showLabel: t('passcode.show'), hideLabel: t('passcode.hide') };

  const next = async (): Promise<void> => {
    setChecked(true);
    const wrong = short ? firstField : different ? secondField : null;
    if (wrong) {
      wrong.current?.focus();
      return;
    }
    setBusy(true);
    await onPasscode(pair.first.trim()).finally(() => setBusy(false));
  };
  const busyLabel = { code: 'passcode.connecting', sheet: 'passcode.recovering', cell: 'passcode.making' }[way];
  const label = busy ? busyLabel : failed ? 'passcode.retry' : 'passcode.make';
  return (
    <StepFrame title={t('passcode.title')} lead={t('passcode.lead')} next={t(label)} busy={busy} onBack={onBack} onNext={() => void next()}>
      <Field label={t('passcode.first')} hint={t('passcode.rule')} error={checked && short ? t('passcode.short') : undefined}>
        {/* eslint-disable-next-line jsx-a11y/no-autofocus -- the screen is for this field */}
        <PasscodeInput ref={firstField} autoFocus autoComplete="new-password" enterKeyHint="next" value={pair.first} onValue={(first) => onPair({ ...pair, first })} {...eyes} />
      </Field>
      <div aria-live="polite">
        {!short && (
          <p className={`ui-row ui-align-top ui-tone-${TONES[strength]}`}>
            <Icon name={strength === 'phrase' ? 'shield' : strength === 'pin' ? 'info' : 'warning'} />
            <span className="ui-grow">{t(`common:passcode.strength.${strength}`, { time: t(`common:passcode.time.${guessTime(pair.first)}`) })}</span>
          </p>
        )}
      </div>
      <Field label={t('passcode.second')} error={checked && !short && different ? t('passcode.different') : undefined}>
        <PasscodeInput ref={secondField} autoComplete="new-password" enterKeyHint="done" value={pair.second} onValue={(second) => onPair({ ...pair, second })} {...eyes} />
      </Field>
      <Banner tone="warn" role="note" title={t('passcode.forgetTitle')}>{t('passcode.forget')}</Banner>
      {failed && <WhyNot failed={failed} way={way} onBack={onBack} onAlone={onAlone} />}
    </StepFrame>
  );
}

/** Why there is no book yet, with the way out that fits: another code, or no server for now. */
function WhyNot({ failed, way, onBack, onAlone }: { failed: Failure; way: Way; onBack: () => void; onAlone: () => void }) {
  const t = useT('welcome');
  const place = useRef<HTMLDivElement>(null);
  // On a small phone it would come up below the edge.
  useEffect(() => {
    place.current?.scrollIntoView?.({ block: 'center' });
  }, [failed]);
  const unreachable = ['offline', 'notServer', 'server', 'internal', 'tooManyRequests'].includes(failed);
  return (
    <div ref={place}>
      <Banner tone="danger" title={t('failed')}>
        <p>{t(way === 'sheet' && failed === 'codeUnknown' ? 'sheet.unknown' : reasonKey(failed))}</p>
        {way === 'code' && <Button variant="quiet" onClick={unreachable ? onAlone : onBack}>{t(unreachable ? 'passcode.alone' : 'passcode.otherCode')}</Button>}
        {way === 'sheet' && !unreachable && <Button variant="quiet" onClick={onBack}>{t('sheet.again')}</Button>}
      </Banner>
    </div>
  );
}
