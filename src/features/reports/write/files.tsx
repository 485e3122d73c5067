import { useMemo, useState } from 'react';
import { allWords, canShareFile, FILE_FORMATS, makeDocumentFile, mayLeave, openToPrint, question, refusal, saveFile, shareFile, type FileFormat, type Leaving } from '@/documents';
import { reportFileName, reportForm, reportMark } from '@/documents/report';
import type { Cell, ClosedReport, Member, Report } from '@/domain';
import { useT } from '@/i18n';
import { AskButton, Banner, Button, Grid, Section, Stack } from '@/ui';

interface Made {
  readonly file: File;
  readonly format: FileFormat;
  readonly words: string;
}

/** The report as a document. Two taps on purpose: a browser opens its share sheet and its windows only right after a tap. */
export function Files({ report, shown, cell, members }: { report: Report; shown: ClosedReport; cell: Cell; members: readonly Member[] }) {
  const t = useT('report');
  const head = report.closedHead ?? cell;
  const form = useMemo(() => reportForm(shown, head, reportMark(report)), [shown, head, report]);
  const words = JSON.stringify(form);
  const [made, setMade] = useState<Made | null>(null);
  const [busy, setBusy] = useState<FileFormat | null>(null);
  const [failed, setFailed] = useState(false);
  const make = async (format: FileFormat): Promise<void> => {
    setBusy(format);
    setFailed(false);
    try {
      setMade({ file: await makeDocumentFile(form, format, reportFileName(report.id, format)), format, words });
    } catch {
      setFailed(true);
    }
    setBusy(null);
  };
  return (
    <Section title={t('files.title')}>
      <Grid gap={2} column="small">
        {FILE_FORMATS.map((format) => (
          <Button key={format} size="large" icon="document" busy={busy === format} disabled={busy !== null && busy !== format} onClick={() => void make(format)}>{t(`documents:make.${format}`)}</Button>
        ))}
      </Grid>
      {failed && <Banner tone="danger" title={t('documents:failed.title')}>{t('documents:failed.text')}</Banner>}
      {/* A file of older words must not be handed out. */}
      {made?.words === words && <Offer made={made} leaving={{ what: 'report', text: allWords(form), names: members.map(({ name }) => name), closed: report.state === 'closed', own: { cell: head, roster: members } }} />}
    </Section>
  );
}

function Offer({ made: { file, format }, leaving }: { made: Made; leaving: Leaving }) {
  const t = useT('documents');
  const verdict = mayLeave(leaving);
  const refused = refusal(t, verdict);
  const [blocked, setBlocked] = useState(false);
  const share = async (): Promise<void> => {
    if ((await shareFile(file, leaving)) === 'blocked') saveFile(file);
  };
  return (
    <Stack gap={2} role="group" aria-label={t('ready')}>
      <p role="status" className="ui-caption">{t('readyName', { name: file.name })}</p>
      <Grid gap={2} column="small">
        {canShareFile(file, leaving) && <AskButton question={question(t, verdict)} size="large" icon="share" onGo={() => void share()}>{t('share')}</AskButton>}
        <Button size="large" icon="download" onClick={() => saveFile(file)}>{t('save')}</Button>
        {format === 'pdf' && <Button size="large" icon="print" onClick={() => setBlocked(!openToPrint(file))}>{t('print')}</Button>}
      </Grid>
      {refused && <Banner tone="warn" role="alert">{refused}</Banner>}
      {format === 'pdf' && <p className="ui-caption">{t(blocked ? 'printBlocked' : 'printHint')}</p>}
    </Stack>
  );
}
