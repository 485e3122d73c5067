import { useState } from 'react';
import { canShareFile, FILE_FORMATS, saveFile, shareFile, type FileFormat } from '@/documents';
import type { Cell } from '@/domain';
import { useT } from '@/i18n';
import { Banner, Button, Grid, Section, Stack } from '@/ui';
import { makePlanFile } from './hand-out';
import type { PlanView } from './use-plan';

const LEAVING = { what: 'yearPlan' } as const;

/** Where the browser would not open its share sheet, the file goes among the downloads. */
const share = async (file: File): Promise<void> => {
  if ((await shareFile(file, LEAVING)) === 'blocked') saveFile(file);
};

/** All that the document says. */
const basisOf = ({ plan, people }: PlanView, cell: Cell): string => JSON.stringify([plan, people, cell]);

/** The plan as a document, to sign and send. Two taps on purpose: a browser opens its share sheet only right after a tap. */
export function PlanFile({ view, cell }: { view: PlanView; cell: Cell }) {
  const t = useT('plan');
  const [made, setMade] = useState<{ file: File; basis: string } | null>(null);
  const [busy, setBusy] = useState<FileFormat | null>(null);
  const [failed, setFailed] = useState(false);
  const make = async (format: FileFormat): Promise<void> => {
    setBusy(format);
    setFailed(false);
    try {
      const basis = basisOf(view, cell);
      setMade({ file: await makePlanFile(view, cell, format), basis });
    } catch {
      setFailed(true);
    }
    setBusy(null);
  };
  // A file of an older plan must not be handed out; one stays while something else of the book is written.
  const file = made && made.basis === basisOf(view, cell) ? made.file : null;
  return (
    <Section title={t('file.title')}>
      <p className="ui-muted">{t('file.lead')}</p>
      <Grid gap={2} column="small">
        {FILE_FORMATS.map((format) => (
          <Button key={format} size="large" icon="document" busy={busy === format} disabled={busy !== null && busy !== format} onClick={() => void make(format)}>{t(`file.${format}`)}</Button>
        ))}
      </Grid>
      {failed && <Banner tone="danger" title={t('file.failed')}>{t('file.failedText')}</Banner>}
      {file && (
        <Stack gap={2} role="group" aria-label={t('file.ready')}>
          <p role="status">{t('file.readyName', { name: file.name })}</p>
          <Grid gap={2} column="small">
            {canShareFile(file, LEAVING) && <Button size="large" icon="share" onClick={() => void share(file)}>{t('file.share')}</Button>}
            <Button size="large" icon="download" onClick={() => saveFile(file)}>{t('file.save')}</Button>
          </Grid>
        </Stack>
      )}
    </Section>
  );
}
