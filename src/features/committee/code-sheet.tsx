import { useState } from 'react';
import { formatMoment, useT } from '@/i18n';
import type { CodeAnswer } from '@/sync/committee';
import { Banner, Button, Sheet, useToast } from '@/ui';
import { call, type Reason } from './calls';
import { useDesk } from './desk';
import { Failure } from './failure';

/** The slip as it is read out, copied or handed over on paper. */
function Slip({ cell, code }: { cell: string; code: CodeAnswer }) {
  const t = useT('committee');
  return (
    <div className="ui-stack cm-slip-text">
      <p className="ui-h1 ui-strong cm-print-only">{t('code.slip')}</p>
      <div className="cm-code-box" role="group" aria-label={t('code.code', { cell })}>
        <p className="ui-muted">{t('code.code', { cell })}</p>
        <p className="ui-strong ui-num cm-code">{code.code}</p>
        <p className="ui-muted">{t('code.until', { at: formatMoment(code.expiresAt) })}</p>
      </div>
      <div>
        <p className="ui-strong">{t('code.steps')}</p>
        <ol className="cm-list">
          <li>{t('code.step1', { address: location.origin })}</li>
          <li>{t('code.step2')}</li>
          <li>{t('code.step3')}</li>
        </ol>
      </div>
    </div>
  );
}

function Explain({ cell }: { cell: string }) {
  const t = useT('committee');
  return (
    <>
      <p className="ui-strong">{t('code.code', { cell })}</p>
      <p>{t('code.explain')}</p>
    </>
  );
}

function Actions({ code }: { code: CodeAnswer }) {
  const t = useT('committee');
  const toast = useToast();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(code.code);
      toast({ text: t('code.copied') });
    } catch {
      toast({ tone: 'warn', text: t('code.notCopied') });
    }
  };
  return (
    <>
      <Button size="large" icon="print" onClick={() => window.print()}>{t('code.print')}</Button>
      <Button size="large" variant="primary" icon="document" onClick={() => void copy()}>{t('code.copy')}</Button>
    </>
  );
}

interface CodeSheetProps {
  /** The cell that gets a code; null while the sheet is closed. */
  cell: { readonly id: string; readonly name: string } | null;
  onClose: () => void;
}

/** Makes an activation code for a cell and shows it, once. */
export function CodeSheet({ cell, onClose }: CodeSheetProps) {
  const t = useT('committee');
  const { onLost } = useDesk();
  const [code, setCode] = useState<CodeAnswer | null>(null);
  const [failed, setFailed] = useState<Reason | null>(null);
  const [busy, setBusy] = useState(false);
  const close = (): void => {
    setCode(null);
    setFailed(null);
    onClose();
  };
  const make = async (id: string): Promise<void> => {
    setBusy(true);
    setFailed(null);
    const answer = await call((client) => client.newCode(id));
    setBusy(false);
    if (answer.ok) setCode(answer.value);
    else if (answer.reason === 'unauthorized') onLost();
    else setFailed(answer.reason);
  };
  return (
    <Sheet
      open={cell !== null}
      className="cm-slip"
      title={t('code.title')}
      closeLabel={t('common:close')}
      // A tap beside it would lose a code that cannot be seen again.
      dismissible={code === null && !busy}
      onClose={close}
      footer={code ? <Actions code={code} /> : <Button size="large" variant="primary" icon="key" busy={busy} onClick={() => cell && void make(cell.id)}>{t('code.make')}</Button>}
    >
      {cell && (
        <div className="ui-stack" aria-live="polite">
          {code ? <Slip cell={cell.name} code={code} /> : <Explain cell={cell.name} />}
          {code && <Banner tone="warn" className="ui-no-print"><p>{t('code.once')}</p></Banner>}
          {failed && <Failure title={t('code.failedTitle')} reason={failed} />}
        </div>
      )}
    </Sheet>
  );
}
