import {
  BorderStyle,
  HeightRule,
  LineRuleType,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  UnderlineType,
  VerticalAlign,
  WidthType,
  type ParagraphChild,
} from 'docx';
import { capitals, type Layout } from '../form/layout';
import { GUTTER, INK_MM, PARTY_COLUMN, partyRule, SIGNING_ROOM, textWidth } from '../form/measures';
import type { Foot, Head, Recipients, Signer } from '../form/types';
import { inkRun } from './ink';
import { STYLE } from './styles';
import { half, mm, pt } from './units';

/** What stands over and under the text: columns without lines, rows that no page tears. `heights` in points, for rows that keep theirs; `tallFirst`: the first cell goes down all rows. */
const columns = (widths: readonly number[], rows: readonly (readonly (readonly Paragraph[])[])[], heights: readonly (number | undefined)[] = [], tallFirst = false): Table =>
  new Table({
    width: { size: mm(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widths.map(mm),
    layout: TableLayoutType.FIXED,
    borders: TableBorders.NONE,
    margins: { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    rows: rows.map((cells, row) => {
      const height = heights[row];
      return new TableRow({
        cantSplit: true,
        ...(height === undefined ? {} : { height: { value: pt(height), rule: HeightRule.EXACT } }),
        children: cells.map(
          (children, column) =>
            new TableCell({ ...(tallFirst && row === 0 && column === 0 ? { rowSpan: rows.length } : {}), width: { size: mm(widths[column] ?? 0), type: WidthType.DXA }, verticalAlign: height === undefined ? VerticalAlign.TOP : VerticalAlign.CENTER, children: [...children] }),
        ),
      });
    }),
  });

type Run = { bold?: boolean; italics?: boolean; size?: number; underline?: { type: typeof UnderlineType.SINGLE } };
const line = (style: string, text: string, run: Run = {}, paragraph: object = {}): Paragraph => new Paragraph({ style, ...paragraph, children: text === '' ? [] : [new TextRun({ text, ...run })] });

/** Head: superior, cell, star and number at the left; the Party's title with a rule as wide as itself at the right, place and date under it. */
export function headTable({ superior, cell, number, placeDate }: Head, layout: Layout): Table {
  const right = PARTY_COLUMN;
  const left = textWidth(layout) - right;
  const side = mm(Math.max(0, (right - partyRule(layout)) / 2));
  const keepOff = { indent: { right: mm(GUTTER) } };
  const org = (text: string, run: Run = {}): Paragraph => line(STYLE.org, text, run, keepOff);
  const rows = [
    [
      [
        ...(superior === '' ? [] : [org(capitals(superior, layout))]),
        org(capitals(cell, layout), { bold: true, size: half(layout.size.cell) }),
        org('*'),
      ],
      [
        new Paragraph({
          style: STYLE.party,
          indent: { left: side, right: side },
          border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 2, color: '000000' } },
          children: [new TextRun(layout.party)],
        }),
      ],
    ],
    ...(number === '' && placeDate === '' ? [] : [[[org(number, { size: half(layout.size.number) })], [line(STYLE.party, placeDate, { bold: false, italics: true, size: half(layout.size.placeDate) })]]]),
  ];
  return columns([left, right], rows);
}

const signerCells = (who: Signer, drawing: number, layout: Layout): Paragraph[][] => {
  const small = { bold: false, size: half(who.underSmall ? layout.size.labelSmall : layout.size.label) };
  const ink = who.ink === '' ? null : inkRun(who.ink, drawing, `Chữ ký ${who.name}`.trim(), INK_MM);
  return [
    [line(STYLE.label, who.label), ...(who.under === '' ? [] : [line(STYLE.label, who.under, small)])],
    // An imported run is a run, though its type does not say so.
    [new Paragraph({ style: STYLE.label, children: ink ? [ink as ParagraphChild] : [] })],
    [line(STYLE.name, who.name)],
  ];
};

const recipientsOf = ({ entries }: Recipients, layout: Layout): Paragraph[] => [
  line(STYLE.recipients, 'Nơi nhận:', { underline: { type: UnderlineType.SINGLE }, size: half(layout.size.recipientsLabel) }),
  ...entries.map((entry) => line(STYLE.recipients, entry)),
];

/**
 * Foot: signatures beside each other, or who gets it at the left and the signature at the right; no seal ([V2] S25: a cell has none).
 * The recipients stand in one cell from top to bottom: a long list must not push the name down.
 */
export function footTable(left: Foot, right: Foot, layout: Layout): Table {
  const width = textWidth(layout) / 2;
  const empty = (): Paragraph[] => [new Paragraph({ style: STYLE.label, children: [] })];
  const cellsOf = (foot: Foot, drawing: number): Paragraph[][] =>
    foot.kind === 'signer' ? signerCells(foot, drawing, layout) : foot.kind === 'recipients' ? [recipientsOf(foot, layout)] : [empty(), empty(), empty()];
  const [a, b] = [cellsOf(left, 1), cellsOf(right, 2)];
  return columns([width, width], [0, 1, 2].map((row) => [a[row], b[row]].filter((cell) => cell !== undefined)), [undefined, SIGNING_ROOM, undefined], left.kind === 'recipients');
}

/** What must follow a table where something has to: one point high, so that it never makes a page of its own. */
export const tail = (): Paragraph => new Paragraph({ spacing: { line: pt(1), lineRule: LineRuleType.EXACT }, children: [] });
