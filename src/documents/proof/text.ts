import { capitals, type Block, type Foot, type PartyDocument } from '../form';
import { headingNumbers } from '../form/measures';

/*
 * A document as lines of plain text: what its fingerprint is taken over, and what a file in hand is compared with. Numbers of headings are
 * not in it (Word counts them itself), nor is what stands in the margins.
 */

/* Nobody sees them; programs put them in and take them out. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

/** A line in the one form in which lines are compared: NFC, every white space one blank. */
export const tidyLine = (text: string): string => text.replace(UNSEEN, '').normalize('NFC').replace(/[\s\u00a0]+/g, ' ').trim();

/** The letters of lines without any white space: a page breaks lines where it likes. */
export const lettersOf = (lines: readonly string[]): string => lines.join('').replace(/\s+/g, '');

/** Where in the document a text stands. `foot`: drawn row by row where both sides are signed. */
interface Item {
  readonly text: string;
  readonly number: string;
  readonly foot?: 'label' | 'name';
}

const plain = (text: string): Item => ({ text, number: '' });
const footItems = (foot: Foot): Item[] => {
  if (foot.kind === 'signer') return [{ text: foot.label, number: '', foot: 'label' }, { text: foot.under, number: '', foot: 'label' }, { text: foot.name, number: '', foot: 'name' }];
  return foot.kind === 'recipients' ? ['Nơi nhận:', ...foot.entries].map(plain) : [];
};
const blockItems = (block: Block, number: string): Item[] => {
  if (block.kind === 'heading') return [{ text: block.text, number }];
  if (block.kind === 'text') return [plain(block.text)];
  if (block.kind === 'slips') return block.lines.map(({ text }) => plain(text));
  return [block.columns.map(({ head }) => head), ...block.rows, ...(block.total ? [block.total] : [])].flatMap((row) => block.columns.map((_, at) => plain(row[at] ?? '')));
};

function itemsOf({ layout, head, title, subject, blocks, foot }: PartyDocument): Item[] {
  const numbers = headingNumbers(blocks);
  return [
    ...(head ? [...(head.superior === '' ? [] : [capitals(head.superior, layout)]), capitals(head.cell, layout), '*', layout.party, head.number, head.placeDate] : []).map(plain),
    ...[title, subject, title === '' ? '' : layout.hyphens].map(plain),
    ...blocks.flatMap((block, at) => blockItems(block, numbers[at] ?? '')),
    ...(foot ? [...footItems(foot.left), ...footItems(foot.right)] : []),
  ]
    .map((item) => ({ ...item, text: tidyLine(item.text) }))
    .filter(({ text }) => text !== '');
}

/** [PROOF-1] A document's lines, in the order of the Word file. */
export const formLines = (form: PartyDocument): string[] => itemsOf(form).map(({ text }) => text);

/** A line as a PDF draws it: which line it is, and the number before it. */
export type ShownLine = readonly [at: number, number: string];

/** The lines in the order in which the PDF draws them, with the numbers of headings. */
export function shownLines(form: PartyDocument): ShownLine[] {
  const items = itemsOf(form);
  const drawn = items.map(({ number }, at): ShownLine => [at, number]);
  if (form.foot?.left.kind !== 'signer') return drawn;
  const is = (foot?: Item['foot']) => drawn.filter(([at]) => items[at]?.foot === foot);
  return [...is(), ...is('label'), ...is('name')];
}

/** The headings of tables, which a PDF draws again on every page. */
export const repeatedHeads = ({ blocks }: PartyDocument): string[] => blocks.flatMap((block) => (block.kind === 'table' ? [lettersOf(block.columns.map(({ head }) => tidyLine(head)))] : [])).filter((head) => head !== '');
