import { useEffect, useRef, useState } from 'react';
import { useT } from '@/i18n';
import { useBook } from '@/storage';
import { groupSheet, loadSync, reasonKey, type Connection, type Failure } from '@/sync';
import { Banner, Button, Stack } from '@/ui';
import { ConfirmGroups } from '@/ui/confirm-groups';
import { Paper } from './paper';

/** Shows the sheet, has it printed or written down, asks two groups of it back, and only then puts it into force. */
export function MakeSheet({ connection, sheet, onDone, onCancel }: { connection: Connection; sheet: string; onDone: () => void; onCancel: () => void }) {
  const t = useT('recovery');
  const book = useBook();
  const [step, setStep] = useState<'paper' | 'confirm'>('paper');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Failure | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    window.scrollTo(0, 0);
  }, [step]);
  const keep = async (): Promise<void> => {
    setBusy(true);
    setFailed(null);
    const { keepSheet, ApiError } = await loadSync();
    try {
      await keepSheet(book, connection, sheet);
      onDone();
    } catch (error) {
      setFailed(error instanceof ApiError ? error.reason : 'unknown');
      setBusy(false);
    }
  };
  if (step === 'paper') {
    return (
      <Stack gap={5}>
        <h2 className="ui-h2 ui-no-print" tabIndex={-1} ref={heading}>{t('paper.title')}</h2>
        <p className="ui-no-print">{t('paper.text')}</p>
        <Paper sheet={sheet} />
        <Stack gap={3} className="ui-no-print">
          <Button icon="print" size="large" block onClick={() => window.print()}>{t('paper.print')}</Button>
          <p className="ui-muted">{t('paper.noPrinter')}</p>
          <Button variant="primary" size="large" block onClick={() => setStep('confirm')}>{t('paper.next')}</Button>
          <Button variant="quiet" block onClick={onCancel}>{t('paper.cancel')}</Button>
        </Stack>
      </Stack>
    );
  }
  return (
    <Stack gap={5}>
      <h2 className="ui-h2" tabIndex={-1} ref={heading}>{t('confirm.title')}</h2>
      <p>{t('confirm.text')}</p>
      <ConfirmGroups
        groups={sheet.split('-')}
        clean={groupSheet}
        label={(number) => t('confirm.group', { number })}
        wrong={t('confirm.wrong')}
        button={t(busy ? 'confirm.busy' : 'confirm.button')}
        busy={busy}
        onConfirmed={() => void keep()}
      />
      {failed && <Banner tone="danger" title={t('confirm.failed')}>{t(reasonKey(failed))}</Banner>}
      <Button variant="quiet" block onClick={() => setStep('paper')}>{t('confirm.back')}</Button>
    </Stack>
  );
}
