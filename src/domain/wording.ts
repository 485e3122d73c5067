import type { CalendarDate } from './dates';
import type { Procedure, Step } from './procedure';
import type { Fields, RecordKey } from './records';

/** The record that holds the official wording which the cell entered. Fields: `<procedureId>/<stepId>/<part>` and `<procedureId>/<stepId>/checked`. */
export const WORDING_KEY: RecordKey = 'cell:wording';

/** Parts of a step that may have another wording. */
export const WORDED = ['label', 'guidance', 'say'] as const;

/** Who compared a step with the official text, and when. */
export interface Comparison {
  readonly by: string;
  readonly on: CalendarDate;
}

/** The field of a part of a step's wording. */
export const wordingField = (procedureId: string, stepId: string, part: (typeof WORDED)[number] | 'checked'): string => `${procedureId}/${stepId}/${part}`;

/**
 * [WORD-1] The procedure with the wording that was entered laid over the pack's: an empty one is none, what was not entered stays the pack's.
 * Steps, their order, duties and blocks are never touched: they are the pack's version, which a meeting keeps.
 * A layer from elsewhere (a directive) would be another set of the same fields, beneath the cell's own.
 */
export function applyWording(procedure: Procedure, wording: Fields): Procedure {
  if (!Object.keys(wording).some((field) => field.startsWith(`${procedure.id}/`))) return procedure;
  const worded = (step: Step): Step => {
    const texts = WORDED.flatMap((part) => {
      const text = wording[wordingField(procedure.id, step.id, part)];
      return typeof text === 'string' && text.trim() !== '' && (part !== 'say' || step.say !== undefined) ? [[part, text.trim()] as const] : [];
    });
    const compared = wording[wordingField(procedure.id, step.id, 'checked')] as unknown as Comparison | undefined;
    return texts.length === 0 && !compared ? step : { ...step, ...Object.fromEntries(texts), ...(compared ? { compared } : {}) };
  };
  return { ...procedure, phases: procedure.phases.map((phase) => ({ ...phase, steps: phase.steps.map(worded) })) };
}
