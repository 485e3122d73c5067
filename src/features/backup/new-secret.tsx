import { useRef, useState, type FormEvent } from 'react';
import { guessTime, passcodeStrength, type PasscodeStrength } from '@/domain';
import { useT } from '@/i18n';
import { Banner, Button, Field, Icon, PasscodeInput, Stack, type Tone } from '@/ui';

const TONES: Record<PasscodeStrength, Tone> = { short: 'neutral', guessable: 'warn', pin: 'info', phrase: 'ok' };

export interface NewSecretProps {
  /** Whose words: the file's passphrase, or this device's passcode. */
  words: 'make' | 'restore.passcode';
  busy: boolean;
  onSecret: (secret: string) => void;
}

/** A secret twice, with an honest word on what it keeps out and on what happens when it is forgotten. Nothing of it is kept. */
export function NewSecret({ words, busy, onSecret }: NewSecretProps) {
  const t = useT('backup');
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [checked, setChecked] = useState(false);
  const firstField = useRef<HTMLInputElement>(null);
  const secondField = useRef<HTMLInputElement>(null);
  const strength = passcodeStrength(first);
  const short = strength === 'short';
  const different = first.trim() !== second.trim();
  const eyes = { showLabel: t('show'), hideLabel: t('hide') };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (busy) return;
    setChecked(true);
    if (short) firstField.current?.focus();
    else if (different) secondField.current?.focus();
    else onSecret(first.trim());
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap={5}>
        <Stack gap={2}>
          <Field label={t(`${words}.first`)} hint={t(`${words}.rule`)} error={checked && short ? t('short') : undefined}>
            <PasscodeInput ref={firstField} autoComplete="new-password" enterKeyHint="next" value={first} onValue={setFirst} {...eyes} />
          </Field>
          <div aria-live="polite">
            {!short && (
              <p className={`ui-row ui-align-top ui-tone-${TONES[strength]}`}>
                <Icon name={strength === 'phrase' ? 'shield' : strength === 'pin' ? 'info' : 'warning'} />
                <span className="ui-grow">{t(words === 'make' ? `make.strength.${strength}` : `common:passcode.strength.${strength}`, { time: t(`common:passcode.time.${guessTime(first)}`) })}</span>
              </p>
            )}
          </div>
        </Stack>
        <Field label={t(`${words}.second`)} error={checked && !short && different ? t('different') : undefined}>
          <PasscodeInput ref={secondField} autoComplete="new-password" enterKeyHint="done" value={second} onValue={setSecond} {...eyes} />
        </Field>
        <Banner tone="warn" role="note" title={t(`${words}.forgetTitle`)}>{t(`${words}.forget`)}</Banner>
        <Button type="submit" variant="primary" size="large" block busy={busy}>{t(busy ? `${words}.busy` : `${words}.submit`)}</Button>
      </Stack>
    </form>
  );
}
