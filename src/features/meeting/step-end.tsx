import { lazy, Suspense, useState } from 'react';
import { findStep, type Phase } from '@/domain';
import { formatTime, useT } from '@/i18n';
import { BottomActions, Button, ConfirmDialog, Icon, useToast } from '@/ui';
import { nowInstant } from './clock';
import type { BlockProps } from './meeting-context';
import { missingIn } from './missing';
import { isInSession, lastSessionStep, neighbours, sessionSteps, stateOfStep, stepsLeft } from './steps';

const SkipSheet = lazy(() => import('./skip-sheet'));

interface StepEndProps extends BlockProps {
  phase: Phase;
  go: (stepId: string | null) => void;
}

/** What the step still wants, the way round it, and the ways on and back. */
export function StepEnd({ ctx, step, phase, go }: StepEndProps) {
  const t = useT('meeting');
  const toast = useToast();
  const [asking, setAsking] = useState<'skip' | 'end' | null>(null);
  const { meeting, procedure } = ctx;
  const { before, after } = neighbours(procedure, step.id);
  const state = stateOfStep(meeting, step);
  // What need not be there at all is not missing.
  const missing = ctx.locked || (!step.required && isInSession(phase)) ? [] : missingIn(meeting, step);
  const left = stepsLeft(meeting, sessionSteps(procedure)).filter((one) => one.id !== step.id);
  // From its last step on, a meeting that is still open wants to be ended.
  const ends = meeting.state === 'open' && (step.id === lastSessionStep(procedure)?.id || phase.id === 'after');
  const opensLater = meeting.state === 'planned' && isInSession(phase);
  const done = (): Record<string, string | null> =>
    ctx.locked || opensLater || state === 'done'
      ? {}
      : { [`step/${step.id}/done`]: nowInstant(), ...(state === 'skipped' && { [`step/${step.id}/skipped`]: null }) };
  const next = (): void => {
    const fields = done();
    if (Object.keys(fields).length > 0) void ctx.set(fields);
    go(after?.id ?? null);
  };
  const end = (): void => {
    const now = nowInstant();
    setAsking(null);
    void ctx.set({ ...(phase.id === 'after' ? {} : done()), endedAt: now });
    toast({ text: t('end.done', { time: formatTime(now) }), action: { label: t('end.undo'), run: () => void ctx.set({ endedAt: null }) } });
    if (phase.id !== 'after' && after) go(after.id);
  };
  const skip = (reason: string | null): void => {
    setAsking(null);
    if (reason !== null) void ctx.set({ [`step/${step.id}/skipped`]: reason, [`step/${step.id}/done`]: null });
    go(after?.id ?? null);
  };
  return (
    <>
      {(missing.length > 0 || state !== 'done') && !opensLater && (
        <div className="ui-stack ui-gap-1">
          {missing.length > 0 && (
            <div className="ui-row ui-align-top meeting-nowrap ui-caption">
              <Icon name="info" />
              <p>
                {t('missing.title')} {missing.map((block) => t(`missing.${block}`)).join('; ')}.
              </p>
            </div>
          )}
          {state === 'skipped' && <p className="ui-caption">{t('skip.was', { reason: meeting.steps[step.id]?.skipped ?? '' })}</p>}
          {state === 'todo' && !ctx.locked && !ends && after && (
            <div>
              <Button variant="quiet" aria-haspopup={step.required ? 'dialog' : undefined} onClick={() => (step.required ? setAsking('skip') : skip(null))}>
                {t(step.required ? 'skip.required' : 'skip.optional')}
              </Button>
            </div>
          )}
        </div>
      )}
      <BottomActions>
        <Button icon="back" size="large" disabled={!before} onClick={() => before && go(before.id)}>
          {t('step.before')}
        </Button>
        {ends ? (
          <Button variant="primary" size="large" icon="check" onClick={() => (left.length > 0 ? setAsking('end') : end())}>
            {t('end.button')}
          </Button>
        ) : (
          <Button variant={opensLater ? 'secondary' : 'primary'} size="large" icon={after ? 'next' : 'check'} iconEnd onClick={next}>
            {t(after ? 'step.after' : 'step.finish')}
          </Button>
        )}
      </BottomActions>
      <ConfirmDialog
        open={asking === 'end'}
        title={t('end.title')}
        confirmLabel={t('end.anyway')}
        cancelLabel={t('end.back')}
        onConfirm={end}
        onCancel={() => setAsking(null)}
      >
        <p>{t('end.left', { count: left.length })}</p>
        <ul>
          {left.map((one) => (
            <li key={one.id}>{findStep(procedure, one.id)?.step.label}</li>
          ))}
        </ul>
      </ConfirmDialog>
      <Suspense>{asking === 'skip' && <SkipSheet step={step} onSkip={skip} onClose={() => setAsking(null)} />}</Suspense>
    </>
  );
}
