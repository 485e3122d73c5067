import { Suspense, useRef, useState } from 'react';
import { useT } from '@/i18n';
import { codeKind, codeProblem, groupCode } from '@/sync';
import { qrKind } from '@/sync/qr-kind';
import { Field, Icon, TextInput } from '@/ui';
import { ScanField } from './scan-field';
import { StepFrame } from './step-frame';

/** The code, grouped while it is typed. Only its shape is checked here: the server is asked when there is a passcode to keep the answer under. */
export function CodeStep({ code, onCode, onBack, onNext }: { code: string; onCode: (code: string) => void; onBack: () => void; onNext: () => void }) {
  const t = useT('welcome');
  const tScan = useT('scan');
  const [checked, setChecked] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const problem = codeProblem(code);
  const kind = problem ? null : codeKind(code);
  // Lost letters are told at once, a code that is not whole yet only when the person wants to go on.
  const shown = problem === 'accents' || problem === 'letter' ? problem : checked ? problem : null;
  const type = (field: HTMLInputElement): void => {
    // In the middle of the text regrouping would throw the caret to the end.
    const atEnd = field.selectionStart === field.value.length;
    onCode(atEnd ? groupCode(field.value) : field.value.toUpperCase());
  };
  const scanned = (text: string): string | null => {
    const found = qrKind(text);
    if (found !== 'code') return found;
    onCode(groupCode(text));
    return null;
  };
  const next = (): void => {
    setChecked(true);
    if (problem) input.current?.focus();
    else onNext();
  };
  return (
    <StepFrame title={t('code.title')} lead={t('code.lead')} next={t('common:continue')} onBack={onBack} onNext={next}>
      <Field label={t('code.label')} hint={t('code.hint')} error={shown ? t(`code.problem.${shown}`) : undefined}>
        <TextInput
          ref={input}
          // eslint-disable-next-line jsx-a11y/no-autofocus -- the screen has this one field
          autoFocus
          value={code}
          onChange={(event) => type(event.target)}
          onBlur={() => onCode(groupCode(code))}
          placeholder="XXXXX-XXXXX"
          autoCapitalize="characters"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="next"
          lang="en"
        />
      </Field>
      <p aria-live="polite" className="ui-line ui-tone-ok">
        {kind && <Icon name="check" />}
        {kind && <span>{t(`code.kind.${kind}`)}</span>}
      </p>
      <Suspense>
        <ScanField t={tScan} onText={scanned} />
      </Suspense>
    </StepFrame>
  );
}
