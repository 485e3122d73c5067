import { fail, ok, type Result } from '@/domain';
import { refusedKind, refusedParts } from './file-kind';
import { decodeOldFonts } from './old-fonts';
import { recognise } from './recognise';
import { isBlankRow, LIMITS, type Cell, type ImportError, type NamedSheet, type OnProgress, type Workbook } from './sheet';
import { countsFrom1904, leanSheet, listSheets, type LeanSheet, type SheetEntry } from './sheet-xml';
import { isSound, withAddresses } from './sound-xml';
import { packStored, readDirectory, unpack, ZipProblem } from '@/documents/zip';

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
/** Where unpacking and taking apart end on the way from 0 to 1. */
const UNPACKED = 0.4;
const LEAN = 0.6;

/**
 * Reads the sheets of an .xlsx file and says which looks most like a register of members.
 * [IMP-1] A file too large, of another kind, or protected is refused by name before anything is unpacked.
 * [IMP-2] Unpacking stops at {@link LIMITS}.unpackedBytes whatever the file says of itself.
 */
export async function readWorkbook(file: Blob | ArrayBuffer, onProgress: OnProgress = () => undefined): Promise<Result<Workbook, ImportError>> {
  const size = file instanceof ArrayBuffer ? file.byteLength : file.size;
  if (size > LIMITS.fileBytes) return fail('tooLarge');
  try {
    const bytes = new Uint8Array(file instanceof ArrayBuffer ? file : await file.arrayBuffer());
    const refused = refusedKind(bytes);
    return refused ? fail(refused) : await readZip(bytes, onProgress);
  } catch (error) {
    return fail(error instanceof ZipProblem ? error.reason : 'damaged');
  }
}

async function readZip(bytes: Uint8Array, onProgress: OnProgress): Promise<Result<Workbook, ImportError>> {
  const entries = readDirectory(bytes);
  if (!entries) return fail('damaged');
  const refused = refusedParts(entries.map(({ name }) => name));
  if (refused) return fail(refused);
  if (entries.some((entry) => entry.encrypted)) return fail('passwordProtected');
  if (entries.reduce((sum, entry) => sum + entry.size, 0) > LIMITS.unpackedBytes) return fail('tooLarge');
  const wanted = entries.filter((entry) => /\.(?:xml|rels)$/.test(entry.name));
  const total = Math.max(1, wanted.reduce((sum, entry) => sum + entry.size, 0));
  const parts = await unpack(bytes, wanted, LIMITS.unpackedBytes, (unpacked) => onProgress(Math.min(1, unpacked / total) * UNPACKED));
  const text = (name: string): string => new TextDecoder().decode(parts.get(name));
  const workbook = text(WORKBOOK);
  const listed = listSheets(workbook, text(RELATIONS));
  const lean = new Map<string, LeanSheet>();
  for (const [index, { path }] of listed.entries()) {
    if (path === null || !parts.has(path)) continue;
    const xml = text(path);
    if (!isSound(xml)) return fail('damaged');
    const sheet = leanSheet(withAddresses(xml));
    if (!sheet) return fail('tooManyRows');
    lean.set(path, sheet);
    parts.set(path, new TextEncoder().encode(sheet.xml));
    onProgress(UNPACKED + ((index + 1) / listed.length) * (LEAN - UNPACKED));
  }
  const numbers = [...lean.values()].reduce((sum, sheet) => sum + sheet.numbers, 0);
  const read = await readCells(parts, (share) => onProgress(LEAN + share * (1 - LEAN)), numbers);
  return chooseSheet(read, listed, lean, countsFrom1904(workbook));
}

/** The library gives up the whole file where a cell names a format that is not there: then the formats are left out, and dates come as numbers. */
async function readCells(parts: Map<string, Uint8Array>, onProgress: OnProgress, numbers: number): Promise<Cell[][][]> {
  try {
    return await readSheets(packStored(parts), onProgress, numbers);
  } catch {
    for (const [name, part] of parts) {
      if (/worksheets\//.test(name)) parts.set(name, new TextEncoder().encode(new TextDecoder().decode(part).replace(/(<(?:\w+:)?c\s[^<>]*?)\ss="\d+"/g, '$1')));
    }
    return readSheets(packStored(parts), onProgress, numbers);
  }
}

/** The library says nothing of how far it has come, but asks what to make of each number: these are counted. */
async function readSheets(file: ArrayBuffer, onProgress: OnProgress, numbers: number): Promise<Cell[][][]> {
  const { default: readXlsxFile } = await import('read-excel-file/universal');
  let read = 0;
  const parseNumber = (text: string): number => {
    read += 1;
    if (read % 1000 === 0) onProgress(Math.min(1, read / Math.max(1, numbers)));
    return Number(text);
  };
  const sheets = await readXlsxFile(file, { trim: false, parseNumber });
  // The package types a cell as the constructor of Date; it holds a Date.
  return sheets.map((sheet) => (sheet.data ?? []) as unknown as Cell[][]);
}

/** [IMP-4] Of the sheets that Excel shows, the one with the most columns known; hidden ones only when no other has rows. All can be chosen. */
function chooseSheet(read: readonly Cell[][][], listed: readonly SheetEntry[], lean: ReadonlyMap<string, LeanSheet>, from1904: boolean): Result<Workbook, ImportError> {
  const sheets = read.flatMap((cells, index): NamedSheet[] => {
    if (cells.every(isBlankRow)) return [];
    const entry = listed[index];
    const { hidden = [], hiddenColumns = [] } = lean.get(entry?.path ?? '') ?? {};
    const { rows, font } = decodeOldFonts(cells);
    return [{ name: entry?.name ?? String(index + 1), visible: entry?.visible !== false, rows, hidden, hiddenColumns, from1904, ...(font ? { font } : {}) }];
  });
  if (sheets.length === 0) return fail('empty');
  const shown = sheets.some(({ visible }) => visible) ? sheets.filter(({ visible }) => visible) : sheets;
  let best = shown[0];
  let most = -1;
  for (const sheet of shown) {
    const found = recognise(sheet.rows);
    const score = (found.headingRow === null ? 0 : 100) + found.columns.filter((column) => column.field !== 'ignore').length;
    if (score > most) [best, most] = [sheet, score];
  }
  return ok({ sheets, best: best ? sheets.indexOf(best) : 0 });
}
