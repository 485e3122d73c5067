import type { Layout } from './layout';
import type { Block } from './types';

/** Room for the Party's title, place and date on one line each, in mm; the rest of the text's width is the organisation's. */
export const PARTY_COLUMN = 88;
/** Between the two columns of the head, in mm. */
export const GUTTER = 4;
/** Height of a drawn signature, in mm; its box is three times as wide. */
export const INK_MM = 16;
/** Room between what one signs as and the name, in points: four lines. */
export const SIGNING_ROOM = 72;
/** Between a table's lines and its words, in mm, left and right. */
export const CELL_PADDING = 1.5;
/** Margin of a page of slips on every side, and room within each, in mm. */
export const SLIP = { margin: 12, padding: 7 } as const;

/** Side of the QR code at the foot of a closed document, and the room that it stands in, in mm: dots of 0.45 mm, which a phone reads off paper. */
export const QR_MM = 14;
/** See {@link QR_MM}. */
export const QR_ROOM_MM = 17;
/** From the edge of the paper to such a foot, in mm: the most that leaves room for it in the margin, and printers reach it. */
export const FOOT_EDGE_MM = 5;
/** Size of its letters, in points. */
export const FOOT_SIZE = 9;

/** Width of the text, in mm. */
export const textWidth = ({ page }: Layout): number => page.width - page.left - page.right;
/** Length of the rule under the Party's title, in mm. A hair wider than the words: rounding must not break their line. */
export const partyRule = (layout: Layout): number => (layout.partyWidthEm * layout.size.party * 25.4) / 72 + 1.2;
/** A document of slips alone has their margins. */
export const isSlips = (blocks: readonly Block[]): boolean => blocks.some(({ kind }) => kind === 'slips');

const ROMAN = [['X', 10], ['IX', 9], ['V', 5], ['IV', 4], ['I', 1]] as const;
const roman = (value: number): string => {
  let [text, rest] = ['', value];
  for (const [letter, worth] of ROMAN) for (; rest >= worth; rest -= worth) text += letter;
  return text;
};

/** The numbers of the headings as Word counts them: "I- " and "1. ", the latter anew under each of the former; '' for what is no heading. */
export function headingNumbers(blocks: readonly Block[]): string[] {
  const counted = [0, 0];
  return blocks.map((block) => {
    if (block.kind !== 'heading') return '';
    if (block.level === 0) counted[1] = 0;
    const at = (counted[block.level] = (counted[block.level] ?? 0) + 1);
    return block.level === 0 ? `${roman(at)}- ` : `${at}. `;
  });
}
