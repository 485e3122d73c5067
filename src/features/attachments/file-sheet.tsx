import { useState } from 'react';
import { formatBytes, formatMoment, useT } from '@/i18n';
import { useBook } from '@/storage';
import { removeAttachment, retryFile, takeOffDevice, type AttachmentView } from '@/storage/attachments';
import { Banner, Button, ConfirmDialog, Row, Sheet, Stack, useToast } from '@/ui';
import { FileContent } from './file-content';
import { FileState } from './file-state';
import { Rename } from './rename';

/** One file: seen, handed on, renamed, taken off the device, deleted. `shown`: its id; it may be deleted on another device meanwhile. */
export function FileSheet({ shown, file, onClose }: { shown: string | null; file: AttachmentView | undefined; onClose: () => void }) {
  const t = useT('files');
  return (
    <Sheet wide open={shown !== null} title={<span className="files-name">{file?.name ?? t('title')}</span>} closeLabel={t('common:close')} onClose={onClose}>
      {shown !== null && (file ? <OneFile file={file} onClose={onClose} /> : <Banner tone="warn">{t('view.gone')}</Banner>)}
    </Sheet>
  );
}

function OneFile({ file, onClose }: { file: AttachmentView; onClose: () => void }) {
  const t = useT('files');
  const book = useBook();
  const refused = file.state.is === 'refused' ? file.state.reason : null;
  return (
    <Stack>
      <FileContent file={file} />
      {refused !== null && (
        <Banner tone="danger" action={<Button icon="sync" onClick={() => void retryFile(book, file.id)}>{t('retry')}</Button>}>
          {t(`refusedBy.${refused === 'quotaFull' ? refused : 'other'}`)}
        </Banner>
      )}
      <Row spread>
        <span className="ui-muted">{t('view.facts', { size: formatBytes(file.size), moment: formatMoment(file.addedAt) })}</span>
        <FileState file={file} />
      </Row>
      <Rename file={file} />
      <Ending file={file} onClose={onClose} />
    </Stack>
  );
}

/** Taking it off this device, and deleting it for the whole cell: the one leaves it with the server, the other asks first. */
function Ending({ file, onClose }: { file: AttachmentView; onClose: () => void }) {
  const t = useT('files');
  const book = useBook();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const end = async (work: Promise<void>, said: string): Promise<void> => {
    setAsking(false);
    try {
      await work;
      onClose();
      toast({ text: said });
    } catch {
      toast({ text: t('failed.other'), tone: 'danger' });
    }
  };
  return (
    <Stack gap={2}>
      {file.here && file.state.is === 'stored' && <div><Button variant="quiet" icon="cloud-done" onClick={() => void end(takeOffDevice(book, file.id), t('view.dropped'))}>{t('view.drop')}</Button></div>}
      <div><Button variant="quiet" icon="trash" onClick={() => setAsking(true)}>{t('view.remove')}</Button></div>
      <ConfirmDialog open={asking} danger title={t('view.removeTitle')} confirmLabel={t('view.remove')} cancelLabel={t('view.keep')} onCancel={() => setAsking(false)} onConfirm={() => void end(removeAttachment(book, file.id), t('view.removed'))}>
        <p>{t('view.removeText')}</p>
      </ConfirmDialog>
    </Stack>
  );
}
