import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces';
import type { Layout } from '../form/layout';
import { CELL_PADDING, SLIP } from '../form/measures';
import type { Block, Column, SlipLine } from '../form/types';
import { OWN, points, tied } from './measure';

const LINE = 0.5;
const LINED: CustomTableLayout = {
  hLineWidth: () => LINE, vLineWidth: () => LINE,
  paddingLeft: () => points(CELL_PADDING), paddingRight: () => points(CELL_PADDING), paddingTop: () => 2, paddingBottom: () => 2,
};

/** A table with lines; its heading again on every page, no row torn. */
export function linedTable({ columns, rows, total, rowHeight }: Extract<Block, { kind: 'table' }>, layout: Layout): Content {
  /** Letters of a word that fit in a column: two to a letter's height. */
  const fits = (width: number): number => Math.max(4, Math.floor(points(width) / (layout.size.table * 0.6)));
  const cell = (text: string, { width, align = 'left' }: Column, head: boolean, bold: boolean): TableCell => ({ text: tied(text, fits(width)), fontSize: layout.size.table, lineHeight: OWN, bold, alignment: head ? 'center' : align, ...(head || rowHeight !== undefined ? { verticalAlignment: 'middle' } : {}) });
  const row = (texts: readonly string[], bold: boolean, head = false): TableCell[] => columns.map((column, index) => cell(texts[index] ?? '', column, head, bold));
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      ...(rowHeight === undefined ? {} : { heights: (row: number) => (row === 0 ? 'auto' : points(rowHeight) - 4) }),
      dontBreakRows: true,
      widths: columns.map(({ width }) => points(width - 2 * CELL_PADDING) - LINE),
      body: [row(columns.map(({ head }) => head), true, true), ...rows.map((texts) => row(texts, false)), ...(total ? [row(total, true)] : [])],
    },
    layout: LINED,
    margin: [0, 0, 0, layout.after + layout.size.body * OWN],
  };
}

function slipLine({ text, look }: SlipLine, layout: Layout, width: number): Content {
  const centered = look === 'small' || look === 'smallBold' || look === 'title' || look === 'question';
  const fontSize = look === 'title' || look === 'question' || look === 'box' ? layout.size.body : look === 'note' ? 11 : 12;
  const top = look === 'title' ? 10 : look === 'box' || look === 'question' || look === 'note' || look === 'rule' ? 6 : 0;
  if (look === 'rule') {
    return { columns: [{ text, width: 'auto', fontSize, lineHeight: OWN }, { width: '*', canvas: [{ type: 'line', x1: 2, y1: 12, x2: width - text.length * 6 - 4, y2: 12, lineWidth: 0.5, dash: { length: 1, space: 2 } }] }], margin: [0, top, 0, 0] };
  }
  return { text: tied(look === 'box' ? `□  ${text}` : text, 30), fontSize, lineHeight: OWN, bold: look === 'smallBold' || look === 'title', italics: look === 'note', alignment: centered ? 'center' : 'left', margin: [0, top, 0, 0] };
}

/** Slips to cut apart, every one the same: dashed lines between, rows of equal height. */
export function slipTable({ across, down, copies, lines }: Extract<Block, { kind: 'slips' }>, layout: Layout): Content {
  const { width, height } = layout.page;
  const padding = points(SLIP.padding);
  const inside = points((width - 2 * SLIP.margin) / across - 2 * SLIP.padding) - LINE;
  const rows = Math.ceil(copies / across);
  const dash = { dash: { length: 4, space: 3 } };
  return {
    table: {
      dontBreakRows: true,
      widths: Array.from({ length: across }, () => inside),
      heights: points((height - 2 * SLIP.margin - 2) / down) - 2 * padding - LINE,
      body: Array.from({ length: rows }, () => Array.from({ length: across }, (): TableCell => ({ stack: lines.map((line) => slipLine(line, layout, inside)) }))),
    },
    layout: {
      hLineWidth: () => LINE, vLineWidth: () => LINE, hLineColor: () => '#808080', vLineColor: () => '#808080', hLineStyle: () => dash, vLineStyle: () => dash,
      paddingLeft: () => padding, paddingRight: () => padding, paddingTop: () => padding, paddingBottom: () => padding,
    },
  };
}
