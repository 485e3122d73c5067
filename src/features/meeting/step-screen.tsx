import { lazy, Suspense, useRef, useState } from 'react';
import type { Block, Phase, Step } from '@/domain';
import { formatDate, useT } from '@/i18n';
import { DICTATION } from '@/storage';
import { Banner, Button, FieldTool, Row, Spinner, Stack, StepBar } from '@/ui';
import { blocks, Readiness } from './blocks/registry';
import type { MeetingContext } from './meeting-context';
import { StepEnd } from './step-end';
import { StepTimers } from './step-timers';
import { StepWhy } from './step-why';
import { entryOf, isInSession, isPhaseDone, openingStep } from './steps';
import { useStepPlace, useStepVisit } from './use-step-visit';

const StepListSheet = lazy(() => import('./step-list-sheet'));
const DetailsSheet = lazy(() => import('./details-sheet'));
const Dictation = lazy(() => import('./dictation'));

/** Blocks that have work to do after the minutes are closed. */
const AFTER_CLOSE: readonly Block[] = ['minutes', 'sign', 'post', 'submit', 'tasks', 'taskReview', 'say', 'readBack'];

interface StepScreenProps {
  ctx: MeetingContext;
  step: Step;
  phase: Phase;
  go: (stepId: string | null) => void;
}

/** One step: where one is, what to do and why, its blocks, what is missing, and the way on. */
export function StepScreen({ ctx, step, phase, go }: StepScreenProps) {
  const t = useT('meeting');
  const [sheet, setSheet] = useState<'steps' | 'details' | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { meeting, procedure } = ctx;
  useStepVisit(ctx, step.id);
  useStepPlace(heading, ctx.id, step.id, meeting.state !== 'planned');
  const dictates = !ctx.locked && localStorage.getItem(DICTATION);
  const opening = openingStep(procedure);
  const unopened = meeting.state === 'planned' && isInSession(phase);
  return (
    <Stack>
      <StepBar
        label={t('step.phases')}
        doneLabel={t('step.state.done')}
        steps={procedure.phases.map((one) => ({ id: one.id, label: t(`phase.${one.id}`), state: one.id === phase.id ? 'current' : isPhaseDone(meeting, one) ? 'done' : 'todo' }))}
        onStep={(id) => {
          const to = procedure.phases.find((one) => one.id === id);
          const entry = to && entryOf(meeting, to);
          if (entry) go(entry.id);
        }}
      />
      <Row spread className="meeting-where">
        <Button variant="quiet" icon="list" aria-haspopup="dialog" onClick={() => setSheet('steps')}>
          {t('step.place', { n: phase.steps.indexOf(step) + 1, count: phase.steps.length })}
        </Button>
        <StepTimers key={step.id} meeting={meeting} procedure={procedure} step={step} />
        {meeting.state === 'planned' && (
          <Button variant="quiet" icon="calendar" aria-haspopup="dialog" onClick={() => setSheet('details')}>
            {`${formatDate(meeting.date)} ${meeting.time}`}
          </Button>
        )}
      </Row>
      <h1 ref={heading} className="ui-h1" tabIndex={-1}>
        {step.label}
      </h1>
      {meeting.state === 'closed' && <Banner icon="lock">{t('state.closedNote')}</Banner>}
      {meeting.state === 'cancelled' && (
        <Banner tone="warn" action={<Button onClick={() => void ctx.set({ cancelled: null })}>{t('state.restore')}</Button>}>
          {t('state.cancelledNote')}
        </Banner>
      )}
      <div>
        <p className="ui-muted">{step.guidance}</p>
        <StepWhy procedure={procedure} step={step} />
      </div>
      {step.sensitivity && (
        <Banner icon="shield" tone={step.sensitivity === 'restricted' ? 'warn' : 'info'}>
          {t(`sensitivity.${step.sensitivity}`)}
        </Banner>
      )}
      <Suspense fallback={<Spinner>{t('common:loading')}</Spinner>}>
        {unopened &&
          (step.id === opening?.id ? (
            <Readiness ctx={ctx} step={step} />
          ) : (
            <Banner tone="warn" action={<Button onClick={() => opening && go(opening.id)}>{t('ready.goOpen')}</Button>}>
              {t('ready.notOpen')}
            </Banner>
          ))}
        <FieldTool.Provider value={dictates ? (area, field) => <Suspense><Dictation key={step.id} step={step} area={area} field={field} /></Suspense> : null}>
          {step.blocks.map((name) => {
            const BlockView = blocks[name];
            if (!BlockView) return null;
            // What stands open in a block belongs to its step: the same block of the next step begins anew.
            const key = `${step.id}.${name}`;
            return ctx.locked && !AFTER_CLOSE.includes(name) ? (
              <fieldset key={key} disabled className="meeting-locked">
                <BlockView ctx={ctx} step={step} />
              </fieldset>
            ) : (
              <BlockView key={key} ctx={ctx} step={step} />
            );
          })}
        </FieldTool.Provider>
      </Suspense>
      <StepEnd ctx={ctx} step={step} phase={phase} go={go} />
      <Suspense>
        {sheet === 'steps' && (
          <StepListSheet
            ctx={ctx}
            current={step.id}
            onClose={() => setSheet(null)}
            go={(id) => {
              setSheet(null);
              go(id);
            }}
          />
        )}
        {sheet === 'details' && <DetailsSheet ctx={ctx} onClose={() => setSheet(null)} />}
      </Suspense>
    </Stack>
  );
}
