import { useEffect, useState } from 'react';
import { useT } from '@/i18n';
import { useBook } from '@/storage';
import { canHavePasskey, hasPasskey, removePasskey } from '@/storage/passkey';
import { Button, ConfirmDialog, Disclosure, Section, Stack, StatusText, useToast } from '@/ui';
import { PasskeySheet } from './passkey-sheet';

/** Unlocking by finger or face: added and removed here, with an honest word on what it keeps out. */
export function Passkey() {
  const t = useT('settings');
  const book = useBook();
  const toast = useToast();
  const [present, setPresent] = useState<boolean | null>(null);
  const [possible, setPossible] = useState<boolean | null>(null);
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState(false);
  useEffect(() => {
    hasPasskey(book).then(setPresent, () => undefined);
    canHavePasskey().then(setPossible, () => setPossible(false));
  }, [book]);

  const remove = async (): Promise<void> => {
    setRemoving(false);
    const removed = await removePasskey(book).then(() => true, () => false);
    if (removed) setPresent(false);
    toast({ text: t(removed ? 'passkey.removed' : 'errors:unknown') });
  };
  const ready = present !== null && possible !== null;
  return (
    <Section title={t('passkey.title')}>
      <div role="status">
        {ready && <StatusText icon={present ? 'check' : 'info'} tone={present ? 'ok' : 'neutral'}>{t(present ? 'passkey.on' : possible ? 'passkey.off' : 'passkey.impossible')}</StatusText>}
      </div>
      {ready && (present || possible) && (
        <>
          <Disclosure summary={t('passkey.honest')}>
            <Stack gap={2}>
              {(['copy', 'weak', 'holder', 'account'] as const).map((what) => <p key={what}>{t(`passkey.${what}`)}</p>)}
            </Stack>
          </Disclosure>
          {present ? (
            <Button icon="trash" block onClick={() => setRemoving(true)}>{t('passkey.remove')}</Button>
          ) : (
            <Button icon="key" block onClick={() => setAdding(true)}>{t('passkey.add')}</Button>
          )}
        </>
      )}
      <PasskeySheet open={adding} onClose={() => setAdding(false)} onAdded={() => setPresent(true)} />
      <ConfirmDialog
        open={removing}
        title={t('passkey.sure')}
        confirmLabel={t('passkey.remove')}
        cancelLabel={t('common:cancel')}
        danger
        onConfirm={() => void remove()}
        onCancel={() => setRemoving(false)}
      >
        {t('passkey.sureText')}
      </ConfirmDialog>
    </Section>
  );
}
