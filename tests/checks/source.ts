/** The code of src/ as syntax trees, read once a run. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parseSync, Visitor, type ESTree, type VisitorObject } from 'rolldown/utils';

export type { ESTree };

export interface Comment {
  type: 'Line' | 'Block';
  value: string;
  start: number;
  end: number;
}

export interface Source {
  /** From the project's root, with `/`: `src/domain/vote.ts`. */
  file: string;
  text: string;
  program: ESTree.Program;
  comments: readonly Comment[];
  lineAt(offset: number): number;
  visit(visitor: VisitorObject): void;
}

const CODE = /\.(ts|tsx)$/;
const TEST = /\.(test|test-d)\.tsx?$|\.browser\.test\./;
const cache = new Map<string, Source[]>();

/** Every ts and tsx file of src/, tests too. A file that does not parse is left to the type check. */
export function sourcesOf(root: string): Source[] {
  const known = cache.get(root);
  if (known) return known;
  const found = filesUnder(root, 'src').filter((file) => CODE.test(file)).flatMap((file) => parse(root, file) ?? []);
  cache.set(root, found);
  return found;
}

/** The code that ships: without the tests beside it. */
export function shippedOf(root: string): Source[] {
  return sourcesOf(root).filter(({ file }) => !isTest(file));
}

export function isTest(file: string): boolean {
  return TEST.test(file);
}

/** Paths from the root, with `/`, sorted. A missing folder has no files. */
export function filesUnder(root: string, folder: string): string[] {
  try {
    return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(root, sep).length).split(sep).join('/'))
      .sort();
  } catch {
    return [];
  }
}

function parse(root: string, file: string): Source | null {
  const text = readFileSync(join(root, file), 'utf8');
  return parseText(file, text);
}

/** One file's tree; null when the text does not parse. */
export function parseText(file: string, text: string): Source | null {
  const { program, comments, errors } = parseSync(file, text);
  if (errors.length > 0) return null;
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return {
    file,
    text,
    program,
    comments: comments as Comment[],
    lineAt: (offset) => starts.filter((start) => start <= offset).length,
    visit: (visitor) => new Visitor(visitor).visit(program),
  };
}
