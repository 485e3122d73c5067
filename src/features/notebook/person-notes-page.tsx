import { useState } from 'react';
import { useParams } from 'wouter';
import { dateInVietnam, notesOf, recordKey, type NotebookEntry, type RecordKey } from '@/domain';
import { formatDate, useT } from '@/i18n';
import { newId, useFields, useWrite } from '@/storage';
import { Badge, Banner, Button, Card, PageHeader, Row, Spinner, Stack } from '@/ui';
import { NoteSheet } from './note-sheet';
import { useFromMeeting } from './place';
import { useNotes } from './use-notes';

/** One member's notes; opened from a meeting, new ones belong to it, and the way back leads there. */
export function PersonNotesPage() {
  const t = useT('notebook');
  const { id } = useParams<{ id: string }>();
  const meeting = useFromMeeting();
  const member = useFields(recordKey('member', id));
  const held = useFields(recordKey('meeting', meeting?.meetingId ?? 'none'));
  const notes = useNotes();
  const write = useWrite();
  const [shown, setShown] = useState<{ key: RecordKey; fresh: boolean } | null>(null);
  const [today] = useState(() => dateInVietnam(new Date().toISOString()));
  if (!member || !held || !notes) return <Spinner>{t('common:loading')}</Spinner>;
  const name = typeof member['name'] === 'string' ? member['name'] : t('unknown');
  const on = typeof held['date'] === 'string' ? held['date'] : today;
  const add = (kind: NotebookEntry['kind']): void => {
    const key = recordKey('note', newId());
    const fields = { memberId: id, kind, on, ...(meeting ? { meetingId: meeting.meetingId } : {}) };
    void write(Object.entries(fields).map(([field, value]) => ({ key, field, value })));
    setShown({ key, fresh: true });
  };
  const own = notesOf(notes, id);
  return (
    <>
      <PageHeader title={name} subtitle={t('title')} back={{ label: t('toAll'), href: `/so-phe-binh${meeting?.search ?? ''}` }} />
      <Stack gap={5}>
        <Banner icon="shield">{t('privacyShort')}</Banner>
        <Row>
          <Button variant="primary" size="large" icon="plus" onClick={() => add('self')}>{t('kind.self')}</Button>
          <Button size="large" icon="plus" onClick={() => add('received')}>{t('kind.received')}</Button>
        </Row>
        {own.length === 0 && <p className="ui-muted">{t('noneYet')}</p>}
        {own.map((note) => <NoteCard key={note.id} note={note} today={today} onOpen={() => setShown({ key: recordKey('note', note.id), fresh: false })} />)}
        {meeting && <Button size="large" block icon="back" href={`/so-phe-binh${meeting.search}`}>{t('toAll')}</Button>}
      </Stack>
      <NoteSheet shown={shown} today={today} onClose={() => setShown(null)} />
    </>
  );
}

function NoteCard({ note, today, onOpen }: { note: NotebookEntry; today: string; onOpen: () => void }) {
  const t = useT('notebook');
  const late = note.settledOn === null && note.due !== null && note.due < today;
  const line = (label: string, text: string) => text !== '' && <p><span className="ui-caption">{label}</span><br />{text}</p>;
  return (
    <Card title={<span className="ui-line">{t(`kind.${note.kind}`)}<span className="ui-muted">{formatDate(note.on)}</span></span>}>
      <p>{note.text || t('noText')}</p>
      {line(t('field.cause'), note.cause)}
      {line(t('field.remedy'), note.remedy)}
      {line(t('field.followUp'), note.followUp)}
      <Row spread>
        {note.settledOn ? (
          <Badge tone="ok" icon="check">{t('settledOn', { date: formatDate(note.settledOn) })}</Badge>
        ) : note.due ? (
          <Badge tone={late ? 'danger' : 'neutral'}>{t('dueOn', { date: formatDate(note.due) })}</Badge>
        ) : <span />}
        <Button aria-label={t('openOf', { kind: t(`kind.${note.kind}`), date: formatDate(note.on) })} onClick={onOpen}>{t('edit')}</Button>
      </Row>
    </Card>
  );
}
