import type { AppraisalSection, YearEvidence } from '@/domain';
import { useRecordT, useT } from '@/i18n';
import { useDraft } from '@/storage';
import { Button, Field, Sheet, Stack, TextArea, useToast } from '@/ui';
import { helpText } from './help-text';
import type { Review } from './use-review';

interface SectionSheetProps {
  readonly review: Review;
  readonly evidence: YearEvidence | undefined;
  readonly shown: string | null;
  readonly onShow: (id: string | null) => void;
}

/** One section of the self-review, on the disk as it is typed; from it on to the next. */
export function SectionSheet({ review, evidence, shown, onShow }: SectionSheetProps) {
  const t = useT('appraisal');
  const { sections } = review.form;
  const index = sections.findIndex(({ id }) => id === shown);
  const section = sections[index];
  const next = sections[index + 1];
  return (
    <Sheet wide open={section !== undefined} title={section?.label ?? ''} closeLabel={t('common:close')} onClose={() => onShow(null)}>
      {section && (
        <Stack key={section.id}>
          <SectionText review={review} section={section} evidence={evidence} />
          <Button variant="primary" size="large" block onClick={() => onShow(null)}>{t('done')}</Button>
          {next && <Button icon="next" block onClick={() => onShow(next.id)}>{t('form.next')}</Button>}
        </Stack>
      )}
    </Sheet>
  );
}

function SectionText({ review, section, evidence }: { review: Review; section: AppraisalSection; evidence: YearEvidence | undefined }) {
  const t = useT('appraisal');
  const recordT = useRecordT('appraisal');
  const toast = useToast();
  const draft = useDraft(review.record, `text/${section.id}`);
  const help = evidence ? helpText(section.help, evidence, recordT) : '';
  const copy = (): void => {
    draft.set([draft.value.trim(), help].filter(Boolean).join('\n'));
    toast({ text: t('help.copied') });
  };
  return (
    <>
      <Field label={t('form.text')} hint={section.hint}>
        <TextArea data-autofocus rows={8} style={{ minBlockSize: '9rem' }} maxLength={20_000} value={draft.value} onValue={draft.set} onBlur={() => void draft.flush()} />
      </Field>
      {help !== '' && !draft.value.includes(help) && (
        <Stack gap={2}>
          <p className="ui-caption" style={{ whiteSpace: 'pre-line' }}>{help}</p>
          <Button icon="plus" onClick={copy}>{t('help.copy')}</Button>
        </Stack>
      )}
    </>
  );
}
