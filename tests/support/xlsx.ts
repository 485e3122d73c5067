/** Workbooks as bytes, made part by part: with whatever a program may write that no library would. */
import { crc32, deflateRawSync } from 'node:zlib';

/** One cell: a text, a number, nothing, or XML of its own (`c` with its attributes is written around `inner`). */
export type RawCell = string | number | null | { readonly type?: string; readonly style?: number; readonly inner: string };

/** One sheet. Columns count from 1, rows from 0. */
export interface RawSheet {
  readonly name?: string;
  readonly rows: readonly (readonly RawCell[])[];
  readonly state?: 'hidden' | 'veryHidden';
  readonly hiddenRows?: readonly number[];
  /** `<col>` elements of hidden columns: first and last. */
  readonly hiddenColumns?: readonly (readonly [number, number])[];
  /** Put before and after the rows. */
  readonly before?: string;
  readonly after?: string;
}

/** The whole workbook. */
export interface RawBook {
  readonly sheets: readonly RawSheet[];
  readonly from1904?: boolean;
  /** Strings under their numbers, as XML of their `<si>`; cells point at them by `{ type: 's', inner: '<v>0</v>' }`. */
  readonly strings?: readonly string[];
  /** Done to every part before it is packed. */
  readonly edit?: (name: string, xml: string) => string;
}

/** The style of a date of Excel: dd/mm/yyyy. */
export const DATE_STYLE = 1;
/** The serial number of a day, counted from 1900 (or 1904). */
export const serial = (day: string, from1904 = false): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569 - (from1904 ? 1462 : 0);
/** A date of Excel. */
export const date = (day: string, from1904 = false): RawCell => ({ style: DATE_STYLE, inner: `<v>${serial(day, from1904)}</v>` });

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const letters = (index: number): string => (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function cellXml(cell: RawCell, row: number, column: number): string {
  const at = `r="${letters(column)}${row + 1}"`;
  if (cell === null) return '';
  if (typeof cell === 'string') return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escape(cell)}</t></is></c>`;
  if (typeof cell === 'number') return `<c ${at}><v>${cell}</v></c>`;
  return `<c ${at}${cell.style === undefined ? '' : ` s="${cell.style}"`}${cell.type === undefined ? '' : ` t="${cell.type}"`}>${cell.inner}</c>`;
}

function sheetXml({ rows, hiddenRows = [], hiddenColumns = [], before = '', after = '' }: RawSheet): string {
  const cols = hiddenColumns.map(([min, max]) => `<col min="${min}" max="${max}" width="9" hidden="1" customWidth="1"/>`).join('');
  const body = rows.map((row, index) => `<row r="${index + 1}"${hiddenRows.includes(index) ? ' hidden="1"' : ''}>${row.map((cell, column) => cellXml(cell, index, column)).join('')}</row>`).join('');
  return `${HEAD}<worksheet ${MAIN}>${before}${cols === '' ? '' : `<cols>${cols}</cols>`}<sheetData>${body}</sheetData>${after}</worksheet>`;
}

/** The parts of a workbook by name. */
export function partsOf({ sheets, from1904 = false, strings = [], edit = (_, xml) => xml }: RawBook): Map<string, string> {
  const parts = new Map<string, string>([
    ['[Content_Types].xml', `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`],
    ['_rels/.rels', `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],
    [
      'xl/workbook.xml',
      `${HEAD}<workbook ${MAIN} xmlns:r="${REL}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${sheets.map(({ name, state }, index) => `<sheet name="${escape(name ?? `Sheet${index + 1}`)}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${REL}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}<Relationship Id="rId900" Type="${REL}/styles" Target="styles.xml"/><Relationship Id="rId901" Type="${REL}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ],
    [
      'xl/styles.xml',
      `${HEAD}<styleSheet ${MAIN}><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ],
    ['xl/sharedStrings.xml', `${HEAD}<sst ${MAIN} count="${strings.length}" uniqueCount="${strings.length}">${strings.map((si) => `<si>${si}</si>`).join('')}</sst>`],
    ...sheets.map((sheet, index): [string, string] => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet)]),
  ]);
  return new Map([...parts].map(([name, xml]) => [name, edit(name, xml)]));
}

/** A zip of the parts, compressed, with right checksums. `flags` 1 says that they are locked; `size` is what they claim to be long. */
export function zip(parts: ReadonlyMap<string, string | Uint8Array>, { flags = 0, size }: { flags?: number; size?: number } = {}): Uint8Array<ArrayBuffer> {
  const files: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const [name, part] of parts) {
    const bytes = Buffer.from(part as string);
    const packed = deflateRawSync(bytes);
    const label = Buffer.from(name);
    const shared = Buffer.alloc(26);
    [20, 0x0800 | flags, 8, 0, 0].forEach((value, index) => shared.writeUInt16LE(value, index * 2));
    shared.writeUInt32LE(crc32(bytes), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(size ?? bytes.length, 18);
    shared.writeUInt16LE(label.length, 22);
    const entry = Buffer.alloc(16);
    entry.writeUInt32LE(at, 12);
    files.push(Buffer.from('504b0304', 'hex'), shared, label, packed);
    central.push(Buffer.from('504b01021400', 'hex'), shared, entry.subarray(2), label);
    at += 30 + label.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('504b0506', 'hex');
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Uint8Array.from(Buffer.concat([...files, directory, end]));
}

/** The bytes of a workbook. */
export const workbook = (book: RawBook): Uint8Array<ArrayBuffer> => zip(partsOf(book));
