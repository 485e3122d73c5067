import { useMemo, useState } from 'react';
import { canShareFile, mayLeave, question, refusal, saveFile, shareFile, type Leaving } from '@/documents';
import { formatPercent, useT } from '@/i18n';
import type { AttachmentView } from '@/storage/attachments';
import { AskButton, Banner, Button, ProgressBar, Row, Spinner, Stack } from '@/ui';
import { useAddress } from './use-address';
import { useContent, type Content } from './use-content';

/** What is in a file, as soon as it is on this device; on its way, how far it is. */
export function FileContent({ file }: { file: AttachmentView }) {
  const t = useT('files');
  const content = useContent(file.id);
  if (content.bytes) return <Shown file={file} bytes={content.bytes} />;
  if (content.failed) return <Failed content={content} />;
  const { progress } = content;
  if (!progress || progress.done === progress.of) return <Spinner>{t('view.loading')}</Spinner>;
  return (
    <Stack gap={2}>
      <ProgressBar label={t('view.fetching')} value={progress.done} max={progress.of} detail={formatPercent(Math.floor((progress.done / progress.of) * 100))} />
      <div><Button icon="close" onClick={content.stop}>{t('view.stop')}</Button></div>
    </Stack>
  );
}

function Failed({ content: { failed, again } }: { content: Content }) {
  const t = useT('files');
  return <Banner tone={failed === 'damaged' ? 'danger' : 'warn'} action={failed !== 'gone' && failed !== 'damaged' && <Button icon="sync" onClick={again}>{t('view.again')}</Button>}>{t(`view.${failed}`)}</Banner>;
}

function Shown({ file, bytes }: { file: AttachmentView; bytes: Uint8Array<ArrayBuffer> }) {
  const t = useT('files');
  const made = useMemo(() => new File([bytes], file.name, { type: file.type }), [bytes, file.name, file.type]);
  const leaving: Leaving = { what: 'attachment', name: file.name };
  const verdict = mayLeave(leaving);
  const shares = canShareFile(made, leaving);
  const share = async (): Promise<void> => {
    if ((await shareFile(made, leaving)) === 'blocked') saveFile(made);
  };
  const no = refusal(t, verdict);
  return (
    <Stack gap={3}>
      {file.type === 'application/pdf' ? <OpenPdf file={made} /> : <Photo bytes={bytes} name={file.name} type={file.type} />}
      <Row>
        {shares && <AskButton icon="share" question={question(t, verdict)} onGo={() => void share()}>{t('view.share')}</AskButton>}
        <Button icon="download" onClick={() => saveFile(made)}>{t('view.save')}</Button>
      </Row>
      {no !== null && <Banner tone="warn">{no}</Banner>}
    </Stack>
  );
}

/** A photo, twice and four times as large where one looks closer. Its frame scrolls by finger, wheel and keys. */
function Photo({ bytes, name, type }: { bytes: Uint8Array<ArrayBuffer>; name: string; type: string }) {
  const t = useT('files');
  const address = useAddress(bytes, type);
  const [zoom, setZoom] = useState(1);
  const [broken, setBroken] = useState(false);
  if (broken) return <Banner tone="warn">{t('view.shown')}</Banner>;
  return (
    <Stack gap={2}>
      <div className="files-frame" role="region" aria-label={t('view.frame')} tabIndex={0}>
        {address && <img src={address} alt={t('view.image', { name })} className={zoom === 1 ? 'files-whole' : undefined} style={{ inlineSize: `${zoom * 100}%` }} onError={() => setBroken(true)} />}
      </div>
      <Row>
        <Button icon="plus" disabled={zoom >= 4} onClick={() => setZoom(zoom * 2)}>{t('view.larger')}</Button>
        <Button icon="minus" disabled={zoom <= 1} onClick={() => setZoom(zoom / 2)}>{t('view.smaller')}</Button>
      </Row>
    </Stack>
  );
}

/** A PDF opens in a window of its own, in the browser's viewer. */
function OpenPdf({ file }: { file: File }) {
  const t = useT('files');
  const [blocked, setBlocked] = useState(false);
  const open = (): void => {
    const address = URL.createObjectURL(file);
    setBlocked(window.open(address, '_blank') === null);
    setTimeout(() => URL.revokeObjectURL(address), 10 * 60_000);
  };
  return (
    <Stack gap={2}>
      <Button variant="primary" size="large" icon="eye" block onClick={open}>{t('view.openPdf')}</Button>
      {blocked && <Banner tone="warn">{t('view.blocked')}</Banner>}
    </Stack>
  );
}
