import { Suspense, useRef, useState, type FormEvent } from 'react';
import { useT } from '@/i18n';
import { askProblem, groupAsk } from '@/sync/admission';
import { qrKind } from '@/sync/qr-kind';
import { Button, Disclosure, Field, Section, Stack, TextArea } from '@/ui';
import { ScanField } from '../scan';

/** Reads what the new device shows: by camera, or typed. */
export function AskStep({ onAsk }: { onAsk: (ask: string) => void }) {
  const t = useT('backup');
  const tScan = useT('scan');
  const scanned = (text: string): string | null => {
    const kind = qrKind(text);
    if (kind !== 'ask') return kind;
    onAsk(groupAsk(text));
    return null;
  };
  return (
    <Section title={t('give.ask.title')}>
      <ol>
        <li>{t('give.ask.step1')}</li>
        <li>{t('give.ask.step2')}</li>
      </ol>
      <Suspense>
        <ScanField t={tScan} onText={scanned} primary />
      </Suspense>
      <Disclosure summary={t('give.ask.typed')}>
        <Typed onAsk={onAsk} />
      </Disclosure>
    </Section>
  );
}

function Typed({ onAsk }: { onAsk: (ask: string) => void }) {
  const t = useT('backup');
  const [typed, setTyped] = useState('');
  const [checked, setChecked] = useState(false);
  const box = useRef<HTMLFormElement>(null);
  const problem = askProblem(typed);
  // Lost letters, and a whole code that is wrong, are told at once; one that is not whole yet only when the person wants to go on.
  const shown = problem !== null && (checked || !['empty', 'length'].includes(problem)) ? problem : null;
  const next = (event: FormEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (problem) box.current?.querySelector('textarea')?.focus();
    else onAsk(groupAsk(typed));
  };
  return (
    <form ref={box} onSubmit={next} noValidate>
      <Stack>
        <Field label={t('give.ask.label')} hint={t('give.ask.hint')} error={shown ? t(`give.ask.problem.${shown}`) : undefined}>
          <TextArea
            value={typed}
            // In the middle of the text regrouping would throw the caret to the end.
            onChange={({ target }) => setTyped(target.selectionStart === target.value.length ? groupAsk(target.value) : target.value.toUpperCase())}
            onBlur={() => setTyped(groupAsk(typed))}
            autoCapitalize="characters"
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            lang="en"
          />
        </Field>
        <Button type="submit" block>{t('give.ask.next')}</Button>
      </Stack>
    </form>
  );
}
