import { useState, type FormEvent } from 'react';
import { useT } from '@/i18n';
import { StorageError, useBook } from '@/storage';
import { addPasskey, PasskeyError } from '@/storage/passkey';
import { reasonKey } from '@/sync';
import { Banner, Button, Field, PasscodeInput, Sheet, Stack, useToast } from '@/ui';

export interface PasskeySheetProps {
  open: boolean;
  onClose: () => void;
  onAdded: () => void;
}

/** The passcode first, then what the machine itself asks. */
export function PasskeySheet({ open, onClose, onAdded }: PasskeySheetProps) {
  const t = useT('settings');
  return (
    <Sheet open={open} title={t('passkey.add')} closeLabel={t('common:close')} onClose={onClose} dismissible={false}>
      <PasskeyForm onClose={onClose} onAdded={onAdded} />
    </Sheet>
  );
}

/** The key of the words for why there is no passkey. */
function whyNot(error: unknown): string {
  if (error instanceof PasskeyError) return `passkey.failed.${error.reason}`;
  return reasonKey(error instanceof StorageError ? error.reason : 'unknown');
}

function PasskeyForm({ onClose, onAdded }: Omit<PasskeySheetProps, 'open'>) {
  const t = useT('settings');
  const book = useBook();
  const toast = useToast();
  const [passcode, setPasscode] = useState('');
  const [wrong, setWrong] = useState<'old' | 'wrong' | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const typed = passcode.trim();
    if (busy) return;
    setFailed(null);
    setWrong(typed === '' ? 'old' : null);
    if (typed === '') return;
    setBusy(true);
    try {
      if (await addPasskey(book, typed, t('common:appName'))) {
        toast({ text: t('passkey.added') });
        onAdded();
        onClose();
      } else setWrong('wrong');
    } catch (error) {
      setFailed(whyNot(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        <p>{t('passkey.lead')}</p>
        <Field label={t('passcode.old')} error={wrong ? t(`passcode.trouble.${wrong}`) : undefined}>
          <PasscodeInput
            autoComplete="current-password"
            value={passcode}
            onValue={(value) => {
              setPasscode(value);
              setWrong(null);
            }}
            showLabel={t('passcode.show')}
            hideLabel={t('passcode.hide')}
          />
        </Field>
        {failed && <Banner tone="danger">{t(failed)}</Banner>}
        <Button type="submit" variant="primary" size="large" icon="key" block busy={busy}>{t(busy ? 'passkey.busy' : 'passkey.submit')}</Button>
      </Stack>
    </form>
  );
}
