import { AlignmentType, BorderStyle, HeightRule, Paragraph, Table, TableCell, TableLayoutType, TableRow, TabStopType, TextRun, VerticalAlign, WidthType } from 'docx';
import type { Layout } from '../form/layout';
import { CELL_PADDING, SLIP } from '../form/measures';
import type { Block, Column, SlipLine } from '../form/types';
import { STYLE } from './styles';
import { half, mm, pt } from './units';

const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

/** A table with lines; its heading again on every page, no row torn. */
export function linedTable({ columns, rows, total, rowHeight }: Extract<Block, { kind: 'table' }>): Table {
  const cell = (text: string, { width, align = 'left' }: Column, bold: boolean, head: boolean): TableCell =>
    new TableCell({
      width: { size: mm(width), type: WidthType.DXA },
      verticalAlign: head || rowHeight !== undefined ? VerticalAlign.CENTER : VerticalAlign.TOP,
      children: text.split('\n').map((part) => new Paragraph({ style: STYLE.cell, alignment: head ? AlignmentType.CENTER : ALIGN[align], children: [new TextRun({ text: part, bold })] })),
    });
  const row = (texts: readonly string[], bold: boolean, head = false): TableRow =>
    new TableRow({ cantSplit: true, tableHeader: head, ...(rowHeight === undefined || head ? {} : { height: { value: mm(rowHeight), rule: HeightRule.ATLEAST } }), children: columns.map((column, index) => cell(texts[index] ?? '', column, bold, head)) });
  const side = mm(CELL_PADDING);
  return new Table({
    width: { size: mm(columns.reduce((sum, { width }) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: columns.map(({ width }) => mm(width)),
    layout: TableLayoutType.FIXED,
    margins: { left: side, right: side, top: pt(2), bottom: pt(2), marginUnitType: WidthType.DXA },
    rows: [row(columns.map(({ head }) => head), true, true), ...rows.map((texts) => row(texts, false)), ...(total ? [row(total, true)] : [])],
  });
}

function slipLine({ text, look }: SlipLine, layout: Layout, width: number): Paragraph {
  const centered = look === 'small' || look === 'smallBold' || look === 'title' || look === 'question';
  const bold = look === 'smallBold' || look === 'title';
  const size = look === 'title' || look === 'question' || look === 'box' ? layout.size.body : look === 'note' ? 11 : 12;
  if (look === 'rule') {
    return new Paragraph({ style: STYLE.slip, tabStops: [{ type: TabStopType.RIGHT, position: mm(width), leader: 'dot' }], spacing: { before: pt(6) }, children: [new TextRun({ text: `${text}\t`, size: half(12) })] });
  }
  return new Paragraph({
    style: STYLE.slip,
    alignment: centered ? AlignmentType.CENTER : AlignmentType.LEFT,
    spacing: { before: pt(look === 'title' ? 10 : look === 'box' || look === 'question' || look === 'note' ? 6 : 0) },
    children: [new TextRun({ text: look === 'box' ? `□  ${text}` : text, bold, italics: look === 'note', size: half(size) })],
  });
}

/** Slips to cut apart, every one the same: dashed lines between, rows of equal height. */
export function slipTable({ across, down, copies, lines }: Extract<Block, { kind: 'slips' }>, layout: Layout): Table {
  const { width, height } = layout.page;
  const one = (width - 2 * SLIP.margin) / across;
  const rows = Math.ceil(copies / across);
  const inside = one - 2 * SLIP.padding;
  const dashed = { style: BorderStyle.DASHED, size: 4, color: '808080' };
  const side = mm(SLIP.padding);
  return new Table({
    width: { size: mm(width - 2 * SLIP.margin), type: WidthType.DXA },
    columnWidths: Array.from({ length: across }, () => mm(one)),
    layout: TableLayoutType.FIXED,
    borders: { top: dashed, bottom: dashed, left: dashed, right: dashed, insideHorizontal: dashed, insideVertical: dashed },
    margins: { left: side, right: side, top: side, bottom: side, marginUnitType: WidthType.DXA },
    rows: Array.from({ length: rows }, () =>
      new TableRow({
        cantSplit: true,
        height: { value: mm((height - 2 * SLIP.margin - 2) / down), rule: HeightRule.EXACT },
        children: Array.from({ length: across }, () => new TableCell({ width: { size: mm(one), type: WidthType.DXA }, children: lines.map((line) => slipLine(line, layout, inside)) })),
      }),
    ),
  });
}
