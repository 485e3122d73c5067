import { useState } from 'react';
import type { MergedSection, MinutesSlot } from '@/documents';
import { useT } from '@/i18n';
import { useDraft } from '@/storage';
import { Badge, Banner, Button, Card, Disclosure, Field, Heading, IconButton, Row, TextArea } from '@/ui';
import type { MeetingContext } from '../meeting-context';
import { SectionText } from '../work/minutes-text';

export interface MinutesSectionProps {
  ctx: MeetingContext;
  slot: MinutesSlot;
  /** Undefined when the section has no text, be it that the records give none or that the hand emptied it. */
  section: MergedSection | undefined;
  /** What the records give. */
  generated: string;
  /** Opens with the text under the pen. */
  editing?: boolean;
  onDone?: () => void;
}

function Pen({ ctx, slot, start, onDone }: { ctx: MeetingContext; slot: MinutesSlot; start: string; onDone: (text: string) => void }) {
  const t = useT('meetingWork');
  const draft = useDraft(ctx.key, `minutes/${slot.id}/text`, start);
  const done = (): void => {
    void draft.flush();
    onDone(draft.value);
  };
  return (
    <>
      <Field label={t('minutes.textOf', { heading: slot.heading })} hideLabel>
        <TextArea rows={5} lang="vi" value={draft.value} onValue={draft.set} onBlur={() => void draft.flush()} />
      </Field>
      <Row><Button icon="check" onClick={done}>{t('common:done')}</Button></Row>
    </>
  );
}

/** One section: as the records give it, or as the hand has it, with a warning when the two have parted since. */
export function MinutesSection({ ctx, slot, section, generated, editing = false, onDone }: MinutesSectionProps) {
  const t = useT('meetingWork');
  const [pen, setPen] = useState(editing);
  const { id, heading } = slot;
  const edit = ctx.meeting.minutes[id];
  const shown = edit ? edit.text : generated;
  const begin = (): void => {
    // The basis is what the records give now: it tells later whether they have changed under the edit.
    if (!edit) void ctx.set({ [`minutes/${id}`]: { basis: generated }, [`minutes/${id}/text`]: generated });
    setPen(true);
  };
  const drop = (): void => void ctx.set({ [`minutes/${id}`]: null, [`minutes/${id}/text`]: null });
  const done = (text: string): void => {
    if (text.trim() === generated.trim()) drop();
    setPen(false);
    onDone?.();
  };
  return (
    <Card className="ui-gap-1" aria-label={heading}>
      <div className="ui-row ui-spread mw-head">
        <Heading level={3}>{heading}</Heading>
        {!pen && !ctx.locked && <IconButton icon="edit" label={t('minutes.edit', { heading })} onClick={begin} />}
      </div>
      {edit && !pen && <Row><Badge tone="info" icon="edit">{t(shown.trim() === '' ? 'minutes.emptied' : 'minutes.edited')}</Badge></Row>}
      {pen ? <Pen ctx={ctx} slot={slot} start={shown} onDone={done} /> : <div lang="vi"><SectionText text={section?.text ?? shown} /></div>}
      {edit && !ctx.locked && edit.basis.trim() !== generated.trim() && (
        <Banner tone="warn" title={t('minutes.changed')}>
          <Disclosure summary={t('minutes.fromRecords')}><div lang="vi"><SectionText text={generated || t('minutes.nothing')} /></div></Disclosure>
          <Row>
            <Button onClick={() => void ctx.set({ [`minutes/${id}`]: { basis: generated }, [`minutes/${id}/text`]: shown })}>{t('minutes.keepMine')}</Button>
            <Button onClick={drop}>{t('minutes.takeNew')}</Button>
          </Row>
        </Banner>
      )}
      {edit && !pen && !ctx.locked && edit.basis.trim() === generated.trim() && (
        <Row><Button variant="quiet" icon="undo" onClick={drop}>{t('minutes.restore')}</Button></Row>
      )}
    </Card>
  );
}
