import { isResolution, PAPER_KINDS, readPaper, splitKey, type CalendarDate, type Json, type Paper, type RecordKey } from '@/domain';
import { useT } from '@/i18n';
import { useDraft, useFields, useWrite } from '@/storage';
import { Button, DateInput, Field, Select, Sheet, Slot, Stack, TextArea, useToast } from '@/ui';
import { NumberFields } from './number-fields';
import { PaperLife } from './paper-life';

const YEARS = (issued: number): number[] => [issued - 1, issued, issued + 1];

/** What a document's number is looked at among. */
export interface NumberedIn {
  readonly papers: readonly Paper[];
  readonly today: CalendarDate;
  /** First day of the term in which numbers run. */
  readonly term: CalendarDate;
}

/** One document whole, on the disk as it is typed. */
export function PaperSheet({ shown, onClose, ...among }: { shown: RecordKey | null; onClose: () => void } & NumberedIn) {
  const t = useT('papers');
  return (
    <Sheet open={shown !== null} title={t('sheet')} closeLabel={t('common:close')} onClose={onClose}>
      {shown && <PaperForm key={shown} record={shown} onClose={onClose} {...among} />}
    </Sheet>
  );
}

function PaperForm({ record, onClose, ...among }: { record: RecordKey; onClose: () => void } & NumberedIn) {
  const t = useT('papers');
  const write = useWrite();
  const toast = useToast();
  const fields = useFields(record);
  const title = useDraft(record, 'title');
  const note = useDraft(record, 'note');
  const paper = fields && readPaper(splitKey(record).id, fields);
  if (!paper) return null;
  const put = (field: string, value: Json): void => void write([{ key: record, field, value }]);
  const remove = (): void => {
    const was = Object.entries(fields).map(([field, value]) => ({ key: record, field, value }));
    void write(was.map((one) => ({ ...one, value: null })));
    onClose();
    toast({ text: t('removed'), action: { label: t('undo'), run: () => void write(was) } });
  };
  const date = (field: keyof Paper, label: string, hint?: string) => (
    <Field label={label} hint={hint}>
      <DateInput value={(paper[field] as string | null) ?? ''} onValue={(value) => put(field, value || null)} />
    </Field>
  );
  return (
    <Stack>
      <Field label={t('field.kind')}>
        <Select value={paper.kind} onValue={(kind) => put('kind', kind)}>
          {PAPER_KINDS.map((kind) => <option key={kind} value={kind}>{t(`kind.${kind}`)}</option>)}
        </Select>
      </Field>
      <Field label={t('field.title')}>
        <TextArea rows={2} maxLength={500} value={title.value} onValue={title.set} onBlur={() => void title.flush()} />
      </Field>
      {date('issuedOn', t('field.issuedOn'))}
      <NumberFields record={record} paper={paper} {...among} />
      {paper.year !== null && (
        <Field label={t('field.year')}>
          <Select value={paper.year} onValue={(year) => put('year', Number(year))}>
            {YEARS(paper.issuedOn ? Number(paper.issuedOn.slice(0, 4)) : paper.year).map((year) => <option key={year} value={year}>{year}</option>)}
          </Select>
        </Field>
      )}
      {date('validTo', t('field.validTo'), t('field.validToHint'))}
      {isResolution(paper) && (
        <>
          {date('reviewOn', t('field.reviewOn'))}
          {date('reviewedOn', t('field.reviewedOn'))}
          {date('summaryOn', t('field.summaryOn'))}
          {date('summarisedOn', t('field.summarisedOn'))}
        </>
      )}
      <PaperLife paper={paper} />
      <Field label={t('field.note')}>
        <TextArea rows={2} maxLength={2000} value={note.value} onValue={note.set} onBlur={() => void note.flush()} />
      </Field>
      <Slot name="attachments" owner={record} />
      <Button variant="primary" size="large" block onClick={onClose}>{t('done')}</Button>
      <Button variant="quiet" icon="trash" onClick={remove}>{t('remove')}</Button>
    </Stack>
  );
}
