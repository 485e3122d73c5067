import { findStep, stepsOf, type Meeting, type Phase, type Procedure, type Step } from '@/domain';

/** Address of a step. */
export const stepHref = (meetingId: string, stepId: string): string => `/cuoc-hop/${meetingId}/${stepId}`;

/** Where a step stands. */
export type StepState = 'done' | 'skipped' | 'todo';

export const stateOfStep = (meeting: Meeting, step: Step): StepState => {
  const record = meeting.steps[step.id];
  return record?.doneAt ? 'done' : record?.skipped ? 'skipped' : 'todo';
};

/** Required steps of the phases that nobody has done or left out with a reason. */
export const stepsLeft = (meeting: Meeting, steps: readonly Step[]): Step[] =>
  steps.filter((step) => step.required && stateOfStep(meeting, step) === 'todo');

/** True when nothing required is left in a phase and something was done in it. */
export const isPhaseDone = (meeting: Meeting, phase: Phase): boolean =>
  stepsLeft(meeting, phase.steps).length === 0 && phase.steps.some((step) => stateOfStep(meeting, step) !== 'todo');

/** The step that a tap on a phase opens: the first left to do, else its first. */
export const entryOf = (meeting: Meeting, phase: Phase): Step | undefined =>
  phase.steps.find((step) => stateOfStep(meeting, step) === 'todo') ?? phase.steps[0];

/** True while the room is in session at that step: opening, content, closing. */
export const isInSession = (phase: Phase): boolean => phase.id === 'opening' || phase.id === 'content' || phase.id === 'closing';

/** Steps of the sitting itself. */
export const sessionSteps = (procedure: Procedure): Step[] => procedure.phases.filter(isInSession).flatMap((phase) => [...phase.steps]);

/** The step that begins the sitting: before it stands the readiness list. */
export const openingStep = (procedure: Procedure): Step | undefined => procedure.phases.find(isInSession)?.steps[0];

/** The last step of the sitting: from it the meeting is ended. */
export const lastSessionStep = (procedure: Procedure): Step | undefined => sessionSteps(procedure).at(-1);

/** The steps before and after one, in the procedure's order. */
export function neighbours(procedure: Procedure, stepId: string): { before: Step | undefined; after: Step | undefined } {
  const all = stepsOf(procedure);
  const index = all.findIndex((step) => step.id === stepId);
  return { before: all[index - 1], after: all[index + 1] };
}

/** Where a meeting is taken up again when the address names no step: the one seen last, else the first of its time. */
export function resumeStep(meeting: Meeting, procedure: Procedure, seen: unknown): Step | undefined {
  const last = meeting.state === 'open' ? (meeting.visits.at(-1)?.stepId ?? seen) : seen;
  const found = typeof last === 'string' ? findStep(procedure, last) : undefined;
  if (found) return found.step;
  const phase = procedure.phases.find(({ id }) => id === (meeting.state === 'planned' ? 'prepare' : meeting.state === 'open' ? 'opening' : 'after'));
  return (phase && entryOf(meeting, phase)) ?? stepsOf(procedure)[0];
}
