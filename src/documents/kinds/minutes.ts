import type { Cell, Meeting, Signature } from '@/domain';
import { layoutOn, type Block, type Closed, type Layout, type PartyDocument, type Signer } from '../form';
import { bareName } from '../minutes/context';
import { lines, phrase } from '../minutes/format.vi';
import { cellTitle } from '../minutes/opening';
import { PART } from '../minutes/phrases.vi';
import type { FinalMinutes, MinutesPart } from '../minutes';

/** What a minutes document is made of. */
export interface MinutesFormInput {
  readonly minutes: FinalMinutes;
  readonly cell: Pick<Cell, 'name' | 'superior'>;
  readonly meeting: Pick<Meeting, 'id' | 'date' | 'roster' | 'chairId' | 'clerkId' | 'signatures' | 'closedAt' | 'closedHash' | 'closedPrev' | 'closedHead'>;
  /** Default: that of the meeting's day. */
  readonly layout?: Layout;
}

/** Lines of a text as paragraphs: one that announces a list stays with it. */
export function paragraphs(text: string): Block[] {
  const all = lines(text);
  return all.map((line, index) => ({ kind: 'text', text: line, look: /^[-+] /.test(line) ? 'item' : 'body', leads: line.endsWith(':') && index < all.length - 1 }));
}

/** Sections under the heads of their parts. */
export function sectionBlocks(sections: FinalMinutes['sections']): Block[] {
  const out: Block[] = [];
  let part: MinutesPart | undefined;
  for (const section of sections) {
    if (section.part !== part) {
      part = section.part;
      out.push({ kind: 'heading', level: 0, text: PART[section.part] });
    }
    out.push({ kind: 'heading', level: 1, text: phrase(section.heading) }, ...paragraphs(section.text));
  }
  return out;
}

/** Closed with a fingerprint, or still a draft; minutes closed without one have neither. */
const markOf = ({ id, closedAt, closedHash, closedPrev }: MinutesFormInput['meeting']): { mark?: Closed | 'draft' } =>
  closedAt === null ? { mark: 'draft' } : closedHash === null ? {} : { mark: { kind: 'minutes', id, at: closedAt, prev: closedPrev, hash: closedHash } };

/** Clerk at the left, chair at the right, with what they drew on the screen. */
export function minutesSigners({ roster, signatures, clerkId, chairId }: Pick<Meeting, 'roster' | 'signatures' | 'clerkId' | 'chairId'>, layout: Layout): { left: Signer; right: Signer } {
  const nameOf = (id: string | null): string => bareName(roster.find((entry) => entry.id === id)?.name);
  const make = ([label, under]: readonly [string, string], id: string | null, signature: Signature | null): Signer => ({
    kind: 'signer',
    label,
    under,
    underSmall: true,
    name: nameOf(signature?.memberId ?? id) || nameOf(id),
    ink: signature?.how === 'screen' && typeof signature.path === 'string' ? signature.path : '',
  });
  return { left: make(layout.clerk, clerkId, signatures.clerk), right: make(layout.chair, chairId, signatures.chair) };
}

/** Minutes (biên bản). They carry no place and date: facts.md §3.1 point 14 [V2] S25. */
export function minutesForm(input: MinutesFormInput): PartyDocument {
  const { minutes, meeting } = input;
  const cell = meeting.closedHead ?? input.cell;
  const layout = input.layout ?? layoutOn(meeting.date);
  const [title, subject] = [phrase(minutes.title), phrase(minutes.subject)];
  return {
    layout,
    head: { superior: phrase(cell.superior), cell: cellTitle(cell.name), number: '', placeDate: '' },
    title,
    subject,
    blocks: sectionBlocks(minutes.sections),
    foot: minutesSigners(meeting, layout),
    named: `${title} ${subject}`.trim(),
    ...markOf(meeting),
  };
}
