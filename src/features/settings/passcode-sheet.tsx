import { useState, type FormEvent } from 'react';
import { guessTime, passcodeStrength } from '@/domain';
import { useT } from '@/i18n';
import { Banner, Button, Field, PasscodeInput, Sheet, Stack, useToast } from '@/ui';

/** Changes the passcode; false when the old one is wrong. */
export type ChangePasscode = (oldCode: string, newCode: string) => Promise<boolean>;

/** The old passcode and the new one twice. */
export function PasscodeSheet({ open, onClose, onChange }: { open: boolean; onClose: () => void; onChange: ChangePasscode }) {
  const t = useT('settings');
  return (
    <Sheet open={open} title={t('passcode.change')} closeLabel={t('common:close')} onClose={onClose} dismissible={false}>
      <PasscodeForm onClose={onClose} onChange={onChange} />
    </Sheet>
  );
}

type Trouble = 'old' | 'wrong' | 'short' | 'different' | 'failed';

function PasscodeForm({ onClose, onChange }: { onClose: () => void; onChange: ChangePasscode }) {
  const t = useT('settings');
  const toast = useToast();
  const [codes, setCodes] = useState({ old: '', first: '', second: '' });
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [busy, setBusy] = useState(false);
  const strength = passcodeStrength(codes.first);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const wrong = codes.old.trim() === '' ? 'old' : strength === 'short' ? 'short' : codes.first.trim() !== codes.second.trim() ? 'different' : null;
    setTrouble(wrong);
    if (wrong) return;
    setBusy(true);
    const changed = await onChange(codes.old.trim(), codes.first.trim()).catch(() => null);
    setBusy(false);
    if (changed) {
      toast({ text: t('passcode.changed') });
      onClose();
    } else setTrouble(changed === null ? 'failed' : 'wrong');
  };
  const field = (name: keyof typeof codes, errors: readonly Trouble[], hint?: string) => (
    <Field label={t(`passcode.${name}`)} hint={hint} error={trouble && errors.includes(trouble) ? t(`passcode.trouble.${trouble}`) : undefined}>
      <PasscodeInput
        autoComplete={name === 'old' ? 'current-password' : 'new-password'}
        value={codes[name]}
        onValue={(value) => {
          setCodes({ ...codes, [name]: value });
          setTrouble(null);
        }}
        showLabel={t('passcode.show')}
        hideLabel={t('passcode.hide')}
      />
    </Field>
  );
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        {field('old', ['old', 'wrong'])}
        {field('first', ['short'], t('passcode.rule'))}
        <p aria-live="polite">{strength !== 'short' && t(`common:passcode.strength.${strength}`, { time: t(`common:passcode.time.${guessTime(codes.first)}`) })}</p>
        {field('second', ['different'])}
        <Banner tone="warn" role="note">{t('passcode.forget')}</Banner>
        {trouble === 'failed' && <Banner tone="danger">{t('errors:unknown')}</Banner>}
        <Button type="submit" variant="primary" size="large" block busy={busy}>{t(busy ? 'passcode.busy' : 'passcode.submit')}</Button>
      </Stack>
    </form>
  );
}
