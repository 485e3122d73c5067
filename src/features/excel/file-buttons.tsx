import { useState } from 'react';
import { formatBytes, useRecordT, useT } from '@/i18n';
import { Button, Row, Stack, useToast } from '@/ui';
import { canShare, saveFile, shareFile } from './hand-out';
import { makeExcel, type Choice } from './make';
import type { Held, Holdings } from './use-holdings';

/**
 * Makes the file, then offers to share or keep it. Two taps on purpose: a browser opens its share sheet only right after a tap, and making
 * a large file takes a slow phone longer than that.
 */
export function FileButtons(props: { choice: Choice; holdings: Holdings; held: readonly Held[]; empty: boolean }) {
  const { choice, holdings, held, empty } = props;
  const t = useT('excel');
  const words = useRecordT('excel');
  const toast = useToast();
  const [made, setMade] = useState<{ file: File; choice: Choice; holdings: Holdings; held: readonly Held[] } | null>(null);
  const [busy, setBusy] = useState(false);
  // A file of another choice, or of older records, must not be handed out.
  const file = made && made.choice === choice && made.holdings === holdings && made.held === held ? made.file : null;
  const make = async (): Promise<void> => {
    setBusy(true);
    try {
      setMade({ file: await makeExcel(choice, holdings, held, words), choice, holdings, held });
    } catch {
      toast({ text: t('failed'), tone: 'danger' });
    }
    setBusy(false);
  };
  if (!file) {
    return (
      <Row>
        <Button variant="primary" size="large" icon="document" busy={busy} disabled={empty} onClick={() => void make()}>{t('make')}</Button>
      </Row>
    );
  }
  const shares = canShare(file);
  return (
    <Stack gap={2} role="group" aria-label={t('ready')}>
      <p role="status">{t('readyName', { name: file.name, size: formatBytes(file.size) })}</p>
      <Row>
        {shares && <Button variant="primary" size="large" icon="share" onClick={() => void shareFile(file)}>{t('share')}</Button>}
        <Button variant={shares ? 'secondary' : 'primary'} size="large" icon="download" onClick={() => saveFile(file)}>{t('save')}</Button>
      </Row>
    </Stack>
  );
}
