import { useState } from 'react';
import { dateInVietnam, openNotes, outlived, recordKey, type NotebookEntry } from '@/domain';
import { formatDate, useT } from '@/i18n';
import { useWrite } from '@/storage';
import { Badge, Banner, Button, ConfirmDialog, EmptyState, List, ListRow, PageHeader, Spinner, Stack, useToast } from '@/ui';
import { NOTE_FIELDS } from './fields';
import { useFromMeeting } from './place';
import { useNotes } from './use-notes';
import { usePeople } from './use-people';

/** The notebook of self-criticism and criticism: everybody, with what is still to be put right. */
export function NotebookPage() {
  const t = useT('notebook');
  const from = useFromMeeting();
  const notes = useNotes();
  const [today] = useState(() => dateInVietnam(new Date().toISOString()));
  const people = usePeople(from, notes, today);
  const back = from ? { label: t('toMeeting'), href: from.href } : { label: t('common:back'), href: '/them' };
  const header = <PageHeader title={t('title')} subtitle={t(from ? 'inMeeting' : 'lead')} back={back} />;
  if (!people || !notes) return <>{header}<Spinner>{t('common:loading')}</Spinner></>;
  return (
    <>
      {header}
      <Stack gap={5}>
        <Banner icon="shield">{t(from ? 'privacyShort' : 'privacy')}</Banner>
        {people.length === 0 ? (
          <EmptyState icon="members" title={t('empty')} action={<Button href="/dang-vien">{t('toMembers')}</Button>} />
        ) : (
          <List boxed>
            {people.map(({ id, name }) => {
              const own = notes.filter((note) => note.memberId === id);
              const open = openNotes(notes, id, '9999');
              const late = open.filter(({ due }) => due !== null && due < today).length;
              const now = from ? own.filter(({ meetingId }) => meetingId === from.meetingId).length : 0;
              const due = open[0]?.due;
              return (
                <ListRow
                  key={id}
                  href={`/so-phe-binh/${id}${from?.search ?? ''}`}
                  title={name}
                  subtitle={from ? open.length > 0 && (due ? t('askDue', { date: formatDate(due) }) : t('ask')) : own.length === 0 ? t('none') : t('count', { count: own.length })}
                  trailing={now > 0 ? <Badge tone="ok" icon="check">{t('now', { count: now })}</Badge> : open.length > 0 ? <Badge tone={late > 0 ? 'danger' : 'warn'}>{t(late > 0 ? 'late' : 'open', { count: late || open.length })}</Badge> : undefined}
                />
              );
            })}
          </List>
        )}
        {from ? <Button size="large" block icon="back" href={from.href}>{t('toMeeting')}</Button> : <Outlived notes={outlived(notes, today)} />}
      </Stack>
    </>
  );
}

/** [NOTE-4] Notes older than three years may be cleared away, by hand only. */
function Outlived({ notes }: { notes: readonly NotebookEntry[] }) {
  const t = useT('notebook');
  const toast = useToast();
  const write = useWrite();
  const [asked, setAsked] = useState(false);
  if (notes.length === 0) return null;
  const clear = async (): Promise<void> => {
    setAsked(false);
    if (await write(notes.flatMap(({ id }) => NOTE_FIELDS.map((field) => ({ key: recordKey('note', id), field, value: null }))))) toast({ text: t('old.done') });
  };
  return (
    <>
      <Banner action={<Button onClick={() => setAsked(true)}>{t('old.clear')}</Button>}>{t('old.text', { count: notes.length })}</Banner>
      <ConfirmDialog open={asked} danger title={t('old.title', { count: notes.length })} confirmLabel={t('old.confirm')} cancelLabel={t('common:cancel')} onConfirm={() => void clear()} onCancel={() => setAsked(false)}>
        <p>{t('old.warning')}</p>
      </ConfirmDialog>
    </>
  );
}
