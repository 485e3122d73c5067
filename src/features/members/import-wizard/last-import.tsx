import { useState } from 'react';
import { formatTime, useT } from '@/i18n';
import { useSaver } from '@/storage';
import { Banner, Button } from '@/ui';
import { takeBack } from '../import';
import type { WizardProps } from './use-wizard';

type Props = Pick<WizardProps, 'state' | 'set'>;

/** Takes the last import back, but for what has been written since. Back to the first step, which tells what came of it. */
export function UndoButton({ state, set }: Props) {
  const t = useT('members');
  const saver = useSaver();
  const [busy, setBusy] = useState(false);
  const { last } = state;
  if (!last) return null;
  const undo = async (): Promise<void> => {
    setBusy(true);
    await saver.flush();
    const { changes, kept } = await takeBack(last.written, (key) => saver.book.read(key));
    if (await saver.write(changes)) set({ last: null, undone: { kept }, step: 'source', result: null, book: null, sheet: null, columns: null });
    setBusy(false);
  };
  return <Button size="large" icon="undo" busy={busy} onClick={() => void undo()}>{t('import.undo.button')}</Button>;
}

/** What was imported last, as long as it can be taken back; or that it was. */
export function LastImport({ state, set }: Props) {
  const t = useT('members');
  const { last, undone } = state;
  if (undone) return <Banner tone="ok" title={t('import.undo.done')}>{t(undone.kept > 0 ? 'import.undo.kept' : 'import.undo.all', { count: undone.kept })}</Banner>;
  if (!last) return null;
  return (
    <Banner tone="info" icon="clock" title={t('import.undo.last', { time: formatTime(last.at) })} action={<UndoButton state={state} set={set} />}>
      {t('import.undo.what', { added: last.added, updated: last.updated })}
    </Banner>
  );
}
