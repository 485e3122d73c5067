import { lazy, Suspense, useEffect, useState } from 'react';
import { useT } from '@/i18n';
import { MIN_PASSWORD, type SecondFactorOffer } from '@/sync/committee-persons';
import { Banner, Button, Disclosure, Field, PasscodeInput, Sheet, Spinner, Stack, TextInput } from '@/ui';
import { Failure } from '../failure';
import { useTask } from './use-task';

const QrCode = lazy(() => import('@/ui/qr-code').then(({ QrCode: code }) => ({ default: code })));

/** The secret as a person reads it: groups of four. */
const grouped = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');

function Codes({ codes }: { codes: readonly string[] }) {
  const t = useT('persons');
  return (
    <Stack gap={4}>
      <Banner tone="warn"><p>{t('recovery.once')}</p></Banner>
      <p>{t('recovery.text')}</p>
      <ol className="cm-codes ui-num" aria-label={t('recovery.title')} translate="no">
        {codes.map((code) => <li key={code}>{code}</li>)}
      </ol>
    </Stack>
  );
}

/** [ACC-4] A password with its second factor: the secret goes into the telephone, its code comes back, recovery codes are shown once. */
export function PasswordSheet({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const t = useT('persons');
  const { busy, failed, run } = useTask();
  const [offer, setOffer] = useState<SecondFactorOffer | null>(null);
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  useEffect(() => {
    void run((client) => client.offerSecondFactor()).then((answer) => answer.ok && setOffer(answer.value));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once: each question makes another secret
  }, []);
  const short = [...password].length < MIN_PASSWORD;
  const send = (): void => {
    setTried(true);
    if (!short && password === again && code.trim() !== '') void run((client) => client.setPassword({ password, code })).then((answer) => answer.ok && setCodes(answer.value));
  };
  const footer = codes ? (
    <>
      <Button size="large" icon="print" onClick={() => window.print()}>{t('recovery.print')}</Button>
      <Button size="large" variant="primary" icon="check" onClick={onDone}>{t('recovery.kept')}</Button>
    </>
  ) : (
    <Button size="large" variant="primary" icon="check" busy={busy} onClick={send}>{t('setPassword.send')}</Button>
  );
  return (
    <Sheet open className="cm-slip" dismissible={codes === null && !busy} title={t(codes ? 'recovery.title' : 'setPassword.title')} closeLabel={t('common:close')} onClose={codes ? onDone : onClose} footer={footer}>
      {codes ? (
        <Codes codes={codes} />
      ) : (
        <Stack gap={4}>
          <Field label={t('setPassword.password')} hint={t('setPassword.hint')} error={tried && short ? t('problem.short') : failed === 'passwordWeak' ? t('problem.weak') : undefined}>
            <PasscodeInput showLabel={t('show')} hideLabel={t('hide')} value={password} onValue={setPassword} />
          </Field>
          <Field label={t('setPassword.again')} error={tried && password !== again ? t('problem.again') : undefined}>
            <PasscodeInput showLabel={t('show')} hideLabel={t('hide')} value={again} onValue={setAgain} />
          </Field>
          <p className="ui-strong">{t('setPassword.factor')}</p>
          <p>{t('setPassword.factorText')}</p>
          {offer ? <Suspense><QrCode text={offer.uri} label={t('setPassword.qr')} /></Suspense> : <Spinner>{t('committee:loading')}</Spinner>}
          {offer && <Disclosure summary={t('setPassword.byHand')}><p className="cm-hash" translate="no">{grouped(offer.secret)}</p></Disclosure>}
          <Field label={t('setPassword.code')} error={failed === 'signInWrong' ? t('problem.code') : tried && code.trim() === '' ? t('problem.noCode') : undefined}>
            <TextInput inputMode="numeric" autoComplete="one-time-code" maxLength={8} value={code} onValue={setCode} style={{ maxInlineSize: '10rem' }} />
          </Field>
          {failed && !['passwordWeak', 'signInWrong'].includes(failed) && <Failure title={t('setPassword.failed')} reason={failed} />}
        </Stack>
      )}
    </Sheet>
  );
}
