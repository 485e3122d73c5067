import { LIMITS } from './sheet';

/** A sheet's XML without what weighs and says nothing, the rows and columns that are hidden in it, and how many numbers it holds. */
export interface LeanSheet {
  readonly xml: string;
  readonly hidden: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly numbers: number;
}

// Prefixes such as `x:` come from some writers; `[^<>]` keeps every match inside one tag.
const EMPTY_CELL = /<(?:\w+:)?c(?=[\s/>])[^<>]*(?:\/>|><\/(?:\w+:)?c>)/g;
const EMPTY_ROW = /<(?:\w+:)?row\s(?=[^<>]*\br="\d+")[^<>]*(?:\/>|>\s*<\/(?:\w+:)?row>)/g;
const ROW = /<(?:\w+:)?row(?=[\s/>])([^<>]*)>/g;
const COLUMN = /<(?:\w+:)?col\s[^<>]*>/g;
/** A cell with a formula, a value or both; nothing else is taken apart. */
const CELL = /<((?:\w+:)?)c(\s[^<>]*)>\s*(<\1f(?:\s[^<>]*)?(?:\/>|>[^<]*<\/\1f>))?\s*(?:<\1v(?:\s[^<>]*)?(?:\/>|>([^<]*)<\/\1v>))?\s*<\/\1c>/g;
const FAR_CELL = /<(?:\w+:)?c\s[^<>]*\br="[A-Z]{3,}\d/;

/** What stands for a formula that the program which wrote the file never worked out; one of Excel's own names for errors. */
const NOT_WORKED_OUT = '#CALC!';
/** A register has no more columns; Excel hides the rest of a sheet as one range down to its last. */
const COLUMNS = 702;

/**
 * [IMP-3] Drops cells and rows that carry a format but no value: a register formatted down to row 1,048,576 is common.
 * [IMP-21] An error of a formula, or a formula without a value, stays in sight as a text such as `#N/A`: the library leaves the first out, and
 * gives up the whole file at the second.
 * @returns null when what remains has more rows or columns than a register can have. The library makes every row up to
 * the last number, so that one cell far down would be enough to fill the phone's memory.
 */
export function leanSheet(xml: string): LeanSheet | null {
  const lean = xml.replace(/<(?:\w+:)?dimension\s[^<>]*>/, '').replace(EMPTY_CELL, '').replace(EMPTY_ROW, '');
  if (FAR_CELL.test(lean)) return null;
  const hidden: number[] = [];
  let row = 0;
  for (const match of lean.matchAll(ROW)) {
    const attributes = match[1] ?? '';
    const number = /\br="(\d+)"/.exec(attributes);
    row = number ? Number(number[1]) : row + 1;
    if (row > LIMITS.rows) return null;
    if (isHidden(attributes)) hidden.push(row - 1);
  }
  let numbers = 0;
  const sound = lean.replace(CELL, (cell, prefix: string, attributes: string, formula: string | undefined, value: string | undefined) => {
    const type = /\bt="(\w+)"/.exec(attributes)?.[1] ?? 'n';
    const at = /\br="[A-Z]+\d+"/.exec(attributes)?.[0] ?? '';
    const text = (words: string): string => `<${prefix}c ${at} t="inlineStr"><${prefix}is><${prefix}t>${words}</${prefix}t></${prefix}is></${prefix}c>`;
    if (type === 'e') return text(value || '#N/A');
    const missing = value === undefined || (value === '' && type !== 'str');
    if (missing && type !== 'inlineStr') return formula === undefined ? '' : text(NOT_WORKED_OUT);
    if (type === 'n') numbers += 1;
    return cell;
  });
  return { xml: sound, hidden, hiddenColumns: hiddenColumns(lean), numbers };
}

const isHidden = (attributes: string): boolean => /\bhidden="(?:1|true)"/.test(attributes);

function hiddenColumns(xml: string): number[] {
  return [...xml.matchAll(COLUMN)].flatMap(([tag]) => {
    if (!isHidden(tag)) return [];
    const edge = (name: RegExp): number => Number(name.exec(tag)?.[1] ?? 0);
    const [first, last] = [edge(/\bmin="(\d+)"/), Math.min(COLUMNS, edge(/\bmax="(\d+)"/))];
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index - 1);
  });
}

/** True when the workbook counts days from 1904. */
export const countsFrom1904 = (workbook: string): boolean => /<(?:\w+:)?workbookPr\s[^<>]*\bdate1904="(?:1|true)"/.test(workbook);

/** A sheet as the workbook lists it: its part in the file, and whether Excel shows it. */
export interface SheetEntry {
  readonly name: string;
  readonly path: string | null;
  readonly visible: boolean;
}

const attribute = (tag: string, name: RegExp): string | null => name.exec(tag)?.[1] ?? null;

/** The sheets in the workbook's order. `workbook` and `rels` are the XML of `xl/workbook.xml` and of its relations. */
export function listSheets(workbook: string, rels: string): SheetEntry[] {
  const targets = new Map<string, string>();
  for (const [tag] of rels.matchAll(/<(?:\w+:)?Relationship\s[^<>]*>/g)) {
    const target = attribute(tag, /\bTarget="([^"]*)"/);
    if (target !== null) targets.set(attribute(tag, /\bId="([^"]*)"/) ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  return [...workbook.matchAll(/<(?:\w+:)?sheet\s[^<>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => /\bname="[^"]/.test(tag))
    .map((tag) => ({
      name: plain(attribute(tag, /\bname="([^"]*)"/) ?? ''),
      path: targets.get(attribute(tag, /\b\w+:id="([^"]*)"/) ?? '') ?? null,
      visible: !/\bstate="(?:hidden|veryHidden)"/.test(tag),
    }));
}

/** An attribute's text without its escapes. */
const plain = (text: string): string => text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff))).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
