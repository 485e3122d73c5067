import { WORDED, wordingField, type Procedure, type Step } from '@/domain';
import { useT } from '@/i18n';
import { Button, Field, Sheet, Stack, TextArea } from '@/ui';
import { LONGEST_TEXT } from './said';

interface StepSheetProps {
  readonly procedure: Procedure;
  readonly step: Step;
  readonly textOf: (field: string) => string;
  readonly onText: (field: string, text: string) => void;
  readonly onClose: () => void;
}

/** The parts of a step, each with the app's own words above it. Nothing goes out from here. */
export function StepSheet({ procedure, step, textOf, onText, onClose }: StepSheetProps) {
  const t = useT('guidance');
  return (
    <Sheet open wide title={step.label} closeLabel={t('common:close')} onClose={onClose} footer={<Button size="large" variant="primary" onClick={onClose}>{t('common:done')}</Button>}>
      <Stack gap={4}>
        <p>{t('wording.empty')}</p>
        {WORDED.filter((part) => part !== 'say' || step.say !== undefined).map((part) => {
          const field = wordingField(procedure.id, step.id, part);
          return (
            <Field key={part} label={t(`part.${part}`)} hint={step[part] ? t('wording.own', { text: step[part] }) : undefined}>
              <TextArea rows={part === 'label' ? 2 : 4} maxLength={LONGEST_TEXT} value={textOf(field)} onValue={(text) => onText(field, text)} />
            </Field>
          );
        })}
      </Stack>
    </Sheet>
  );
}
