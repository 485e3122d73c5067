import { useState } from 'react';
import { useT } from '@/i18n';
import { Banner, Button, Field, Sheet, TextArea } from '@/ui';
import type { Reason } from '../calls';
import { useDesk } from '../desk';
import { Failure } from '../failure';
import { ask } from './ask';
import { Paper } from './paper';

/** [ESC-5] The committee's sheet is typed, and a recovery sheet for the cell comes out, once. */
export function Rescue({ cell, onClose }: { cell: { readonly id: string; readonly name: string } | null; onClose: () => void }) {
  const t = useT('committee');
  const { me, onLost } = useDesk();
  const [typed, setTyped] = useState('');
  const [sheet, setSheet] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Reason | null>(null);
  const close = (): void => {
    setTyped('');
    setSheet(null);
    setFailed(null);
    onClose();
  };
  const open = async (): Promise<void> => {
    if (!cell || !me || typed.trim() === '') return;
    setBusy(true);
    setFailed(null);
    const answer = await ask((vault) => vault.rescueCell(me.id, cell.id, typed));
    setBusy(false);
    if (answer.ok) {
      setTyped('');
      setSheet(answer.value);
    } else if (answer.reason === 'unauthorized') onLost();
    else setFailed(answer.reason);
  };
  return (
    <Sheet
      open={cell !== null}
      className="cm-slip"
      title={t('spare.rescueTitle')}
      closeLabel={t('common:close')}
      // A tap beside it would lose a sheet that cannot be seen again.
      dismissible={sheet === null && !busy}
      onClose={close}
      footer={sheet ? <Button size="large" variant="primary" onClick={close}>{t('spare.handed')}</Button> : <Button size="large" variant="primary" icon="key" busy={busy} onClick={() => void open()}>{t(busy ? 'spare.opening' : 'spare.open')}</Button>}
    >
      {cell && (
        <div className="ui-stack" aria-live="polite">
          {sheet ? (
            <>
              <Banner tone="warn" className="ui-no-print"><p>{t('spare.once')}</p></Banner>
              <Paper kind="cell" owner={cell.name} sheet={sheet} />
            </>
          ) : (
            <>
              <p className="ui-strong">{cell.name}</p>
              <p>{t('spare.rescueText')}</p>
              <Field label={t('spare.type')} hint={t('spare.typeHint')} error={failed === 'codeUnknown' ? t('spare.wrong') : undefined}>
                <TextArea rows={2} value={typed} onValue={(value) => setTyped(value.toUpperCase())} autoCapitalize="characters" autoComplete="off" autoCorrect="off" spellCheck={false} lang="en" placeholder="XXXX-XXXX-XXXX-…" />
              </Field>
              {failed && failed !== 'codeUnknown' && <Failure title={t('spare.failed')} reason={failed} />}
            </>
          )}
        </div>
      )}
    </Sheet>
  );
}
