import { lazy, Suspense, useState } from 'react';
import type { Procedure, Step } from '@/domain';
import { useT } from '@/i18n';
import { Disclosure } from '@/ui';

const Sources = lazy(() => import('./step-sources'));

/** Why the step is there, on demand: the names of the sources load only when asked for. */
export function StepWhy({ procedure, step }: { procedure: Procedure; step: Step }) {
  const t = useT('meeting');
  const [asked, setAsked] = useState(false);
  return (
    <Disclosure key={step.id} summary={t('why.title')} onToggle={(event) => event.currentTarget.open && setAsked(true)}>
      {asked && (
        <Suspense fallback={t('common:loading')}>
          <Sources procedure={procedure} step={step} />
        </Suspense>
      )}
    </Disclosure>
  );
}
