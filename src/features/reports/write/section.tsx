import { useState } from 'react';
import type { MergedSection, MinutesSlot } from '@/documents';
import type { Json } from '@/domain';
import { useT } from '@/i18n';
import { useDraft, useWrite } from '@/storage';
import { Badge, Banner, Button, Card, Disclosure, Field, Heading, IconButton, Row, TextArea } from '@/ui';
import type { ReportView } from './use-report';

/** Lines of a section, as paragraphs. */
export function Lines({ text }: { text: string }) {
  return text.split('\n').map((line, index) => <p key={index}>{line}</p>);
}

function Pen({ view, slot, start, onDone }: { view: ReportView; slot: MinutesSlot; start: string; onDone: (text: string) => void }) {
  const t = useT('report');
  const draft = useDraft(view.key, `sec/${slot.id}/text`, start);
  const done = (): void => {
    void draft.flush();
    onDone(draft.value);
  };
  return (
    <>
      <Field label={t('section.textOf', { heading: slot.heading })} hideLabel>
        <TextArea rows={6} lang="vi" value={draft.value} onValue={draft.set} onBlur={() => void draft.flush()} />
      </Field>
      <Row><Button icon="check" onClick={done}>{t('common:done')}</Button></Row>
    </>
  );
}

interface SectionProps {
  readonly view: ReportView;
  readonly slot: MinutesSlot;
  readonly section: MergedSection | undefined;
  readonly generated: string;
  readonly editing?: boolean;
  readonly onDone?: () => void;
}

/** One section: as the records give it, or as the hand has it, with a warning when the two have parted since. */
export function ReportSection({ view, slot, section, generated, editing = false, onDone }: SectionProps) {
  const t = useT('report');
  const write = useWrite();
  const [pen, setPen] = useState(editing);
  const { id, heading } = slot;
  const edit = view.report.edits[id];
  const shown = edit ? edit.text : generated;
  const put = (basis: Json, text: Json): void =>
    void write([
      { key: view.key, field: `sec/${id}`, value: basis },
      { key: view.key, field: `sec/${id}/text`, value: text },
    ]);
  const drop = (): void => put(null, null);
  const begin = (): void => {
    // The basis is what the records give now: it tells later whether they have changed under the edit.
    if (!edit) put({ basis: generated }, generated);
    setPen(true);
  };
  const done = (text: string): void => {
    if (text.trim() === generated.trim()) drop();
    setPen(false);
    onDone?.();
  };
  const changed = edit !== undefined && edit.basis.trim() !== generated.trim();
  return (
    <Card className="ui-gap-1" aria-label={heading}>
      <div className="ui-row ui-spread">
        <Heading level={3} className="ui-grow">{heading}</Heading>
        {!pen && <IconButton icon="edit" label={t('section.edit', { heading })} onClick={begin} />}
      </div>
      {edit && !pen && <Row><Badge tone="info" icon="edit">{t(shown.trim() === '' ? 'section.emptied' : 'section.edited')}</Badge></Row>}
      {pen ? <Pen view={view} slot={slot} start={shown} onDone={done} /> : <div lang="vi"><Lines text={section?.text ?? shown} /></div>}
      {changed && (
        <Banner tone="warn" title={t('section.changed')}>
          <Disclosure summary={t('section.fromRecords')}><div lang="vi"><Lines text={generated || t('section.nothing')} /></div></Disclosure>
          <Row>
            <Button onClick={() => put({ basis: generated }, shown)}>{t('section.keepMine')}</Button>
            <Button onClick={drop}>{t('section.takeNew')}</Button>
          </Row>
        </Banner>
      )}
      {edit && !pen && !changed && <Row><Button variant="quiet" icon="undo" onClick={drop}>{t('section.restore')}</Button></Row>}
    </Card>
  );
}
