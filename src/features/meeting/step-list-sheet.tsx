import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useT } from '@/i18n';
import { Badge, Button, List, ListRow, Row, Section, Sheet } from '@/ui';
import type { MeetingContext } from './meeting-context';
import { stateOfStep } from './steps';

const GoalSheet = lazy(() => import('./blocks/goal'));

/** Every step of the procedure and where it stands; any of them opens. */
export default function StepListSheet({ ctx, current, go, onClose }: { ctx: MeetingContext; current: string; go: (stepId: string) => void; onClose: () => void }) {
  const t = useT('meeting');
  const box = useRef<HTMLDivElement>(null);
  const [goal, setGoal] = useState(false);
  const scored = ctx.procedure.params.frame !== null && ctx.meeting.startedAt !== null && !ctx.locked;
  useEffect(() => {
    box.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <>
    <Sheet open title={t('step.all')} closeLabel={t('common:close')} onClose={onClose}>
      <div ref={box} className="ui-stack ui-gap-5">
        <Row>
          {scored && (
            <Button icon="star" onClick={() => setGoal(true)}>
              {t('step.goal')}
            </Button>
          )}
          <Button icon="document" href={`/cuoc-hop/${ctx.id}/van-ban`}>{t('step.documents')}</Button>
        </Row>
        {ctx.procedure.phases.map((phase) => (
          <Section key={phase.id} title={t(`phase.${phase.id}`)} level={3}>
            <List>
              {phase.steps.map((step, index) => {
                const state = stateOfStep(ctx.meeting, step);
                return (
                  <ListRow
                    key={step.id}
                    title={`${index + 1}. ${step.label}`}
                    aria-current={step.id === current ? 'step' : undefined}
                    onClick={() => go(step.id)}
                    trailing={
                      <>
                        {step.id === current && <Badge tone="info">{t('step.here')}</Badge>}
                        {state !== 'todo' ? (
                          <Badge tone={state === 'done' ? 'ok' : 'neutral'} icon={state === 'done' ? 'check' : undefined}>
                            {t(`step.state.${state}`)}
                          </Badge>
                        ) : (
                          !step.required && <Badge>{t('step.state.optional')}</Badge>
                        )}
                      </>
                    }
                  />
                );
              })}
            </List>
          </Section>
        ))}
      </div>
    </Sheet>
    <Suspense>{goal && <GoalSheet ctx={ctx} onClose={() => setGoal(false)} />}</Suspense>
    </>
  );
}
