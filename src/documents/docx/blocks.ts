import {
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  type ParagraphChild,
} from 'docx';
import type { Layout } from './layout';
import { STYLE } from './styles';
import { half, mm, pt } from './units';

/** What stands over and under the text of minutes: columns without lines, rows that no page tears. `heights` in points, for rows that keep theirs. */
const columns = (widths: readonly number[], rows: readonly (readonly (readonly Paragraph[])[])[], heights: readonly (number | undefined)[] = []): Table =>
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
            new TableCell({ width: { size: mm(widths[column] ?? 0), type: WidthType.DXA }, verticalAlign: height === undefined ? VerticalAlign.TOP : VerticalAlign.CENTER, children: [...children] }),
        ),
      });
    }),
  });

/** Capitals by the rules of Vietnamese, and of the spelling that the layout keeps. */
export function capitals(text: string, layout: Layout): string {
  const upper = text.normalize('NFC').toLocaleUpperCase('vi');
  return layout.toneOnY ? upper.replace(/(?<!Q)ỦY/gu, 'UỶ') : upper.replace(/(?<!Q)UỶ/gu, 'ỦY');
}

const GUTTER = 4;
const org = (text: string, run: { bold?: boolean; size?: number } = {}): Paragraph =>
  new Paragraph({ style: STYLE.org, indent: { right: mm(GUTTER) }, children: [new TextRun({ text, ...run })] });
const line = (style: string, text: string, run: { bold?: boolean; size?: number } = {}): Paragraph => new Paragraph({ style, children: [new TextRun({ text, ...run })] });

/** Header: superior, cell and star at the left; the Party's title with a rule as wide as itself at the right. Minutes carry no place and date ([V2] S25). */
export function headerBlock(superior: string, cell: string, layout: Layout): Table {
  const text = layout.page.width - layout.page.left - layout.page.right;
  // Room enough for the title on one line; the left column keeps off it by its own indent.
  const right = 75;
  const left = text - right;
  // A hair wider than the words: rounding must not break their line.
  const rule = (layout.partyWidthEm * layout.size.party * 25.4) / 72 + 1.2;
  const side = mm(Math.max(0, (right - rule) / 2));
  return columns(
    [left, right],
    [[
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
    ]],
  );
}

/** One who signs: what as, the drawn signature where there is one, the name. */
export interface Signer {
  readonly label: readonly [string, string];
  readonly name: string;
  readonly ink: ParagraphChild | null;
}

/** Height of a drawn signature, in mm. */
export const INK_MM = 16;
/** Room between what one signs as and the name, in points: four lines. */
const ROOM = 72;

/** Signatures: clerk at the left, chair at the right, no seal ([V2] S25: a cell has none). */
export function signatureBlock(clerk: Signer, chair: Signer, layout: Layout): Table {
  const column = (layout.page.width - layout.page.left - layout.page.right) / 2;
  const small = { bold: false, size: half(layout.size.labelSmall) };
  const both = (make: (who: Signer) => Paragraph[]): Paragraph[][] => [make(clerk), make(chair)];
  return columns(
    [column, column],
    [
      both(({ label }) => [line(STYLE.label, label[0]), ...(label[1] === '' ? [] : [line(STYLE.label, label[1], small)])]),
      both(({ ink }) => [new Paragraph({ style: STYLE.label, children: ink ? [ink] : [] })]),
      both(({ name }) => [line(STYLE.name, name)]),
    ],
    [undefined, ROOM, undefined],
  );
}
