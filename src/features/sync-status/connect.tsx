import { useRef, useState, type FormEvent } from 'react';
import { useT } from '@/i18n';
import { codeProblem, groupCode, reasonKey, type Failure } from '@/sync';
import { Banner, Button, Field, Section, Stack, TextInput, useToast } from '@/ui';

/** Connects the open book with a code; answers whether it went. */
export type Connecting = (code: string) => Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: Failure }>;

/** A code typed or pasted, checked for its shape first. */
export function Connect({ onConnect }: { onConnect: Connecting }) {
  const t = useT('syncStatus');
  const toast = useToast();
  const [code, setCode] = useState('');
  const [checked, setChecked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Failure | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const problem = codeProblem(code);
  const shown = problem === 'accents' || problem === 'letter' || checked ? problem : null;
  const type = (field: HTMLInputElement): void => {
    setFailed(null);
    // In the middle of the text regrouping would throw the caret to the end.
    setCode(field.selectionStart === field.value.length ? groupCode(field.value) : field.value.toUpperCase());
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setChecked(true);
    if (problem) {
      input.current?.focus();
      return;
    }
    if (busy) return;
    setBusy(true);
    setFailed(null);
    const outcome = await onConnect(groupCode(code)).finally(() => setBusy(false));
    if (outcome.ok) toast({ text: t('connect.done') });
    else setFailed(outcome.reason);
  };
  return (
    <Section title={t('connect.title')}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack>
          <Field label={t('connect.label')} hint={t('connect.hint')} error={shown ? t(`connect.problem.${shown}`) : undefined}>
            <TextInput
              ref={input}
              value={code}
              onChange={(event) => type(event.target)}
              onBlur={() => setCode(groupCode(code))}
              placeholder="XXXXX-XXXXX"
              autoCapitalize="characters"
              autoComplete="off"
              autoCorrect="off"
              spellCheck={false}
              enterKeyHint="go"
            />
          </Field>
          {failed && <Banner tone="danger" title={t('connect.failed')}>{t(reasonKey(failed))}</Banner>}
          <Button type="submit" variant="primary" size="large" icon="key" block busy={busy}>{t(busy ? 'connect.busy' : 'connect.button')}</Button>
        </Stack>
      </form>
    </Section>
  );
}
