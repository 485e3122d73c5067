import type { ClosedMinutes, EditedSection } from '@/domain';
import { assembleMinutes, finalMinutes, mergeMinutes, type FinalMinutes, type MinutesInput } from './minutes';

/**
 * [FORM-12] The minutes as they may leave the cell, edits by hand in their places; of closed minutes the words that were closed, whatever was written
 * since of tasks and members. A section that says less outside than inside is made of the meeting's own record, which closing has sealed.
 * @param final the closed minutes; null while they are open
 */
export function outwardMinutes(input: MinutesInput, edits: Readonly<Record<string, EditedSection>>, final: ClosedMinutes | null): FinalMinutes {
  const draft = assembleMinutes({ ...input, audience: 'committee' });
  const now = finalMinutes(mergeMinutes(draft, edits));
  if (!final) return now;
  const inside = new Map(assembleMinutes({ ...input, audience: 'cell' }).sections.map(({ id, text }) => [id, text]));
  const outside = new Map(draft.sections.map(({ id, text }) => [id, text]));
  const sections = draft.slots.flatMap(({ id, trimmed }) => {
    const from = trimmed || inside.get(id) !== outside.get(id) ? now : final;
    return from.sections.filter((section) => section.id === id);
  });
  return { title: final.title, subject: final.subject, sections };
}
