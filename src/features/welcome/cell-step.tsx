import { useRef, useState } from 'react';
import { cleanText } from '@/domain';
import { useT } from '@/i18n';
import { Field, TextInput } from '@/ui';
import { StepFrame } from './step-frame';
import type { CellStart } from './types';

/** Without a server: the three things that stand in every document's head. Only the name is needed now. */
export function CellStep({ cell, onCell, onBack, onNext }: { cell: CellStart; onCell: (cell: CellStart) => void; onBack: () => void; onNext: () => void }) {
  const t = useT('welcome');
  const [checked, setChecked] = useState(false);
  const name = useRef<HTMLInputElement>(null);
  const missing = cleanText(cell.name) === '';
  const next = (): void => {
    setChecked(true);
    if (missing) {
      name.current?.focus();
      return;
    }
    onCell({ name: cleanText(cell.name), superior: cleanText(cell.superior), placeName: cleanText(cell.placeName) });
    onNext();
  };
  return (
    <StepFrame title={t('cell.title')} lead={t('cell.lead')} next={t('common:continue')} onBack={onBack} onNext={next}>
      <Field label={t('cell.name')} hint={t('cell.nameHint')} required error={checked && missing ? t('cell.nameMissing') : undefined}>
        <TextInput ref={name} value={cell.name} onValue={(value) => onCell({ ...cell, name: value })} maxLength={200} autoComplete="off" enterKeyHint="next" />
      </Field>
      <Field label={t('cell.superior')} hint={t('cell.superiorHint')}>
        <TextInput value={cell.superior} onValue={(superior) => onCell({ ...cell, superior })} maxLength={200} autoComplete="off" enterKeyHint="next" />
      </Field>
      <Field label={t('cell.place')} hint={t('cell.placeHint')}>
        <TextInput value={cell.placeName} onValue={(placeName) => onCell({ ...cell, placeName })} maxLength={100} autoComplete="off" enterKeyHint="next" />
      </Field>
    </StepFrame>
  );
}
