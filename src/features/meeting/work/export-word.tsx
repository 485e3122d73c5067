import { useState } from 'react';
import { loadDocx, minutesFileName, type FinalMinutes } from '@/documents';
import { useT } from '@/i18n';
import { Button, Row, Stack, useToast } from '@/ui';
import type { MeetingContext } from '../meeting-context';
import { canShare, saveFile, shareFile } from './share-file';

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
  return (
    <Stack gap={2} role="group" aria-label={t('word.ready')}>
      <p role="status" className="ui-caption">{t('word.readyName', { name: file.name })}</p>
      <Row>
        {canShare(file) && <Button variant="primary" size="large" icon="share" onClick={() => void shareFile(file).catch(() => saveFile(file))}>{t('word.share')}</Button>}
        <Button variant={canShare(file) ? 'secondary' : 'primary'} size="large" icon="download" onClick={() => saveFile(file)}>{t('word.save')}</Button>
      </Row>
    </Stack>
  );
}
