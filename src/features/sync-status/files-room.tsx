import { useEffect, useState } from 'react';
import { recordKey } from '@/domain';
import { formatBytes, loadNamespaces, useT } from '@/i18n';
import { useBook, useCollection, useDirectory } from '@/storage';
import { removeAttachment, useAttachments, useAttachmentUse, type AttachmentUse } from '@/storage/attachments';
import { Banner, Button, DefinitionList, Disclosure, List, ListRow, ProgressBar, Section, Stack } from '@/ui';

/** The part of a full room at which the screen says so. */
const NEARLY = 0.9;

/** What the attached files take, here and with the server, and which of them wait or belong to nothing any more. Nothing while there is no file. */
export function FilesRoom() {
  const t = useT('files');
  const [ready, setReady] = useState(false);
  useEffect(() => void loadNamespaces(['files']).then(() => setReady(true), () => undefined), []);
  const use = useAttachmentUse();
  const files = useAttachments();
  if (!ready || !use || !files || use.files === 0) return null;
  const waiting = files.filter(({ state }) => state.is === 'waiting' || state.is === 'sending').length;
  return (
    <Section title={t('room.title')}>
      <Room use={use} />
      {waiting > 0 && use.server && <p className="ui-muted">{t('room.left', { count: waiting })}</p>}
      <Lost />
    </Section>
  );
}

function Room({ use: { files, bytes, here, bytesHere, device, server } }: { use: AttachmentUse }) {
  const t = useT('files');
  const of = ({ used, limit }: { readonly used: number; readonly limit: number }): string => t('room.of', { used: formatBytes(used), limit: formatBytes(limit) });
  return (
    <Stack>
      <DefinitionList
        items={[
          { term: t('room.all'), value: t('room.allValue', { count: files, size: formatBytes(bytes) }) },
          { term: t('room.here'), value: t('room.allValue', { count: here, size: formatBytes(bytesHere) }) },
          ...(device ? [{ term: t('room.phone'), value: of(device) }] : []),
        ]}
      />
      {server && <ProgressBar label={t('room.server')} value={server.used} max={server.limit} detail={of(server)} tone={server.used > server.limit * NEARLY ? 'warn' : 'neutral'} />}
      {server && server.used > server.limit * NEARLY && <Banner tone="warn">{t('room.full')}</Banner>}
    </Stack>
  );
}

/** Files whose task, document or meeting was deleted: nobody can reach them any more but from here. */
function Lost() {
  const t = useT('files');
  const book = useBook();
  const files = useAttachments();
  const [tasks, papers, meetings] = [useCollection('task'), useCollection('paper'), useDirectory()];
  if (!files || !tasks || !papers || !meetings) return null;
  const owners = new Set<string>([...[...tasks, ...papers].map(({ key }) => key), ...meetings.map(({ id }) => recordKey('meeting', id))]);
  const lost = files.filter(({ owner }) => !owners.has(owner));
  if (lost.length === 0) return null;
  return (
    <Disclosure summary={t('room.lost')}>
      <Stack gap={2}>
        <p className="ui-muted">{t('room.lostText')}</p>
        <List boxed>
          {lost.map(({ id, name, size }) => (
            <ListRow key={id} title={name} subtitle={formatBytes(size)} actions={<Button icon="trash" aria-label={t('room.removeOf', { name })} onClick={() => void removeAttachment(book, id)}>{t('view.remove')}</Button>} />
          ))}
        </List>
      </Stack>
    </Disclosure>
  );
}
