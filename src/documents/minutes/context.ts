import { findStep, type MemberId, type Step } from '@/domain';
import { phrase } from './format.vi';
import { BODY, wordsOf } from './phrases.vi';
import type { Audience, MinutesInput, MinutesPart, MinutesSection, MinutesSlot } from './types';

/** What the parts of the minutes ask of the records. */
export interface Context extends MinutesInput {
  readonly audience: Audience;
  /** Who meets: "Chi bộ", "Chi ủy". */
  readonly body: string;
  /** The plain name, or empty when nobody knows it. */
  readonly name: (id: MemberId | null) => string;
  /** What may be said of what was written at a step, to this audience. */
  readonly reach: (stepId: string) => Reach;
}

/**
 * `open`: said. `withheld`: internal, and the reader is the committee. `restricted`: said to nobody.
 * A step that the procedure does not know counts as restricted: its procedure alone can say that it is not.
 */
export type Reach = 'open' | 'withheld' | 'restricted';

/** [MIN-2] [MIN-3] */
function reachOf(step: Step | undefined, audience: Audience): Reach {
  if (!step || step.sensitivity === 'restricted') return 'restricted';
  return step.sensitivity === 'internal' && audience === 'committee' ? 'withheld' : 'open';
}

/** A name without the "đồng chí" that the sentence brings along. */
export const bareName = (name: unknown): string => phrase(name).replace(/^(?:đồng chí|đ\/c|đc\.)\s*/iu, '');

/** Readies the records for asking. */
export function contextOf(input: MinutesInput): Context {
  const audience = input.audience ?? 'cell';
  const names = new Map<string, string>(input.meeting.roster.map((entry) => [entry.id, bareName(entry.name)]));
  return {
    ...input,
    audience,
    body: wordsOf(BODY, input.meeting.kind, BODY.regular),
    name: (id) => (id === null ? '' : names.get(id) || bareName(input.nameOf(id) ?? '')),
    reach: (stepId) => reachOf(findStep(input.procedure, stepId)?.step, audience),
  };
}

/** A place and its text, still possibly empty; `hidden` when this audience must not even have the place. */
export interface Piece extends MinutesSlot {
  readonly lines: readonly string[];
  readonly hidden: boolean;
}

/** Makes a piece of lines; nothing left out, not hidden, unless told. */
export const piece = (
  part: MinutesPart,
  id: string,
  heading: string,
  lines: readonly string[],
  told: { readonly trimmed?: boolean; readonly hidden?: boolean } = {},
): Piece => ({ id, part, heading, lines: lines.filter((line) => line !== ''), trimmed: told.trimmed ?? false, hidden: told.hidden ?? false });

/** The piece as a section. */
export const toSection = ({ id, part, heading, lines, trimmed }: Piece): MinutesSection => ({ id, part, heading, text: lines.join('\n'), trimmed });

/** A step's name as a heading, without the "if any" of the procedure. */
export const stepHeading = (step: Step): string => phrase(step.label.replace(/\s*\(nếu có\)/iu, ''));
