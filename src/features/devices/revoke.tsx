import { useState } from 'react';
import { formatMoment, useT } from '@/i18n';
import { useBook } from '@/storage';
import { loadSync, reasonKey, type CellDevice, type Connection, type Failure } from '@/sync';
import { Banner, ConfirmDialog, Stack, useToast } from '@/ui';

/** Asks, says plainly what it does and what it does not, and shuts the device out. */
export function Revoke({ connection, device, onClose, onDone }: { connection: Connection; device: CellDevice | null; onClose: () => void; onDone: () => void }) {
  const t = useT('devices');
  const toast = useToast();
  const book = useBook();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Failure | null>(null);
  const close = (): void => {
    setFailed(null);
    onClose();
  };
  const revoke = async ({ id, name }: CellDevice): Promise<void> => {
    setBusy(true);
    setFailed(null);
    const { revokeDevice, ApiError } = await loadSync();
    try {
      const { rotated } = await revokeDevice(book, connection, id);
      toast({ text: t(rotated ? 'revoke.done' : 'revoke.doneLater', { name }) });
      onDone();
      close();
    } catch (error) {
      setFailed(error instanceof ApiError ? error.reason : 'unknown');
    } finally {
      setBusy(false);
    }
  };
  return (
    <ConfirmDialog
      open={device !== null}
      title={t('revoke.title', { name: device?.name ?? '' })}
      confirmLabel={t(busy ? 'revoke.busy' : 'revoke.confirm')}
      cancelLabel={t('revoke.cancel')}
      danger
      busy={busy}
      onConfirm={() => device && void revoke(device)}
      onCancel={close}
    >
      <Stack gap={3}>
        {/* Two phones of one make have the same name. */}
        {device && <p className="ui-muted">{t('joined', { moment: formatMoment(device.joinedAt) })}</p>}
        <ul>
          <li>{t('revoke.now')}</li>
          <li>{t('revoke.key')}</li>
          <li>{t('revoke.wipe')}</li>
          <li>{t('revoke.until')}</li>
        </ul>
        {failed && <Banner tone="danger" title={t('revoke.failed')}>{t(reasonKey(failed))}</Banner>}
      </Stack>
    </ConfirmDialog>
  );
}
