import { useEffect, useState } from 'react';
import { useT } from '@/i18n';
import { readSetting, useBook, writeSetting, type BookMode } from '@/storage';
import { changeBookPasscode } from '@/storage/passcode';
import { Button, Field, Section, Select } from '@/ui';
import { PasscodeSheet } from './passcode-sheet';

/** Minutes after which the book locks: without a touch, and put away. The lock itself keeps the same times where nothing is set. */
const TIMES = {
  idle: { setting: 'idleMinutes', choices: [2, 5, 10, 15, 30], otherwise: 10 },
  away: { setting: 'awayMinutes', choices: [0, 1, 5, 10, 30], otherwise: 5 },
} as const;

export interface SecurityProps {
  mode: BookMode;
  onLock: () => Promise<void>;
}

function LockTime({ of }: { of: keyof typeof TIMES }) {
  const t = useT('settings');
  const book = useBook();
  const { setting, choices, otherwise } = TIMES[of];
  const [minutes, setMinutes] = useState<number>(otherwise);
  useEffect(() => void readSetting<number>(book, setting).then((set) => setMinutes(set ?? otherwise), () => undefined), [book, setting, otherwise]);
  const choose = (count: number): void => {
    setMinutes(count);
    // What was not kept is not shown as if it were.
    void writeSetting(book, setting, count).catch(() => setMinutes(minutes));
  };
  return (
    <Field label={t(`security.${of}`)} hint={t(`security.${of}Hint`)}>
      <Select value={minutes} onValue={(value) => choose(Number(value))}>
        {choices.map((count) => <option key={count} value={count}>{count === 0 ? t('security.atOnce') : t('security.minutes', { count })}</option>)}
      </Select>
    </Field>
  );
}

/** Passcode, lock and its times. The try-out's passcode stays as shown. */
export function Security({ mode, onLock }: SecurityProps) {
  const t = useT('settings');
  const book = useBook();
  const [changing, setChanging] = useState(false);
  return (
    <Section title={t('security.title')}>
      <LockTime of="idle" />
      <LockTime of="away" />
      {mode === 'real' && (
        <>
          <Button icon="key" block onClick={() => setChanging(true)}>{t('passcode.change')}</Button>
          <PasscodeSheet open={changing} onClose={() => setChanging(false)} onChange={(oldCode, newCode) => changeBookPasscode(book, oldCode, newCode)} />
        </>
      )}
      <Button icon="lock" block onClick={() => void onLock()}>{t('security.lock')}</Button>
    </Section>
  );
}
