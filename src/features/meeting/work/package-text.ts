import { outwardMinutes, type MinutesInput } from '@/documents';

/** What members read in the national handbook app: when and where, what was decided and who does what. */
export const POSTED_PARTS: readonly string[] = ['time', 'programme', 'conclusion', 'tasks', 'votes'];

/** The text to post, from the copy that may leave the cell: nothing internal, nothing restricted; of closed minutes the closed words. */
export function packageText(input: MinutesInput): string {
  const minutes = outwardMinutes(input, input.meeting.minutes, input.meeting.final);
  const sections = minutes.sections.filter(({ id }) => POSTED_PARTS.includes(id)).map(({ heading, text }) => `${heading.toLocaleUpperCase('vi')}\n${text}`);
  const subject = minutes.subject.charAt(0).toLocaleUpperCase('vi') + minutes.subject.slice(1);
  return [input.cell.name, subject, ...sections].filter((part) => part !== '').join('\n\n');
}
