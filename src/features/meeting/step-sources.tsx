import { useEffect, useState } from 'react';
import type { Procedure, Step } from '@/domain';
import { formatDate, loadNamespaces, useT } from '@/i18n';
import { Badge, Stack } from '@/ui';

/** Who does the step, how sure its wording is, and where it comes from. Says so where the official text was not compared. */
export default function StepSources({ procedure, step }: { procedure: Procedure; step: Step }) {
  const t = useT('meeting');
  const words = useT('meetingSources');
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let live = true;
    loadNamespaces(['meetingSources']).then(
      () => live && setReady(true),
      () => undefined,
    );
    return () => {
      live = false;
    };
  }, []);
  const compared = step.compared !== undefined || (step.evidence === 'seen' && procedure.status !== 'secondarySources');
  return (
    <Stack gap={2} className="meeting-why">
      <p>{t('why.actors', { actors: step.actors.map((actor) => t(`actor.${actor}`)).join(', ') })}</p>
      <p>{t('why.basis', { basis: procedure.basis })}</p>
      <p>
        <Badge tone={compared ? 'ok' : 'warn'}>{t(compared ? 'why.compared' : 'why.notCompared')}</Badge> {!step.compared && t(`why.evidence.${step.evidence}`)}
      </p>
      {step.compared ? <p>{t('why.comparedBy', { by: step.compared.by, date: formatDate(step.compared.on) })}</p> : step.sourceNote && <p>{step.sourceNote}</p>}
      {ready && (
        <>
          <p>{t('why.sources')}</p>
          <ul>
            {step.source.map((id) => (
              <li key={id}>{words(id)}</li>
            ))}
          </ul>
        </>
      )}
    </Stack>
  );
}
