import { useState } from 'react';
import { canShareFile, mayLeave, question, saveFile, shareFile, type Leaving } from '@/documents';
import { formatBytes, useRecordT, useT } from '@/i18n';
import { AskButton, Button, Row, Stack, useToast } from '@/ui';
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
  const leaving: Leaving = { what: 'excel', kind: choice.kind };
  const shares = canShareFile(file, leaving);
  const share = async (): Promise<void> => {
    if ((await shareFile(file, leaving)) === 'blocked') saveFile(file);
  };
  return (
    <Stack gap={2} role="group" aria-label={t('ready')}>
      <p role="status">{t('readyName', { name: file.name, size: formatBytes(file.size) })}</p>
      <Row>
        {shares && <AskButton question={question(t, mayLeave(leaving))} variant="primary" size="large" icon="share" onGo={() => void share()}>{t('share')}</AskButton>}
        <Button variant={shares ? 'secondary' : 'primary'} size="large" icon="download" onClick={() => saveFile(file)}>{t('save')}</Button>
      </Row>
    </Stack>
  );
}
