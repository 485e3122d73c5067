import { canShareFile, saveFile, shareFile } from '@/documents';
import { formatBytes, useT } from '@/i18n';
import type { Given } from '@/sync/admission';
import { Button, Card, Stack } from '@/ui';
import { CompareCode } from '../compare-code';

const SEALED = { what: 'admission', sealed: true } as const;

/** What is given, as a file that only the new device opens. */
export function FileCard({ given, onDone }: { given: Given; onDone: () => void }) {
  const t = useT('backup');
  const file = new File([given.bytes], 'so-chi-bo-may-moi.sochibo', { type: 'application/octet-stream' });
  const shareable = canShareFile(file, SEALED);
  return (
    <Stack gap={4}>
      <Card marked title={t('give.file.title')}>
        <Stack>
          <p>
            <span className="ui-strong" style={{ overflowWrap: 'anywhere' }}>{file.name}</span>, <span className="ui-num">{formatBytes(file.size)}</span>
          </p>
          <p>{t('give.file.text')}</p>
          {shareable && <Button variant="primary" size="large" icon="share" block onClick={() => void shareFile(file, SEALED)}>{t('give.file.share')}</Button>}
          <Button variant={shareable ? 'secondary' : 'primary'} size="large" icon="download" block onClick={() => saveFile(file)}>{t('give.file.save')}</Button>
        </Stack>
      </Card>
      <p>{t('give.show.check')}</p>
      <CompareCode code={given.code} />
      <Button size="large" icon="check" block onClick={onDone}>{t('give.show.done')}</Button>
    </Stack>
  );
}
