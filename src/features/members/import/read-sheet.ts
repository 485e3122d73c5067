import { fail, ok, type Result } from '@/domain';
import { refusedKind } from './file-kind';
import { decodeOldFonts } from './old-fonts';
import { recognise } from './recognise';
import { isBlankRow, LIMITS, type Cell, type ImportError, type Sheet } from './sheet';
import { leanSheet, listSheets, type SheetEntry } from './sheet-xml';
import { packStored, readDirectory, unpack, ZipProblem } from './zip';

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';

/**
 * Reads the sheet of an .xlsx file that looks most like a register of members.
 * [IMP-1] A file too large, of another kind, or protected is refused by name before anything is unpacked.
 * [IMP-2] Unpacking stops at {@link LIMITS}.unpackedBytes whatever the file says of itself.
 */
export async function readSheet(file: Blob | ArrayBuffer): Promise<Result<Sheet, ImportError>> {
  const size = file instanceof ArrayBuffer ? file.byteLength : file.size;
  if (size > LIMITS.fileBytes) return fail('tooLarge');
  try {
    const bytes = new Uint8Array(file instanceof ArrayBuffer ? file : await file.arrayBuffer());
    const refused = refusedKind(bytes);
    return refused ? fail(refused) : await readZip(bytes);
  } catch (error) {
    return fail(error instanceof ZipProblem ? error.reason : 'damaged');
  }
}

async function readZip(bytes: Uint8Array): Promise<Result<Sheet, ImportError>> {
  const entries = readDirectory(bytes);
  if (!entries) return fail('damaged');
  if (!entries.some((entry) => entry.name === WORKBOOK)) return fail('notXlsx');
  if (entries.some((entry) => entry.encrypted)) return fail('passwordProtected');
  if (entries.reduce((sum, entry) => sum + entry.size, 0) > LIMITS.unpackedBytes) return fail('tooLarge');
  const parts = await unpack(bytes, entries.filter((entry) => /\.(?:xml|rels)$/.test(entry.name)), LIMITS.unpackedBytes);
  const text = (name: string): string => new TextDecoder().decode(parts.get(name));
  const listed = listSheets(text(WORKBOOK), text(RELATIONS));
  const hidden = new Map<string, readonly number[]>();
  for (const { path } of listed) {
    if (path === null || !parts.has(path)) continue;
    const lean = leanSheet(text(path));
    if (!lean) return fail('tooManyRows');
    hidden.set(path, lean.hidden);
    parts.set(path, new TextEncoder().encode(lean.xml));
  }
  return chooseSheet(await readSheets(packStored(parts)), listed, hidden);
}

async function readSheets(file: ArrayBuffer): Promise<Cell[][][]> {
  const { default: readXlsxFile } = await import('read-excel-file/universal');
  const sheets = await readXlsxFile(file, { trim: false });
  // The package types a cell as the constructor of Date; it holds a Date.
  return sheets.map((sheet) => (sheet.data ?? []) as unknown as Cell[][]);
}

/** [IMP-4] Of the sheets that Excel shows, the one with the most columns known; hidden ones only when no other has rows. */
function chooseSheet(
  sheets: readonly Cell[][][],
  listed: readonly SheetEntry[],
  hidden: ReadonlyMap<string, readonly number[]>,
): Result<Sheet, ImportError> {
  const candidates = sheets.map((rows, index) => ({ rows: decodeOldFonts(rows), entry: listed[index] })).filter(({ rows }) => !rows.every(isBlankRow));
  const visible = candidates.filter(({ entry }) => entry?.visible !== false);
  let best: { sheet: Sheet; score: number } | null = null;
  for (const { rows, entry } of visible.length > 0 ? visible : candidates) {
    const sheet: Sheet = { rows, hidden: hidden.get(entry?.path ?? '') ?? [] };
    const found = recognise(rows);
    const score = (found.headingRow === null ? 0 : 100) + found.columns.filter((column) => column.field !== 'ignore').length;
    if (!best || score > best.score) best = { sheet, score };
  }
  return best ? ok(best.sheet) : fail('empty');
}
