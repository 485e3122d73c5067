import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { loadNamespaces, useT } from '@/i18n';
import type { BookMode } from '@/storage';
import { reasonKey, type Failure } from '@/sync';
import { Banner, Button, Disclosure, Field, Icon, PasscodeInput, Stack } from '@/ui';
import { useUnlock, type UnlockState } from './use-unlock';

/** The try-out's passcode is no secret: nothing in it is real. */
const TRIAL_PASSCODE = 'dungthu';

export interface UnlockPageProps {
  mode: BookMode;
  onUnlock: (passcode: string) => Promise<UnlockState>;
  /** A way in that is offered before the passcode. */
  first?: ReactNode;
  /** Leads to the other book, or to the first screen. */
  onOther?: (() => void) | undefined;
}

/** The first screen of every cold start: one field, one button. */
export function UnlockPage({ mode, onUnlock, first, onOther }: UnlockPageProps) {
  const t = useT('unlock');
  const [passcode, setPasscode] = useState(mode === 'trial' ? TRIAL_PASSCODE : '');
  const [empty, setEmpty] = useState(false);
  const { busy, answer, left, tryWith } = useUnlock(onUnlock);
  const field = useRef<HTMLInputElement>(null);

  // After a wrong try the whole text is marked: typing replaces it, and a paste too.
  useEffect(() => {
    if (answer?.state === 'wrong' || answer?.state === 'wait') field.current?.select();
  }, [answer]);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const typed = passcode.trim();
    setEmpty(typed === '');
    if (typed === '') field.current?.focus();
    else if (!busy && left === 0) void tryWith(typed);
  };
  const waited = answer !== null && 'waitSeconds' in answer && answer.waitSeconds > 0;
  const error = empty ? t('empty') : answer?.state === 'wrong' && !waited ? t('wrong') : undefined;
  return (
    <main className="ui-main">
      <form onSubmit={submit} noValidate>
        <Stack gap={5}>
          <p className="ui-line ui-strong"><Icon name="book" />{t('common:appName')}</p>
          <h1 className="ui-h1">{t(mode === 'trial' ? 'titleTrial' : 'title')}</h1>
          {mode === 'trial' && <Banner tone="gold" role="note">{t('trial')}</Banner>}
          {first}
          <Field label={t('passcode')} error={error}>
            <PasscodeInput
              ref={field}
              // eslint-disable-next-line jsx-a11y/no-autofocus -- the page has this one field
              autoFocus={!first}
              autoComplete="current-password"
              enterKeyHint="go"
              value={passcode}
              onValue={(value) => {
                setPasscode(value);
                setEmpty(false);
              }}
              showLabel={t('show')}
              hideLabel={t('hide')}
            />
          </Field>
          {waited && <Wait left={left} total={answer.waitSeconds} />}
          {answer?.state === 'failed' && <Failed reason={answer.reason} />}
          <Button type="submit" variant={first ? 'secondary' : 'primary'} size="large" icon="unlock" block busy={busy || answer?.state === 'open'} aria-disabled={left > 0 || undefined}>
            {t(busy || answer?.state === 'open' ? 'opening' : 'open')}
          </Button>
          {mode === 'real' && (
            <Disclosure summary={t('forgot.title')}>
              <Stack gap={2}>
                <p>{t('forgot.text')}</p>
                <p>{t('forgot.other')}</p>
              </Stack>
            </Disclosure>
          )}
          {onOther && <Button variant="quiet" onClick={onOther}>{t(`other.${mode}`)}</Button>}
        </Stack>
      </form>
    </main>
  );
}

/** The seconds run for the eye; a screen reader hears the whole wait once, and its end. */
function Wait({ left, total }: { left: number; total: number }) {
  const t = useT('unlock');
  const wait = (seconds: number): string => {
    const minutes = Math.floor(seconds / 60);
    const rest = t('seconds', { count: seconds % 60 });
    return t('wait', { time: minutes > 0 ? `${t('minutes', { count: minutes })} ${rest}` : rest });
  };
  return (
    <Banner tone="warn" icon="clock">
      <p aria-hidden={left > 0} className="ui-num">{left > 0 ? wait(left) : t('again')}</p>
      {left > 0 && <p className="ui-hidden">{wait(total)}</p>}
    </Banner>
  );
}

/** Its words load when they are needed: this page has to be light. */
function Failed({ reason }: { reason: Failure }) {
  const t = useT('errors');
  const [ready, setReady] = useState(false);
  useEffect(() => void loadNamespaces(['errors']).then(() => setReady(true), () => undefined), []);
  return ready ? <Banner tone="danger">{t(reason === 'unavailable' ? 'unlock:unavailable' : reasonKey(reason))}</Banner> : null;
}
