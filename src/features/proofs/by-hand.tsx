import { Suspense, useState } from 'react';
import { useT } from '@/i18n';
import { Button, Field, Section, Stack, TextInput } from '@/ui';
import { ScanField } from './scan';

/** What begins like one of ours. What it is in full is looked at when it was taken. */
const LIKELY = /^(?:SCB1|\{"soChiBo")/;

/** For paper: the code is scanned, or its letters are typed. */
export function ByHand({ onText }: { onText: (text: string) => Promise<boolean> }) {
  const t = useT('proofs');
  const tScan = useT('scan');
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const check = async (): Promise<void> => setWrong(!(await onText(typed)));
  const scanned = (text: string): string | null => {
    if (!LIKELY.test(text.trim())) return /^https?:/i.test(text) ? 'link' : 'other';
    void onText(text);
    return null;
  };
  return (
    <Section title={t('paper.title')}>
      <Stack>
        <p className="ui-muted">{t('paper.text')}</p>
        <Suspense fallback={null}><ScanField t={tScan} onText={scanned} /></Suspense>
        <Field label={t('paper.label')} hint={t('paper.hint')} error={wrong ? t('paper.wrong') : undefined}>
          <TextInput value={typed} onValue={(text) => { setTyped(text); setWrong(false); }} autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={120} />
        </Field>
        <Button icon="search" disabled={typed.trim() === ''} onClick={() => void check()}>{t('paper.check')}</Button>
      </Stack>
    </Section>
  );
}
