import { formatBytes, useT } from '@/i18n';
import { BACKUP_FILES, type AttachmentUse } from '@/storage/attachments';
import { Checkbox } from '@/ui';

/** Whether the attached files go along, with what they weigh. */
export function FilesChoice({ use, chosen, onChange }: { use: AttachmentUse; chosen: boolean; onChange: (chosen: boolean) => void }) {
  const t = useT('backup');
  const hint = [
    use.unsent > 0 ? t('make.filesUnsent', { count: use.unsent }) : t('make.filesText'),
    ...(use.bytesHere > BACKUP_FILES ? [t('make.filesMany', { size: formatBytes(BACKUP_FILES) })] : []),
  ].join(' ');
  return <Checkbox hint={hint} checked={chosen} onValue={onChange}>{t('make.files', { count: use.here, size: formatBytes(use.bytesHere) })}</Checkbox>;
}
