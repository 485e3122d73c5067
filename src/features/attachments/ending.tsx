import { useState } from 'react';
import { formatDate, useT } from '@/i18n';
import { useBook, useFields } from '@/storage';
import { removeAttachment, takeOffDevice, type AttachmentView } from '@/storage/attachments';
import { Banner, Button, ConfirmDialog, Stack, useToast } from '@/ui';
import { Rename } from './rename';

/**
 * [FILE-10] Renaming and deleting. With the minutes closed a file belongs to what they stand on: its name stays, and deleting it asks twice, the
 * second time by the minutes' own day. It stays possible, for what is secret must go even then. Nothing is offered before it is known.
 */
export function Ending({ file, onClose }: { file: AttachmentView; onClose: () => void }) {
  const t = useT('files');
  const owner = useFields(file.owner);
  if (!owner) return null;
  const { closedAt, date: day } = owner;
  const date = file.owner.startsWith('meeting:') && closedAt ? formatDate(typeof day === 'string' ? day : '') : null;
  return (
    <>
      {date === null ? <Rename file={file} /> : <Banner tone="info" icon="lock">{t('view.ofClosed', { date })}</Banner>}
      <TakeAway file={file} closed={date} onClose={onClose} />
    </>
  );
}

/** Taking it off this device, and deleting it for the whole cell: the one leaves it with the server, the other asks first. `closed`: day of the closed minutes. */
function TakeAway({ file, closed, onClose }: { file: AttachmentView; closed: string | null; onClose: () => void }) {
  const t = useT('files');
  const book = useBook();
  const toast = useToast();
  const [asking, setAsking] = useState<'no' | 'once' | 'again'>('no');
  const end = async (work: Promise<void>, said: string): Promise<void> => {
    setAsking('no');
    try {
      await work;
      onClose();
      toast({ text: said });
    } catch {
      toast({ text: t('failed.other'), tone: 'danger' });
    }
  };
  const remove = (): void => void end(removeAttachment(book, file.id), t('view.removed'));
  const stay = (): void => setAsking('no');
  return (
    <Stack gap={2}>
      {file.here && file.state.is === 'stored' && <div><Button variant="quiet" icon="cloud-done" onClick={() => void end(takeOffDevice(book, file.id), t('view.dropped'))}>{t('view.drop')}</Button></div>}
      <div><Button variant="quiet" icon="trash" onClick={() => setAsking('once')}>{t('view.remove')}</Button></div>
      <ConfirmDialog open={asking === 'once'} danger title={t('view.removeTitle')} confirmLabel={t('view.remove')} cancelLabel={t('view.keep')} onCancel={stay} onConfirm={closed === null ? remove : () => setAsking('again')}>
        <p>{t('view.removeText')}</p>
      </ConfirmDialog>
      <ConfirmDialog open={asking === 'again'} danger title={t('view.closedTitle', { date: closed ?? '' })} confirmLabel={t('view.closedRemove')} cancelLabel={t('view.keep')} onCancel={stay} onConfirm={remove}>
        <p>{t('view.closedText')}</p>
      </ConfirmDialog>
    </Stack>
  );
}
