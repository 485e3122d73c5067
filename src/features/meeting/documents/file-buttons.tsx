import { useState } from 'react';
import { allWords, canShareFile, documentFileName, FILE_FORMATS, makeDocumentFile, mayLeave, openToPrint, question, refusal, saveFile, shareFile, type DocumentKind, type FileFormat, type Leaving, type PartyDocument } from '@/documents';
import type { Meeting, OwnNames } from '@/domain';
import { useT } from '@/i18n';
import { AskButton, Banner, Button, Grid, Stack } from '@/ui';

interface Made {
  readonly file: File;
  readonly format: FileFormat;
  readonly from: PartyDocument;
}

/** Makes the file, then offers it. Two taps on purpose: a browser opens its share sheet and its windows only right after a tap. */
export function FileButtons({ form, kind, meeting, own, missing }: { form: PartyDocument | null; kind: DocumentKind; meeting: Meeting; own: OwnNames; missing?: string | undefined }) {
  const t = useT('documents');
  const [made, setMade] = useState<Made | null>(null);
  const [busy, setBusy] = useState<FileFormat | null>(null);
  const [failed, setFailed] = useState(false);
  const make = async (format: FileFormat): Promise<void> => {
    if (!form) return;
    setBusy(format);
    setFailed(false);
    try {
      setMade({ file: await makeDocumentFile(form, format, documentFileName(kind, meeting, format)), format, from: form });
    } catch {
      setFailed(true);
    }
    setBusy(null);
  };
  // A file of older words must not be handed out; one of the same words stays, whatever else of the meeting was written meanwhile.
  const ready = made !== null && (made.from === form || JSON.stringify(made.from) === JSON.stringify(form)) ? made : null;
  return (
    <Stack gap={3}>
      {missing !== undefined && <p className="ui-muted">{missing}</p>}
      <Grid gap={2} column="small">
        {FILE_FORMATS.map((format) => (
          <Button key={format} size="large" variant={ready ? 'secondary' : 'primary'} icon="document" busy={busy === format} disabled={!form || (busy !== null && busy !== format)} onClick={() => void make(format)}>
            {t(`make.${format}`)}
          </Button>
        ))}
      </Grid>
      {failed && <Banner tone="danger" title={t('failed.title')}>{t('failed.text')}</Banner>}
      {ready && <Offer made={ready} leaving={{ what: 'document', kind, text: allWords(ready.from), closed: meeting.state === 'closed', own }} />}
    </Stack>
  );
}

function Offer({ made: { file, format }, leaving }: { made: Made; leaving: Leaving }) {
  const t = useT('documents');
  const verdict = mayLeave(leaving);
  const refused = refusal(t, verdict);
  const shares = canShareFile(file, leaving);
  const share = async (): Promise<void> => {
    if ((await shareFile(file, leaving)) === 'blocked') saveFile(file);
  };
  const [blocked, setBlocked] = useState(false);
  return (
    <Stack gap={2} role="group" aria-label={t('ready')}>
      <p role="status" className="ui-caption">{t('readyName', { name: file.name })}</p>
      <Grid gap={2} column="small">
        {shares && <AskButton question={question(t, verdict)} variant="primary" size="large" icon="share" onGo={() => void share()}>{t('share')}</AskButton>}
        <Button variant={shares ? 'secondary' : 'primary'} size="large" icon="download" onClick={() => saveFile(file)}>{t('save')}</Button>
        {format === 'pdf' && <Button size="large" icon="print" onClick={() => setBlocked(!openToPrint(file))}>{t('print')}</Button>}
      </Grid>
      {refused && <Banner tone="warn" role="alert">{refused}</Banner>}
      {format === 'pdf' && <p className="ui-caption">{t(blocked ? 'printBlocked' : 'printHint')}</p>}
    </Stack>
  );
}
