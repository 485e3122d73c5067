import { useState, type FormEvent } from 'react';
import { useT } from '@/i18n';
import type { MeAnswer } from '@/sync/committee';
import { canSignInByPasskey } from '@/sync/committee-persons';
import { Button, Card, Field, Stack, TextInput } from '@/ui';
import type { Answer } from '../calls';
import { Failure } from '../failure';
import { isTyped, NOTHING_TYPED, PasswordFields } from './password-fields';
import { useTask } from './use-task';

/** Signing in: by passkey first, by password with a second factor beneath it. */
export function SignInForm({ onMe }: { onMe: (me: MeAnswer) => void }) {
  const t = useT('persons');
  const { busy, failed, run } = useTask(true);
  const [login, setLogin] = useState('');
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const hasPasskeys = canSignInByPasskey();
  const enter = (answer: Answer<MeAnswer>): void => {
    if (answer.ok) onMe(answer.value);
  };
  const byPassword = (event: FormEvent): void => {
    event.preventDefault();
    if (login.trim() !== '' && isTyped(typed)) void run((client) => client.signInByPassword({ login, ...typed })).then(enter);
  };
  return (
    <Stack gap={4} className="cm-narrow cm-middle">
      {failed && <Failure title={t('signIn.failed')} reason={failed} />}
      {hasPasskeys && (
        <Card title={t('signIn.passkey')}>
          <p>{t('signIn.passkeyText')}</p>
          <Button block size="large" variant="primary" icon="key" busy={busy} onClick={() => void run((client) => client.signInByPasskey()).then(enter)}>{t('signIn.byPasskey')}</Button>
        </Card>
      )}
      <Card title={t('signIn.password')}>
        {!hasPasskeys && <p>{t('signIn.noPasskeys')}</p>}
        <form className="ui-stack ui-gap-4" onSubmit={byPassword}>
          <Field label={t('login')}>
            <TextInput autoCapitalize="none" autoCorrect="off" lang="en" value={login} onValue={setLogin} />
          </Field>
          <PasswordFields typed={typed} onTyped={setTyped} />
          <Button block type="submit" size="large" variant={hasPasskeys ? 'secondary' : 'primary'} busy={busy}>{t('signIn.byPassword')}</Button>
        </form>
      </Card>
      <p className="ui-caption">{t('signIn.lost')}</p>
    </Stack>
  );
}
