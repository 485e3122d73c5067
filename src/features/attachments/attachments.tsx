import './attachments.css';
import { useEffect, useRef, useState, type ChangeEvent } from 'react';
import type { RecordKey } from '@/domain';
import { formatBytes, useT } from '@/i18n';
import { readSetting, useBook } from '@/storage';
import { useAttachments } from '@/storage/attachments';
import { Banner, Button, List, ListRow, ProgressBar, Row, Section, Stack } from '@/ui';
import { AskSheet } from './ask-sheet';
import { FileSheet } from './file-sheet';
import { FileState } from './file-state';
import { FileThumb } from './thumb';
import { useAdding } from './use-adding';

/** The files attached to a record: what is there and how far it has come, and two ways to add more. */
export function Attachments({ owner, level = 3 }: { owner: string; level?: 2 | 3 }) {
  const t = useT('files');
  const files = useAttachments(owner as RecordKey);
  const adding = useAdding(owner as RecordKey, files?.map(({ name }) => name) ?? []);
  const [shown, setShown] = useState<string | null>(null);
  const file = files?.find(({ id }) => id === shown);
  if (!files) return null;
  return (
    <Section level={level} title={t('title')}>
      {files.length === 0 ? <p className="ui-muted">{t('lead')}</p> : (
        <List boxed aria-label={t('list')}>
          {files.map((one) => (
            <ListRow key={one.id} leading={<FileThumb file={one} />} title={<span className="files-name">{one.name}</span>} subtitle={formatBytes(one.size)} trailing={<FileState file={one} />} onClick={() => setShown(one.id)} />
          ))}
        </List>
      )}
      {adding.preparing ? <ProgressBar label={t('preparing')} value={adding.preparing.done} max={adding.preparing.of} detail={`${adding.preparing.done}/${adding.preparing.of}`} /> : <Choose onChoose={adding.choose} />}
      <AskSheet adding={adding} />
      <FileSheet key={shown} shown={shown} file={file} onClose={() => setShown(null)} />
    </Section>
  );
}

/**
 * Camera and choice. A file that is chosen a second time counts again. HEIC is not asked for by name: iPhones then hand the photo over as a JPEG.
 */
function Choose({ onChoose }: { onChoose: (files: readonly File[], camera: boolean) => Promise<void> }) {
  const t = useT('files');
  const book = useBook();
  const [camera, choice] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const [locksAtOnce, setLocksAtOnce] = useState(false);
  useEffect(() => void readSetting<number>(book, 'awayMinutes').then((minutes) => setLocksAtOnce(minutes === 0), () => undefined), [book]);
  const take = (byCamera: boolean) => (event: ChangeEvent<HTMLInputElement>): void => {
    const files = [...(event.target.files ?? [])];
    event.target.value = '';
    void onChoose(files, byCamera);
  };
  return (
    <Stack gap={2}>
      {locksAtOnce && <Banner tone="warn" role="note">{t('lockNote')}</Banner>}
      <Row>
        <Button icon="plus" onClick={() => camera.current?.click()}>{t('camera')}</Button>
        <Button icon="upload" onClick={() => choice.current?.click()}>{t('choose')}</Button>
      </Row>
      <input ref={camera} type="file" hidden accept="image/*" capture="environment" data-files="camera" onChange={take(true)} />
      <input ref={choice} type="file" hidden multiple accept="image/*,application/pdf,.pdf" data-files="choice" onChange={take(false)} />
      <div><Button variant="quiet" icon="shield" href="/tai-lieu-mat">{t('secrets')}</Button></div>
    </Stack>
  );
}
