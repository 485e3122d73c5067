/** What one cell of a spreadsheet holds once it has been read. */
export type Cell = string | number | boolean | Date | null;

/** One sheet as rows of cells: row 0 is the first row of the file, so that `index + 1` is the number a person sees in Excel. */
export interface Sheet {
  readonly rows: readonly (readonly Cell[])[];
  /** Indexes of rows that are hidden in the file (by hand or by a filter). */
  readonly hidden: readonly number[];
  /** Indexes of columns that are hidden in the file. */
  readonly hiddenColumns?: readonly number[];
  /** Its plain numbers count days from 1904, as Excel on old Macintoshes did. */
  readonly from1904?: boolean;
  /** What it was typed in before Unicode; `unclear` when that could not be told for certain, and the letters are as they came. */
  readonly font?: OldFont | 'unclear';
}

/** Codes of Vietnamese letters before Unicode: that of the `.Vn…` fonts and that of the `VNI-…` fonts. */
export type OldFont = 'tcvn3' | 'vni';

/** A sheet under the name on its tab; `visible` false when Excel does not show it. */
export interface NamedSheet extends Sheet {
  readonly name: string;
  readonly visible: boolean;
}

/** The sheets of a file in which something stands, and the index of the one that looks most like a register. */
export interface Workbook {
  readonly sheets: readonly NamedSheet[];
  readonly best: number;
}

/** How far the reading has come, 0 to 1. */
export type OnProgress = (share: number) => void;

/**
 * Why a file or a pasted text cannot be read.
 * `notXlsx` another kind of file · `oldXls` Excel 97–2003 · `passwordProtected` opens only with a password ·
 * `damaged` begins as .xlsx, but is cut short or broken · `tooLarge` more bytes than a register can have ·
 * `tooManyRows` more rows or columns than a register can have · `empty` nothing in it · `openDocument` LibreOffice's own .ods · `binary`
 * Excel's .xlsb · `gaveUp` the device could not (memory).
 */
export type ImportError = 'notXlsx' | 'oldXls' | 'openDocument' | 'binary' | 'passwordProtected' | 'damaged' | 'tooLarge' | 'tooManyRows' | 'empty' | 'gaveUp';

/** What is refused, and where the line runs. */
export const LIMITS = {
  /** Bytes of the file itself; refused before a byte is read. */
  fileBytes: 5 * 1024 * 1024,
  /** Bytes of everything in the file once unpacked. */
  unpackedBytes: 60 * 1024 * 1024,
  rows: 20_000,
  /** Characters of a pasted text. */
  pastedChars: 2_000_000,
} as const;

/** The text of a cell, as a person would read it; empty for an empty cell. A date is its ISO day. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  return String(cell).normalize('NFC').replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim();
}

/** True when nothing stands in any cell of the row. */
export const isBlankRow = (row: readonly Cell[]): boolean => row.every((cell) => cellText(cell) === '');
