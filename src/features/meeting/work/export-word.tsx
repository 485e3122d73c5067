import { useState } from 'react';
import { allWords, canShareFile, loadDocx, mayLeave, minutesFileName, question, refusal, saveFile, shareFile, type FinalMinutes, type Leaving } from '@/documents';
import { useT } from '@/i18n';
import { AskButton, Button, Row, Stack, useToast } from '@/ui';
import type { MeetingContext } from '../meeting-context';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

async function wordFile({ cell, meeting }: MeetingContext, { title, subject, sections }: FinalMinutes): Promise<File> {
  const { minutesDocx } = await loadDocx();
  const bytes = await minutesDocx({ minutes: { title, subject, sections }, cell, meeting });
  return new File([bytes as BlobPart], minutesFileName(meeting), { type: WORD });
}

/**
 * Makes the Word file, then offers to share or keep it. Two taps on purpose: a browser opens its share sheet only right after a tap,
 * and making the file takes a slow phone longer than that.
 */
export function ExportWord({ ctx, minutes, quiet }: { ctx: MeetingContext; minutes: FinalMinutes; quiet?: boolean }) {
  const t = useT('meetingWork');
  const toast = useToast();
  const [made, setMade] = useState<{ readonly file: File; readonly from: FinalMinutes } | null>(null);
  const [busy, setBusy] = useState(false);
  // A file of older words must not be handed out.
  const file = made?.from === minutes ? made.file : null;
  const make = async (): Promise<void> => {
    setBusy(true);
    try {
      setMade({ file: await wordFile(ctx, minutes), from: minutes });
    } catch {
      toast({ text: t('word.failed'), tone: 'danger' });
    }
    setBusy(false);
  };
  if (!file) {
    return <Button variant={quiet ? 'quiet' : 'primary'} size={quiet ? 'normal' : 'large'} icon="document" busy={busy} onClick={() => void make()}>{t(quiet ? 'word.draft' : 'word.make')}</Button>;
  }
  const leaving: Leaving = { what: 'document', kind: 'minutes', text: allWords(minutes), closed: ctx.locked, own: ctx };
  const verdict = mayLeave(leaving);
  const refused = refusal(t, verdict);
  const shares = canShareFile(file, leaving);
  const share = async (): Promise<void> => {
    if ((await shareFile(file, leaving)) === 'blocked') saveFile(file);
  };
  return (
    <Stack gap={2} role="group" aria-label={t('word.ready')}>
      <p role="status" className="ui-caption">{t('word.readyName', { name: file.name })}</p>
      <Row>
        {shares && <AskButton question={question(t, verdict)} variant="primary" size="large" icon="share" onGo={() => void share()}>{t('word.share')}</AskButton>}
        <Button variant={shares ? 'secondary' : 'primary'} size="large" icon="download" onClick={() => saveFile(file)}>{t('word.save')}</Button>
      </Row>
      {refused && <p role="alert">{refused}</p>}
    </Stack>
  );
}
