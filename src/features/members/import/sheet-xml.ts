import { LIMITS } from './sheet';

/** A sheet's XML without what weighs and says nothing, and the rows that are hidden in it. */
export interface LeanSheet {
  readonly xml: string;
  readonly hidden: readonly number[];
}

// Prefixes such as `x:` come from some writers; `[^<>]` keeps every match inside one tag.
const EMPTY_CELL = /<(?:\w+:)?c(?=[\s/>])[^<>]*(?:\/>|><\/(?:\w+:)?c>)/g;
const EMPTY_ROW = /<(?:\w+:)?row\s(?=[^<>]*\br="\d+")[^<>]*(?:\/>|>\s*<\/(?:\w+:)?row>)/g;
const ROW = /<(?:\w+:)?row(?=[\s/>])([^<>]*)>/g;
const FAR_CELL = /<(?:\w+:)?c\s[^<>]*\br="[A-Z]{3,}\d/;

/**
 * [IMP-3] Drops cells and rows that carry a format but no value: a register formatted down to row 1,048,576 is common.
 * @returns null when what remains has more rows or columns than a register can have. The library makes every row up to
 * the last number, so that one cell far down would be enough to fill the phone's memory.
 */
export function leanSheet(xml: string): LeanSheet | null {
  const lean = xml.replace(EMPTY_CELL, '').replace(EMPTY_ROW, '');
  if (FAR_CELL.test(lean)) return null;
  const hidden: number[] = [];
  let row = 0;
  for (const match of lean.matchAll(ROW)) {
    const attributes = match[1] ?? '';
    const number = /\br="(\d+)"/.exec(attributes);
    row = number ? Number(number[1]) : row + 1;
    if (row > LIMITS.rows) return null;
    if (/\bhidden="(?:1|true)"/.test(attributes)) hidden.push(row - 1);
  }
  return { xml: lean, hidden };
}

/** A sheet as the workbook lists it: its part in the file, and whether Excel shows it. */
export interface SheetEntry {
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
      path: targets.get(attribute(tag, /\b\w+:id="([^"]*)"/) ?? '') ?? null,
      visible: !/\bstate="(?:hidden|veryHidden)"/.test(tag),
    }));
}
