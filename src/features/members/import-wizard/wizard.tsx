import { useT } from '@/i18n';
import { Stack, StepBar } from '@/ui';
import { ColumnsStep } from './columns-step';
import { PreviewStep } from './preview-step';
import { ResultStep } from './result-step';
import { SourceStep } from './source-step';
import { STEPS, useWizard, type Step } from './use-wizard';

/** Choose, see what the columns mean, look at every row, confirm. Nothing is in the book before that. */
export function ImportWizard() {
  const t = useT('members');
  const wizard = useWizard();
  const { step, sheet, writing } = wizard.state;
  const at = STEPS.indexOf(step);
  // Back at any time before it is confirmed; ahead only where there is something to show.
  const go = (to: Step): void => {
    if (step !== 'done' && writing === 'no' && to !== 'done' && (to === 'source' || sheet)) wizard.set({ step: to });
  };
  return (
    <Stack gap={5}>
      <StepBar
        label={t('import.steps')}
        doneLabel={t('import.stepDone')}
        steps={STEPS.map((id, index) => ({ id, label: t(`import.step.${id}`), state: index === at ? 'current' : index < at ? 'done' : 'todo' }))}
        onStep={(id) => go(id as Step)}
      />
      {step === 'source' && <SourceStep {...wizard} />}
      {step === 'columns' && <ColumnsStep {...wizard} />}
      {step === 'preview' && <PreviewStep {...wizard} />}
      {step === 'done' && <ResultStep {...wizard} />}
    </Stack>
  );
}
