import { useState } from 'react';
import { useT } from '@/i18n';
import { canSignInByPasskey } from '@/sync/committee-persons';
import { Button, Sheet, Stack } from '@/ui';
import type { Answer } from '../calls';
import { Failure } from '../failure';
import { isTyped, NOTHING_TYPED, PasswordFields } from './password-fields';
import { useTask } from './use-task';

/** [ACC-6] The person shows anew who they are, before what only they may do. */
export function Confirm({ onDone }: { onDone: (done: boolean) => void }) {
  const t = useT('persons');
  const { busy, failed, run } = useTask(true);
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const settle = (answer: Answer<void>): void => {
    if (answer.ok) onDone(true);
  };
  const hasPasskeys = canSignInByPasskey();
  return (
    <Sheet
      open
      title={t('confirm.title')}
      closeLabel={t('common:close')}
      onClose={() => onDone(false)}
      footer={<Button size="large" variant={hasPasskeys ? 'secondary' : 'primary'} busy={busy} onClick={() => isTyped(typed) && void run((client) => client.confirmByPassword(typed)).then(settle)}>{t('confirm.byPassword')}</Button>}
    >
      <Stack gap={4}>
        <p>{t('confirm.text')}</p>
        {hasPasskeys && <Button block size="large" variant="primary" icon="key" busy={busy} onClick={() => void run((client) => client.confirmByPasskey()).then(settle)}>{t('confirm.byPasskey')}</Button>}
        <PasswordFields typed={typed} onTyped={setTyped} />
        {failed && <Failure title={t('confirm.failed')} reason={failed} />}
      </Stack>
    </Sheet>
  );
}
