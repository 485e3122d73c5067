import {
  BorderStyle,
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

/** What stands over and under the text: columns without lines, rows that no page tears. */
const columns = (widths: readonly number[], rows: readonly (readonly (readonly Paragraph[])[])[]): Table =>
  new Table({
    width: { size: mm(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widths.map(mm),
    layout: TableLayoutType.FIXED,
    borders: TableBorders.NONE,
    margins: { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map((children, column) => new TableCell({ width: { size: mm(widths[column] ?? 0), type: WidthType.DXA }, verticalAlign: VerticalAlign.TOP, children: [...children] })),
        }),
    ),
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

/** A signer from label to name in one cell, so that no page tears it. `rows`: lines of the label, empty ones put in where the other's has more. */
function signerCell(who: Signer, drawing: number, rows: number, layout: Layout): Paragraph[] {
  const small = { bold: false, size: half(who.underSmall ? layout.size.labelSmall : layout.size.label) };
  const ink = who.ink === '' ? null : inkRun(who.ink, drawing, `Chữ ký ${who.name}`.trim(), INK_MM);
  const side = pt((SIGNING_ROOM - (INK_MM * 72) / 25.4) / 2);
  const room = ink
    // An imported run is a run, though its type does not say so.
    ? new Paragraph({ style: STYLE.label, spacing: { before: side, after: side }, children: [ink as ParagraphChild] })
    : new Paragraph({ style: STYLE.label, spacing: { line: pt(SIGNING_ROOM), lineRule: LineRuleType.EXACT }, children: [] });
  return [line(STYLE.label, who.label), ...(rows < 2 ? [] : [line(STYLE.label, who.under, small)]), room, line(STYLE.name, who.name)];
}

const recipientsOf = ({ entries }: Recipients, layout: Layout): Paragraph[] => [
  line(STYLE.recipients, 'Nơi nhận:', { underline: { type: UnderlineType.SINGLE }, size: half(layout.size.recipientsLabel) }),
  ...entries.map((entry) => line(STYLE.recipients, entry)),
];

/** Foot: signatures beside each other, or who gets it at the left and the signature at the right; no seal ([V2] S25: a cell has none). */
export function footTable(left: Foot, right: Foot, layout: Layout): Table {
  const width = textWidth(layout) / 2;
  const rows = Math.max(...[left, right].map((foot) => (foot.kind === 'signer' && foot.under !== '' ? 2 : 1)));
  const cell = (foot: Foot, drawing: number): Paragraph[] =>
    foot.kind === 'signer' ? signerCell(foot, drawing, rows, layout) : foot.kind === 'recipients' ? recipientsOf(foot, layout) : [new Paragraph({ style: STYLE.label, children: [] })];
  return columns([width, width], [[cell(left, 1), cell(right, 2)]]);
}

/** What must follow a table where something has to: one point high, so that it never makes a page of its own. */
export const tail = (): Paragraph => new Paragraph({ spacing: { line: pt(1), lineRule: LineRuleType.EXACT }, children: [] });
