import { formatBytes, formatMoment, useT } from '@/i18n';
import { useBook } from '@/storage';
import { retryFile, type AttachmentView } from '@/storage/attachments';
import { Banner, Button, Row, Sheet, Stack } from '@/ui';
import { Ending } from './ending';
import { FileContent } from './file-content';
import { FileState } from './file-state';

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
      <Ending file={file} onClose={onClose} />
    </Stack>
  );
}
