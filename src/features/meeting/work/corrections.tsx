import { useState } from 'react';
import { formatMoment, useT } from '@/i18n';
import { newId, useDraft } from '@/storage';
import { Button, Card, Field, Section, Sheet, Stack, TextArea } from '@/ui';
import type { MeetingContext } from '../meeting-context';

/** What is being typed is kept under this name until it becomes a correction. */
const DRAFT = 'corrections/new';

function CorrectionForm({ ctx, onClose }: { ctx: MeetingContext; onClose: () => void }) {
  const t = useT('meetingWork');
  const text = useDraft(ctx.key, `${DRAFT}/text`);
  const reason = useDraft(ctx.key, `${DRAFT}/reason`);
  const ready = text.value.trim() !== '' && reason.value.trim() !== '';
  const by = ctx.roster.find(({ position }) => position === 'secretary')?.id ?? ctx.meeting.chairId ?? '';
  const record = async (): Promise<void> => {
    await Promise.all([text.flush(), reason.flush()]);
    const saved = await ctx.set({
      [`corrections/${newId()}`]: { at: new Date().toISOString(), text: text.value.trim(), reason: reason.value.trim(), by },
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
