import { Suspense, useRef, useState } from 'react';
import { useT } from '@/i18n';
import { groupSheet, sheetProblem } from '@/sync';
import { qrKind } from '@/sync/qr-kind';
import { Field, TextArea } from '@/ui';
import { ScanField } from './scan-field';
import { StepFrame } from './step-frame';

/** The recovery sheet's eight groups, grouped while they are typed, and checked before anybody is asked. */
export function SheetStep({ sheet, onSheet, onBack, onNext }: { sheet: string; onSheet: (sheet: string) => void; onBack: () => void; onNext: () => void }) {
  const t = useT('welcome');
  const tScan = useT('scan');
  const [checked, setChecked] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const problem = sheetProblem(sheet);
  // Lost letters, and a whole sheet that is wrong, are told at once; one that is not whole yet only when the person wants to go on.
  const shown = problem !== null && (checked || !['empty', 'length'].includes(problem)) ? problem : null;
  const scanned = (text: string): string | null => {
    const kind = qrKind(text);
    if (kind !== 'sheet') return kind;
    onSheet(groupSheet(text));
    return null;
  };
  const next = (): void => {
    setChecked(true);
    if (problem) box.current?.querySelector('textarea')?.focus();
    else onNext();
  };
  return (
    <StepFrame title={t('sheet.title')} lead={t('sheet.lead')} next={t('common:continue')} onBack={onBack} onNext={next}>
      <div ref={box}>
        <Field label={t('sheet.label')} hint={t('sheet.hint')} error={shown ? t(`sheet.problem.${shown}`) : undefined}>
          <TextArea
            // eslint-disable-next-line jsx-a11y/no-autofocus -- the screen has this one field
            autoFocus
            value={sheet}
            rows={2}
            // In the middle of the text regrouping would throw the caret to the end.
            onChange={({ target }) => onSheet(target.selectionStart === target.value.length ? groupSheet(target.value) : target.value.toUpperCase())}
            onBlur={() => onSheet(groupSheet(sheet))}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              next();
            }}
            placeholder="XXXX-XXXX-XXXX-…"
            autoCapitalize="characters"
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            lang="en"
          />
        </Field>
      </div>
      <Suspense>
        <ScanField t={tScan} onText={scanned} />
      </Suspense>
    </StepFrame>
  );
}
