import { useState } from 'react';
import { allWords, canShareFile, FILE_FORMATS, mayLeave, openToPrint, question, refusal, saveFile, shareFile } from '@/documents';
import { useT } from '@/i18n';
import { AskButton, Banner, Button, Card, Grid, Segmented, Stack } from '@/ui';
import { PAPERS, usePaper, type MadePaper, type Paper } from './use-paper';
import type { Review } from './use-review';

/** The papers of a review, to sign and hand in. [APR-1] [SHARE-7] A file leaves the sealed book here alone, and each time after a question. */
export function PaperCard({ review }: { review: Review }) {
  const t = useT('appraisal');
  const [paper, setPaper] = useState<Paper>('self');
  const { ready, busy, failed, make, madeOf } = usePaper(review);
  const made = madeOf(paper);
  const asked = { title: t('paper.askTitle'), lines: [t('common:leave.ask.review'), t('paper.askText')], yes: t('paper.askYes'), no: t('common:cancel') };
  return (
    <Card title={t('paper.title')}>
      <p className="ui-muted">{t('paper.lead')}</p>
      <Segmented label={t('paper.which')} hideLabel options={PAPERS.map((value) => ({ value, label: t(value === 'self' ? 'paper.self' : 'paper.gradePaper') }))} value={paper} onValue={setPaper} />
      <Grid gap={2} column="small">
        {FILE_FORMATS.map((format) => (
          <AskButton key={format} question={asked} size="large" icon="document" busy={busy === format} disabled={!ready || (busy !== null && busy !== format)} onGo={() => void make(paper, format)}>{t(`paper.${format}`)}</AskButton>
        ))}
      </Grid>
      {failed && <Banner tone="danger" title={t('paper.failed')}>{t('paper.failedText')}</Banner>}
      {made && <Offer made={made} />}
    </Card>
  );
}

function Offer({ made: { file, format, form, own } }: { made: MadePaper }) {
  const t = useT('appraisal');
  const [blocked, setBlocked] = useState(false);
  const leaving = { what: 'reviewPaper', text: allWords(form), own } as const;
  const verdict = mayLeave(leaving);
  const refused = refusal(t, verdict);
  const share = async (): Promise<void> => {
    if ((await shareFile(file, leaving)) === 'blocked') saveFile(file);
  };
  return (
    <Stack gap={2} role="group" aria-label={t('paper.ready')}>
      <p role="status" className="ui-caption">{t('paper.readyName', { name: file.name })}</p>
      <Grid gap={2} column="small">
        {canShareFile(file, leaving) && <AskButton question={question(t, verdict)} size="large" icon="share" onGo={() => void share()}>{t('paper.share')}</AskButton>}
        <Button size="large" icon="download" onClick={() => saveFile(file)}>{t('paper.save')}</Button>
        {format === 'pdf' && <Button size="large" icon="print" onClick={() => setBlocked(!openToPrint(file))}>{t('paper.print')}</Button>}
      </Grid>
      {refused && <Banner tone="warn" role="alert">{refused}</Banner>}
      {format === 'pdf' && <p className="ui-caption">{t(blocked ? 'paper.printBlocked' : 'paper.printHint')}</p>}
    </Stack>
  );
}
