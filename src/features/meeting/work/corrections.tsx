import { useState } from 'react';
import { loadProof } from '@/documents/proof/load';
import type { Json } from '@/domain';
import { formatMoment, useT } from '@/i18n';
import { hashJson, newId, useBook, useDraft, type Book } from '@/storage';
import { nextPlace } from '@/storage/next-place';
import { Button, Card, Field, Section, Sheet, Stack, TextArea } from '@/ui';
import type { MeetingContext } from '../meeting-context';

/** What is being typed is kept under this name until it becomes a correction. */
const DRAFT = 'corrections/new';

/** [CLOSE-3] A correction with its place in the chain. */
async function placed(book: Book, meetingId: string, id: string, said: { at: string; text: string; reason: string; by: string }): Promise<Json> {
  const [proof, prev] = await Promise.all([loadProof(), nextPlace(book)]);
  return { ...said, prev, hash: await proof.correctionPrint(hashJson, meetingId, { id, ...said }, prev) };
}

function CorrectionForm({ ctx, onClose }: { ctx: MeetingContext; onClose: () => void }) {
  const t = useT('meetingWork');
  const text = useDraft(ctx.key, `${DRAFT}/text`);
  const reason = useDraft(ctx.key, `${DRAFT}/reason`);
  const ready = text.value.trim() !== '' && reason.value.trim() !== '';
  const book = useBook();
  const by = ctx.roster.find(({ position }) => position === 'secretary')?.id ?? ctx.meeting.chairId ?? '';
  const record = async (): Promise<void> => {
    await Promise.all([text.flush(), reason.flush()]);
    const id = newId();
    const said = { at: new Date().toISOString(), text: text.value.trim(), reason: reason.value.trim(), by };
    const saved = await ctx.set({
      // Where its place cannot be worked out it is recorded all the same: what was said counts for more.
      [`corrections/${id}`]: await placed(book, ctx.id, id, said).catch(() => said),
      [`${DRAFT}/text`]: null,
      [`${DRAFT}/reason`]: null,
    });
    if (saved) onClose();
  };
  return (
    <Sheet
      open
      title={t('correction.new')}
      closeLabel={t('common:close')}
      onClose={onClose}
      footer={<Button variant="primary" size="large" icon="check" disabled={!ready} onClick={() => void record()}>{t('correction.record')}</Button>}
    >
      <Stack>
        <p>{t('correction.note')}</p>
        <Field label={t('correction.text')}><TextArea data-autofocus value={text.value} onValue={text.set} onBlur={() => void text.flush()} /></Field>
        <Field label={t('correction.reason')}><TextArea rows={2} value={reason.value} onValue={reason.set} onBlur={() => void reason.flush()} /></Field>
      </Stack>
    </Sheet>
  );
}

/** Corrections of closed minutes: they stand beside the text, which stays as it was signed. */
export function Corrections({ ctx }: { ctx: MeetingContext }) {
  const t = useT('meetingWork');
  const [open, setOpen] = useState(false);
  const { corrections } = ctx.meeting;
  return (
    <Section title={t('correction.title')} level={3}>
      {corrections.length === 0 && <p className="ui-muted">{t('correction.none')}</p>}
      {corrections.map(({ id, at, text, reason, by }) => (
        <Card key={id}>
          <p className="ui-caption">{[formatMoment(at), ctx.nameOf(by)].filter(Boolean).join(' · ')}</p>
          <p>{text}</p>
          <p className="ui-caption">{t('correction.because', { reason })}</p>
        </Card>
      ))}
      <Button icon="edit" onClick={() => setOpen(true)}>{t('correction.new')}</Button>
      {open && <CorrectionForm ctx={ctx} onClose={() => setOpen(false)} />}
    </Section>
  );
}
