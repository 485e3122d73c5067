import { foldText } from './text';
import type { Block, Step } from './procedure';

/** Blocks whose words may be of any step, of a person, or of why an extraordinary meeting is held. */
const NEVER: readonly Block[] = ['reviewNotes', 'reason', 'minutes', 'readBack'];
/** Folded: what a step with such a label speaks of is not recorded, whatever its pack says of it. */
const SPEAKS_OF = /\b(ky luat|kiem tra|giam sat|phe binh|kiem diem|tu tuong|to cao|khieu nai)\b/;

/**
 * [DICT-1] Whether words may be dictated at a step: a browser may send the voice to its maker, so never where something stays in the cell or goes
 * nowhere (internal, restricted), nor at inspection, discipline, criticism and review, nor in the minutes, which hold all of these.
 * Source: facts.md §5 [V2] S21 S37; that internal steps count too is a decision.
 */
export const mayDictate = (step: Pick<Step, 'sensitivity' | 'blocks' | 'label'>): boolean =>
  step.sensitivity === undefined && !step.blocks.some((block) => NEVER.includes(block)) && !SPEAKS_OF.test(foldText(step.label));
