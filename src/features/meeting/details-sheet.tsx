import { useState } from 'react';
import { useT } from '@/i18n';
import { Button, ConfirmDialog, Grid, Sheet, Stack } from '@/ui';
import { DateField, DraftField, TimeField } from './fields';
import type { MeetingContext } from './meeting-context';

/** Date, time and place of a meeting that has not begun; and the way to call it off. */
export default function DetailsSheet({ ctx, onClose }: { ctx: MeetingContext; onClose: () => void }) {
  const t = useT('meeting');
  const [asking, setAsking] = useState(false);
  const { meeting } = ctx;
  return (
    <>
      <Sheet
        open
        title={t('details.title')}
        closeLabel={t('common:close')}
        onClose={onClose}
        footer={
          <Button size="large" variant="primary" onClick={onClose}>
            {t('common:done')}
          </Button>
        }
      >
        <Stack>
          <Grid>
            <DateField label={t('details.date')} value={meeting.date} required onValue={(date) => date && void ctx.set({ date })} />
            <TimeField label={t('details.time')} value={meeting.time} onValue={(time) => void ctx.set({ time })} />
          </Grid>
          <DraftField recordKey={ctx.key} field="place" label={t('details.place')} line />
          <div>
            <Button variant="danger" icon="trash" onClick={() => setAsking(true)}>
              {t('details.cancel')}
            </Button>
          </div>
        </Stack>
      </Sheet>
      <ConfirmDialog
        open={asking}
        danger
        title={t('details.cancelTitle')}
        confirmLabel={t('details.cancel')}
        cancelLabel={t('common:back')}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          onClose();
          void ctx.set({ cancelled: true });
        }}
      >
        <p>{t('details.cancelText')}</p>
      </ConfirmDialog>
    </>
  );
}
