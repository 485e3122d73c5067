import { useEffect, useState } from 'react';
import { useT } from '@/i18n';
import { Button, Spinner, Stack } from '@/ui';
import { ConfirmGroups } from '@/ui/confirm-groups';
import type { Reason } from '../calls';
import { useDesk } from '../desk';
import { Failure } from '../failure';
import { ask, type Vault } from './ask';
import { Paper } from './paper';

interface MakeKeyProps {
  readonly committee: { readonly id: string; readonly name: string };
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** The committee's sheet goes onto paper and is read back; only then is the key in use. */
export function MakeKey({ committee, onDone, onCancel }: MakeKeyProps) {
  const t = useT('committee');
  const { onLost } = useDesk();
  const [ready, setReady] = useState<{ sheet: string; clean: Vault['groupSheet'] } | null>(null);
  const [step, setStep] = useState<'paper' | 'confirm'>('paper');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Reason | null>(null);
  useEffect(() => {
    void ask(async (vault) => ({ sheet: vault.newSheet(), clean: vault.groupSheet })).then((answer) => (answer.ok ? setReady(answer.value) : setFailed(answer.reason)));
  }, []);
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [step]);
  if (!ready) return failed ? <Failure reason={failed} /> : <Spinner className="cm-wait">{t('loading')}</Spinner>;
  const { sheet, clean } = ready;
  const keep = async (): Promise<void> => {
    setBusy(true);
    setFailed(null);
    const answer = await ask((vault) => vault.makeEscrowKey(committee.id, sheet));
    setBusy(false);
    if (answer.ok) onDone();
    else if (answer.reason === 'unauthorized') onLost();
    else setFailed(answer.reason);
  };
  if (step === 'paper') {
    return (
      <Stack gap={4}>
        <h2 className="ui-h2 ui-no-print">{t('spare.step1')}</h2>
        <p className="ui-no-print">{t('spare.step1Text')}</p>
        <Paper kind="own" owner={committee.name} sheet={sheet} />
        <div className="ui-row ui-no-print cm-end">
          <Button variant="quiet" onClick={onCancel}>{t('common:cancel')}</Button>
          <Button variant="primary" size="large" onClick={() => setStep('confirm')}>{t('spare.onPaper')}</Button>
        </div>
      </Stack>
    );
  }
  return (
    <Stack gap={4} className="cm-narrow">
      <h2 className="ui-h2">{t('spare.step2')}</h2>
      <p>{t('spare.step2Text')}</p>
      <ConfirmGroups groups={sheet.split('-')} clean={clean} label={(number) => t('spare.group', { number })} wrong={t('spare.groupWrong')} button={t(busy ? 'spare.taking' : 'spare.take')} busy={busy} onConfirmed={() => void keep()} />
      {failed && <Failure title={t('spare.failed')} reason={failed} />}
      <Button variant="quiet" onClick={() => setStep('paper')}>{t('spare.again')}</Button>
    </Stack>
  );
}
