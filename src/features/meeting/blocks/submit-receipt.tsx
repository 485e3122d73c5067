import { useState } from 'react';
import { useT } from '@/i18n';
import type { QueuedSubmission } from '@/sync';
import { Button, Row, Sheet, Stack } from '@/ui';
import { QrCode } from '@/ui/qr-code';
import { saveFile } from '@/documents';

type Receipt = NonNullable<QueuedSubmission['receipt']>;

/** Keeps the receipt of a document as a small file, or shows it as a code: whoever has either can check it without a network. */
export function KeepReceipt({ receipt }: { receipt: Receipt }) {
  const t = useT('meetingWork');
  const [text, setText] = useState<string | null>(null);
  const make = async (): Promise<string> => (await import('@/sync/receipt-file')).receiptText(receipt);
  const save = async (): Promise<void> => saveFile(new File([await make()], `bien-nhan-so-${receipt.receipt.number}.json`, { type: 'application/json' }));
  return (
    <>
      <Row>
        <Button icon="download" onClick={() => void save()}>{t('submit.keep')}</Button>
        <Button icon="qr" onClick={() => void make().then(setText)}>{t('submit.code')}</Button>
        <Button icon="shield" href="/kiem-tra">{t('submit.check')}</Button>
      </Row>
      {text !== null && (
        <Sheet open title={t('submit.codeTitle', { number: receipt.receipt.number })} closeLabel={t('common:close')} onClose={() => setText(null)}>
          <Stack>
            <QrCode text={text} label={t('submit.codeTitle', { number: receipt.receipt.number })} />
            <p>{t('submit.codeText')}</p>
          </Stack>
        </Sheet>
      )}
    </>
  );
}
