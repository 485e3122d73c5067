/** Every rule has a test that names it, and every line of a pack a source. Rules are the ids in square brackets in the code's comments and the room's pages. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check, Problem } from './problem';
import { filesUnder, isTest } from './source';

export interface Rule {
  id: string;
  file: string;
  line: number;
  /** What it says, where it says it first. */
  text: string;
  source: string;
  /** V, V2, I or G, as the facts are marked; empty where the rule is this product's own. */
  confidence: string;
  tests: string[];
}

/** An id never ends in a name: [NET-1], not [A-1b]. */
const ID = /\[([A-Z]{2,8}-\d+)\]/g;
const idsIn = (text: string): string[] => [...text.matchAll(ID)].map(([, id]) => id ?? '');

/** All rules of the code under src/ with the tests, under src/ and tests/, that name them; by id. */
export function rulesOf(root: string): Rule[] {
  const rules = new Map<string, Rule>();
  const tests = new Map<string, Set<string>>();
  for (const file of [...filesUnder(root, 'src'), ...filesUnder(root, 'tests')].filter((name) => /\.(ts|tsx|md)$/.test(name))) {
    const text = readFileSync(join(root, file), 'utf8');
    if (isTest(file) || file.startsWith('tests/')) {
      for (const id of idsIn(text)) tests.set(id, (tests.get(id) ?? new Set()).add(file));
    } else for (const rule of stated(file, text)) keep(rules, rule);
  }
  return [...rules.values()]
    .map((rule) => ({ ...rule, tests: [...(tests.get(rule.id) ?? [])].sort() }))
    .sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
}

/** The code's own words count before a page's, and those that name a source before those that do not. */
function keep(rules: Map<string, Rule>, rule: Rule): void {
  const known = rules.get(rule.id);
  const weight = (one: Rule): number => (one.file.endsWith('.md') ? 0 : 2) + (one.source === '' ? 0 : 1);
  if (!known || weight(rule) > weight(known)) rules.set(rule.id, rule);
}

function stated(file: string, text: string): Rule[] {
  return [...text.matchAll(ID)].map(({ 1: id = '', index }) => {
    const paragraph = file.endsWith('.md') ? lineOf(text, index) : commentAt(text, index);
    const after = paragraph.slice(paragraph.indexOf(`[${id}]`) + id.length + 2);
    const words = (after.split(/\[[A-Z]{2,8}-\d+\]|Source:/)[0] ?? '').replace(/^[\s:·|]+|[\s·|]+$/g, '');
    const source = /Sources?:\s*(.*)$/.exec(paragraph)?.[1] ?? '';
    return { id, file, line: text.slice(0, index).split('\n').length, text: words, source: source.trim(), confidence: [...new Set(source.match(/\[(?:V2?|I|G)\]/g) ?? [])].join(' ').replace(/[[\]]/g, ''), tests: [] };
  });
}

const lineOf = (text: string, at: number): string => text.slice(text.lastIndexOf('\n', at) + 1, (text.indexOf('\n', at) + 1 || text.length + 1) - 1);

/** The comment around a place, as one line; of code, the line. */
function commentAt(text: string, at: number): string {
  const begin = text.lastIndexOf('/*', at);
  const end = text.indexOf('*/', at);
  if (begin < 0 || end < 0 || text.slice(begin, at).includes('*/')) return lineOf(text, at);
  return text.slice(begin, end).replace(/^\/\*+/, '').replace(/\n\s*\* ?/g, ' ').replace(/\s+/g, ' ').trim();
}

/** Lines of packs that name no source: every object that says how sure it is. */
function unsourced(root: string): Problem[] {
  const problems: Problem[] = [];
  for (const file of filesUnder(root, 'src/packs').filter((name) => name.endsWith('.json'))) {
    const text = readFileSync(join(root, file), 'utf8');
    const walk = (value: unknown): void => {
      if (value === null || typeof value !== 'object') return;
      const line = value as { id?: unknown; evidence?: unknown; source?: unknown; label?: unknown };
      const isLine = 'evidence' in value || ('label' in value && 'actors' in value);
      if (isLine && (!Array.isArray(line.source) || line.source.length === 0)) problems.push({ file, message: `${typeof line.id === 'string' ? line.id : 'a parameter'} has no source` });
      Object.values(value).forEach(walk);
    };
    walk(JSON.parse(text));
  }
  return problems;
}

export const rules: Check = (root) => [
  ...rulesOf(root)
    .filter(({ tests }) => tests.length === 0)
    .map(({ id, file, line }): Problem => ({ file, line, message: `[${id}] has no test that names it` })),
  ...unsourced(root),
];
