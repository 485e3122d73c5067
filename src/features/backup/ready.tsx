import { useEffect, useRef, useState } from 'react';
import { canShareFile, saveFile, shareFile } from '@/documents';
import { formatBytes, useT } from '@/i18n';
import { useBook } from '@/storage';
import { Banner, Button, Card, Stack, StatusText } from '@/ui';
import { listCounts, listHeld } from './counts';
import { noteBackup, type Made } from './make';

/** A backup is made behind a passphrase, never without. */
const SEALED = { what: 'backup', sealed: true } as const;

/**
 * The finished file, to be sent or kept. Two taps on purpose: a browser opens its share sheet only right after a tap, and sealing takes a
 * slow phone longer than that. Only a file that has left the app counts as a backup.
 */
export function Ready({ made, onNoted, onAgain }: { made: Made; onNoted: (at: string) => void; onAgain: () => void }) {
  const t = useT('backup');
  const book = useBook();
  const [noted, setNoted] = useState<boolean | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { file, counts, left, files, partial, at } = made;
  const shareable = canShareFile(file, SEALED);
  useEffect(() => heading.current?.focus(), [made]);
  const handedOut = async (): Promise<void> => {
    const done = await noteBackup(book, at);
    setNoted(done);
    if (done) onNoted(at);
  };
  const share = async (): Promise<void> => {
    if ((await shareFile(file, SEALED)) === 'shared') await handedOut();
  };
  const save = async (): Promise<void> => {
    saveFile(file);
    await handedOut();
  };
  return (
    <Card marked>
      <Stack>
        <h2 ref={heading} className="ui-h2" tabIndex={-1}>{t('ready.title')}</h2>
        <p>
          <span className="ui-strong" style={{ overflowWrap: 'anywhere' }}>{file.name}</span>, <span className="ui-num">{formatBytes(file.size)}</span>
        </p>
        <p>{t('ready.holds', { list: listHeld(t, counts) })}</p>
        {files.taken > 0 && <p>{t('ready.files', { count: files.taken })}</p>}
        {files.left > 0 && <p className="ui-caption">{t('ready.filesLeft', { count: files.left })}</p>}
        {partial && <Banner tone="warn" title={t('ready.partialTitle')}>{t('ready.partial')}</Banner>}
        {!partial && Object.keys(left).length > 0 && <Banner tone="warn">{t('ready.left', { list: listCounts(t, left) })}</Banner>}
        {shareable && <Button variant="primary" size="large" icon="share" block onClick={() => void share()}>{t('ready.share')}</Button>}
        <Button variant={shareable ? 'secondary' : 'primary'} size="large" icon="download" block onClick={() => void save()}>{t('ready.save')}</Button>
        <div aria-live="polite">{noted !== null && <StatusText icon={noted ? 'check' : 'warning'} tone={noted ? 'ok' : 'warn'}>{t(noted ? 'ready.noted' : 'ready.notNoted')}</StatusText>}</div>
        <p className="ui-caption">{t('ready.advice')}</p>
        <Button variant="quiet" onClick={onAgain}>{t('ready.again')}</Button>
      </Stack>
    </Card>
  );
}
