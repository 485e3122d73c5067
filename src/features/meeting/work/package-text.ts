import { assembleMinutes, mergeMinutes, type MinutesInput } from '@/documents';
import type { EditedSection } from '@/domain';

/** What members read in the national handbook app: when and where, what was decided and who does what. */
export const POSTED_PARTS: readonly string[] = ['time', 'programme', 'conclusion', 'tasks', 'votes'];

/** The text to post, from the copy that may leave the cell: nothing internal, nothing restricted. */
export function packageText(input: MinutesInput, edits: Readonly<Record<string, EditedSection>>): string {
  const minutes = mergeMinutes(assembleMinutes({ ...input, audience: 'committee' }), edits);
  const sections = minutes.sections.filter(({ id }) => POSTED_PARTS.includes(id)).map(({ heading, text }) => `${heading.toLocaleUpperCase('vi')}\n${text}`);
  const subject = minutes.subject.charAt(0).toLocaleUpperCase('vi') + minutes.subject.slice(1);
  return [input.cell.name, subject, ...sections].filter((part) => part !== '').join('\n\n');
}
