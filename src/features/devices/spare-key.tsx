import { useEffect, useState } from 'react';
import { formatMoment, useT } from '@/i18n';
import { useBook } from '@/storage';
import { loadSync, reasonKey, type Connection, type Failure, type SpareKey } from '@/sync';
import { Banner, Button, ConfirmDialog, Section, Stack, useToast } from '@/ui';

/** [ESC-2] The committee's spare key, where it has one: what saying yes means, the letters to compare, and how to take the word back. */
export function SpareKeySection({ connection }: { connection: Connection }) {
  const t = useT('devices');
  const toast = useToast();
  const book = useBook();
  const [key, setKey] = useState<SpareKey | null>(null);
  const [asking, setAsking] = useState<'agree' | 'withdraw' | null>(null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Failure | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let wanted = true;
    // Without a line nothing is known of it, and nothing can be done about it: the list above says so.
    void loadSync()
      .then(({ spareKey }) => spareKey(book, connection))
      .then((found) => wanted && setKey(found), () => undefined);
    return () => {
      wanted = false;
    };
  }, [book, connection, round]);
  if (!key) return null;
  const close = (): void => {
    setAsking(null);
    setFailed(null);
  };
  const act = async (): Promise<void> => {
    setBusy(true);
    setFailed(null);
    const { agreeToSpareKey, withdrawSpareKey, ApiError } = await loadSync();
    try {
      if (asking === 'agree') await agreeToSpareKey(book, connection, key.publicKey);
      else await withdrawSpareKey(connection);
      toast({ text: t(`spare.done.${asking ?? 'agree'}`) });
      close();
    } catch (error) {
      setFailed(error instanceof ApiError ? error.reason : 'unknown');
    } finally {
      setBusy(false);
      setRound((now) => now + 1);
    }
  };
  const why = failed && (failed === 'contentMismatch' ? t('spare.changed') : t(reasonKey(failed)));
  return (
    <Section title={t('spare.title')}>
      {key.usedAt && <Banner tone="warn" title={t('spare.used', { moment: formatMoment(key.usedAt) })}>{t('spare.usedText')}</Banner>}
      <p>{t(key.agreedAt ? 'spare.agreed' : 'spare.asked', { moment: key.agreedAt ? formatMoment(key.agreedAt) : '' })}</p>
      <p className="ui-muted">{t('spare.means')}</p>
      <Letters letters={key.letters} />
      {key.agreedAt ? (
        <Button block onClick={() => setAsking('withdraw')}>{t('spare.withdraw')}</Button>
      ) : (
        <Button variant="primary" size="large" icon="key" block onClick={() => setAsking('agree')}>{t('spare.agree')}</Button>
      )}
      <ConfirmDialog
        open={asking !== null}
        title={t(`spare.${asking ?? 'agree'}Title`)}
        confirmLabel={t(busy ? 'spare.busy' : `spare.${asking ?? 'agree'}Confirm`)}
        cancelLabel={t('common:cancel')}
        busy={busy}
        onConfirm={() => void act()}
        onCancel={close}
      >
        <Stack gap={3}>
          <p>{t(`spare.${asking ?? 'agree'}Text`)}</p>
          {asking === 'agree' && <Letters letters={key.letters} />}
          {why && <Banner tone="danger" title={t('spare.failed')}>{why}</Banner>}
        </Stack>
      </ConfirmDialog>
    </Section>
  );
}

function Letters({ letters }: { letters: string }) {
  const t = useT('devices');
  return (
    <p>
      <span className="ui-caption">{t('spare.letters')}</span>
      <br />
      <span className="ui-h1 ui-strong ui-num" translate="no" style={{ letterSpacing: '0.08em' }}>{letters}</span>
    </p>
  );
}
