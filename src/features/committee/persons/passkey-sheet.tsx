import { useState } from 'react';
import { useT } from '@/i18n';
import { Button, Field, Sheet, Stack, TextInput } from '@/ui';
import { Failure } from '../failure';
import { useTask } from './use-task';

/** A passkey on this device, under the name by which its person knows the device. */
export function PasskeySheet({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const t = useT('persons');
  const { busy, failed, run } = useTask();
  const [name, setName] = useState(() => t('passkeys.thisDevice'));
  const add = (): void => {
    if (name.trim() !== '') void run((client) => client.addPasskey(name.trim())).then((answer) => answer.ok && onDone());
  };
  return (
    <Sheet open title={t('passkeys.add')} closeLabel={t('common:close')} onClose={onClose} footer={<Button size="large" variant="primary" icon="key" busy={busy} onClick={add}>{t('passkeys.make')}</Button>}>
      <Stack gap={4}>
        <p>{t('passkeys.how')}</p>
        <Field label={t('passkeys.name')} hint={t('passkeys.nameHint')}>
          <TextInput maxLength={60} value={name} onValue={setName} />
        </Field>
        {failed && <Failure title={t('passkeys.failed')} reason={failed} />}
      </Stack>
    </Sheet>
  );
}
