import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces';
import { pathCommands } from '../docx/ink';
import { capitals, type Layout } from '../form/layout';
import { GUTTER, INK_MM, PARTY_COLUMN, partyRule, SIGNING_ROOM, textWidth } from '../form/measures';
import type { Foot, Head, Recipients, Signer } from '../form/types';
import { OWN, points, tied } from './measure';

/** A table that only puts things beside each other. */
export const BARE: CustomTableLayout = { hLineWidth: () => 0, vLineWidth: () => 0, paddingLeft: () => 0, paddingRight: () => 0, paddingTop: () => 0, paddingBottom: () => 0 };

const centered = (text: string, fontSize: number, more: object = {}): Content => ({ text: tied(text, 24), fontSize, alignment: 'center', lineHeight: OWN, ...more });

/** Head: superior, cell, star and number at the left; the Party's title with its rule at the right, place and date under it. */
export function headOf({ superior, cell, number, placeDate }: Head, layout: Layout): Content {
  const { size } = layout;
  const widths = [points(textWidth(layout) - PARTY_COLUMN), points(PARTY_COLUMN)];
  const off = { margin: [0, 0, points(GUTTER), 0] };
  const rule = points(partyRule(layout));
  const from = (points(PARTY_COLUMN) - rule) / 2;
  const left: Content[] = [
    ...(superior === '' ? [] : [centered(capitals(superior, layout), size.superior, off)]),
    centered(capitals(cell, layout), size.cell, { bold: true, ...off }),
    centered('*', size.superior, off),
  ];
  const right: Content[] = [
    centered(layout.party, size.party, { bold: true }),
    { canvas: [{ type: 'line', x1: from, y1: 2, x2: from + rule, y2: 2, lineWidth: 0.75 }] },
  ];
  const body: TableCell[][] = [[{ stack: left }, { stack: right }]];
  if (number !== '' || placeDate !== '') body.push([centered(number, size.number, off), centered(placeDate, size.placeDate, { italics: true })]);
  return { table: { widths, body, dontBreakRows: true }, layout: BARE };
}

function room({ ink }: Signer): Content {
  // Only what the Word file draws too: the rest is no signature.
  const drawn = ink !== '' && pathCommands(ink) !== null && /^[\d\s,.a-z+-]+$/i.test(ink);
  if (!drawn) return { text: '' };
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 200"><path d="${ink}" fill="none" stroke="#1F2A6B" stroke-width="5.3" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
  return { svg, width: points(INK_MM * 3), height: points(INK_MM), alignment: 'center', margin: [0, (SIGNING_ROOM - points(INK_MM)) / 2, 0, 0] };
}

const rowsOf = (foot: Foot, { size }: Layout): Content[] =>
  foot.kind !== 'signer'
    ? [{ text: '' }, { text: '' }, { text: '' }]
    : [
        { stack: [centered(foot.label, size.label, { bold: true }), ...(foot.under === '' ? [] : [centered(foot.under, foot.underSmall ? size.labelSmall : size.label)])] },
        room(foot),
        centered(foot.name, size.name, { bold: true }),
      ];

const recipientsOf = ({ entries }: Recipients, { size }: Layout): Content => ({
  stack: [
    { text: 'Nơi nhận:', decoration: 'underline', fontSize: size.recipientsLabel, lineHeight: OWN },
    ...entries.map((text): Content => ({ text: tied(text), fontSize: size.recipients, lineHeight: OWN })),
  ],
});

/** Foot: signatures beside each other, or who gets it at the left and the signature at the right. No page tears it. */
export function footOf(left: Foot, right: Foot, layout: Layout): Content {
  const half = points(textWidth(layout) / 2);
  const heights = (row: number): number | 'auto' => (row === 1 ? SIGNING_ROOM : 'auto');
  const table = (columns: readonly Content[][]): Content => ({
    table: { widths: columns.map(() => half), heights, body: [0, 1, 2].map((row) => columns.map((column) => column[row] ?? { text: '' })), dontBreakRows: true },
    layout: BARE,
  });
  const body: Content = left.kind === 'recipients' ? { columns: [{ width: half, ...(recipientsOf(left, layout) as object) }, { width: half, ...(table([rowsOf(right, layout)]) as object) }] as never } : table([rowsOf(left, layout), rowsOf(right, layout)]);
  return { stack: [body], unbreakable: true, margin: [0, 6 + layout.lineExact, 0, 0] };
}
