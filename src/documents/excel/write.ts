import type { Cell, CellObject, Feature, Sheet } from 'write-excel-file/universal';
import writeXlsxFile from 'write-excel-file/universal';
import type { Column, FormHead, Table, Value } from './table';

/** Excel holds 32,767 letters in a cell and calls the file damaged beyond. */
const CELL_LETTERS = 32_000;
/** Points: a line of 12-point letters, and the highest row that Excel knows. A letter is a little wider than the digit that widths are counted in. */
const LINE = 15.75;
const MAX_HEIGHT = 400;
const LETTER = 1.15;
const DAY = '[$-42A]dd/mm/yyyy';
const BORDER = { borderStyle: 'thin', borderColor: '#808080' } as const;

/** [XLS-5] A text is written as text, whatever sign it begins with: a formula is never made of what somebody typed. */
const textCell = (text: string, style: CellObject = {}): CellObject => ({
  type: String,
  // Excel would read `_x0041_` as the letter of that number.
  value: text.normalize('NFC').slice(0, CELL_LETTERS).replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_'),
  ...style,
});

/** A row high enough for what is written in it; LibreOffice and the viewers of phones do not work that out. */
function height(texts: readonly (readonly [text: Value, width: number])[]): { height?: number } {
  const lines = texts.map(([text, width]) => (typeof text === 'string' ? text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * LETTER) / width)), 0) : 1));
  const most = Math.max(1, ...lines);
  return most > 1 ? { height: Math.min(MAX_HEIGHT, most * LINE + 2) } : {};
}

/** [XLS-6] Dates are dates, numbers numbers, shares percentages; a value that is none of these in its column is text. */
function valueCell(value: Value, kind: Column['kind'], style: CellObject): CellObject {
  if (value === null || value === '') return { ...style };
  if (typeof value === 'object') return valueCell(value.percent, 'percent', style);
  const day = kind === 'date' && typeof value === 'string' ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  if (!Number.isNaN(day)) return { type: Date, value: new Date(day), format: DAY, align: 'center', ...style };
  if (typeof value === 'string') return textCell(value, { ...(kind === 'text' ? {} : { align: 'center' as const }), ...style });
  return { type: Number, value: kind === 'percent' ? value / 100 : value, align: 'center', ...(kind === 'percent' ? { format: '0.0%' } : {}), ...style };
}

const spanned = (cell: CellObject, width: number): Cell[] => [{ ...cell, columnSpan: width }, ...Array.from({ length: width - 1 }, () => null)];

/** The form's head takes the columns in two halves by their widths. */
function headRows(head: FormHead, columns: readonly Column[]): Cell[][] {
  const all = columns.reduce((sum, { width }) => sum + width, 0);
  let taken = 0;
  const left = Math.max(1, Math.min(columns.length - 1, columns.findIndex(({ width }) => (taken += width) > all * 0.45)));
  const row = (one: string, other: string, style: CellObject, otherStyle: CellObject): Cell[] => [
    ...spanned(textCell(one, { align: 'center', wrap: true, ...style }), left),
    ...spanned(textCell(other, { align: 'center', wrap: true, ...otherStyle }), columns.length - left),
  ];
  return [
    row(head.superior.toLocaleUpperCase('vi'), head.party, {}, { fontWeight: 'bold', textDecoration: { underline: true } }),
    row(head.cell.toLocaleUpperCase('vi'), head.placeAndDay, { fontWeight: 'bold' }, { fontStyle: 'italic' }),
    row('*', '', {}, {}),
    [],
  ];
}

function sheetOf(table: Table): Sheet<Blob> {
  const { columns, rows, under, head } = table;
  const line = (text: string, style: CellObject): Cell[] => spanned(textCell(text, style), columns.length);
  const above = [
    ...(head ? headRows(head, columns) : []),
    line(table.title, { fontWeight: 'bold', fontSize: 14, align: 'center' }),
    ...table.lines.map((text) => line(text, { align: 'center', fontStyle: 'italic' })),
    [],
  ];
  const heading = (text: string, style: CellObject): CellObject => textCell(text, { ...BORDER, fontWeight: 'bold', align: 'center', alignVertical: 'center', wrap: true, backgroundColor: '#F2EDE2', ...style });
  const high = height(columns.map(({ heading: text, width }, index) => [under?.[index] === '' ? '' : text, width - 1]));
  const headings: Cell[][] = [
    columns.map((column, index) => heading(column.heading, { ...high, ...(under?.[index] === '' ? { rowSpan: 2 } : {}) })),
    ...(under ? [under.map((text) => (text === '' ? null : heading(text, {})))] : []),
  ];
  const body = rows.map(({ cells, strong }) => {
    const tall = height(columns.flatMap(({ kind, width }, index) => (kind === 'text' ? [[cells[index] ?? null, width] as const] : [])));
    return columns.map(({ kind }, index) => valueCell(cells[index] ?? null, kind, { ...BORDER, ...tall, alignVertical: 'top', ...(kind === 'text' ? { wrap: true } : {}), ...(strong ? { fontWeight: 'bold' } : {}) }));
  });
  const all = columns.reduce((sum, { width }) => sum + width, 0);
  const foot = table.foot.map((text) => line(text, { fontStyle: 'italic', wrap: true, alignVertical: 'top', ...height([[text, all]]) }));
  return {
    data: [...above, ...headings, ...body, [], ...foot],
    sheet: table.sheet,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: above.length + headings.length,
    stickyColumnsCount: table.frozen,
    orientation: 'landscape',
  };
}

/** On paper: A4, as many pages long as need be, never wider than one. */
const onPaper: Feature<Blob> = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml) =>
          xml
            .replace(/<worksheet[^>]*>/, (tag) => `${tag}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
            .replace(/<pageSetup /, '<pageSetup fitToWidth="1" fitToHeight="0" '),
      },
    },
  },
};

/**
 * Makes an .xlsx file, one sheet a table. Nothing leaves the device.
 * @returns the file's bytes
 */
export const excelFile = (tables: readonly Table[]): Promise<Blob> =>
  writeXlsxFile(tables.map(sheetOf), { fontFamily: 'Times New Roman', fontSize: 12, features: [onPaper] }).toBlob();
