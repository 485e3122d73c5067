import { useState } from 'react';
import type { CalendarDate, LifeEvent, LifeState } from '@/domain';
import { useT } from '@/i18n';
import { Button, Field, Sheet, Stack, TextArea } from '@/ui';
import type { LifeWrite } from './use-life-write';

/** Gives an event up, with the reason; it stays in the history and can be taken up again. */
export function StopLife({ life, state, today, put }: { life: LifeEvent; state: LifeState; today: CalendarDate; put: LifeWrite }) {
  const t = useT('life');
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState(life.stopNote);
  if (state.progress === 'stopped') return <Button icon="undo" onClick={() => void put({ stoppedOn: null })}>{t('stop.reopen')}</Button>;
  if (state.progress !== 'open') return <span />;
  const stop = (): void => {
    setOpen(false);
    void put({ stoppedOn: today, stopNote: note.trim() }, t('stop.done'));
  };
  return (
    <>
      <Button icon="pause" aria-haspopup="dialog" onClick={() => setOpen(true)}>{t('stop.button')}</Button>
      <Sheet open={open} title={t('stop.title')} closeLabel={t('common:close')} onClose={() => setOpen(false)}>
        <Stack>
          <p>{t('stop.text')}</p>
          <Field label={t('stop.note')}>
            <TextArea rows={2} maxLength={500} value={note} onValue={setNote} />
          </Field>
          <Button variant="primary" size="large" block onClick={stop}>{t('stop.button')}</Button>
        </Stack>
      </Sheet>
    </>
  );
}
