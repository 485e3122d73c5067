import { useEffect, useState } from 'react';
import { useT } from '@/i18n';
import { readSetting, useBook, writeSetting, type BookMode } from '@/storage';
import { Button, Field, Section, Select } from '@/ui';
import { PasscodeSheet, type ChangePasscode } from './passcode-sheet';

/** Minutes without a touch after which the book locks. */
const IDLE = [2, 5, 10, 15, 30] as const;
const IDLE_DEFAULT = 10;

export interface SecurityProps {
  mode: BookMode;
  onLock: () => Promise<void>;
  onChangePasscode?: ChangePasscode | undefined;
  /** Told after the idle time was changed, so that it holds at once. */
  onIdleMinutes?: ((minutes: number) => void) | undefined;
}

/** Passcode, lock and idle time. The try-out's passcode stays as shown. */
export function Security({ mode, onLock, onChangePasscode, onIdleMinutes }: SecurityProps) {
  const t = useT('settings');
  const book = useBook();
  const [changing, setChanging] = useState(false);
  const [idle, setIdle] = useState(IDLE_DEFAULT);
  useEffect(() => void readSetting<number>(book, 'idleMinutes').then((minutes) => setIdle(minutes ?? IDLE_DEFAULT), () => undefined), [book]);
  const choose = async (minutes: number): Promise<void> => {
    setIdle(minutes);
    await writeSetting(book, 'idleMinutes', minutes);
    onIdleMinutes?.(minutes);
  };
  return (
    <Section title={t('security.title')}>
      <Field label={t('security.idle')} hint={t('security.idleHint')}>
        <Select value={idle} onValue={(value) => void choose(Number(value))}>
          {IDLE.map((minutes) => <option key={minutes} value={minutes}>{t('security.minutes', { count: minutes })}</option>)}
        </Select>
      </Field>
      {mode === 'real' && onChangePasscode && (
        <>
          <Button icon="key" block onClick={() => setChanging(true)}>{t('passcode.change')}</Button>
          <PasscodeSheet open={changing} onClose={() => setChanging(false)} onChange={onChangePasscode} />
        </>
      )}
      <Button icon="lock" block onClick={() => void onLock()}>{t('security.lock')}</Button>
    </Section>
  );
}
