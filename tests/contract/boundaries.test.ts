import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boundaries } from '../checks/boundaries';
import { FEATURES, PACKAGES, roomProblems, ROOMS } from '../checks/rooms';

/** A project of one file a question: the check runs over it once, and each test asks about its own file. */
let root = '';
let complaints = new Map<string, string>();
const files = new Map<string, string>();

const names = Object.keys(ROOMS);
const home = (room: string): string => (room === FEATURES ? `src/${room}/alpha` : `src/${room}`);
const put = (file: string, text: string): string => {
  files.set(file, text);
  return file;
};

const FORMS: Record<string, (from: string) => string> = {
  value: (from) => `import { x } from '${from}'; console.log(x);`,
  type: (from) => `import type { X } from '${from}'; export const x: X | 0 = 0;`,
  re: (from) => `export { x } from '${from}';`,
  all: (from) => `export * from '${from}';`,
  dynamic: (from) => `export const x = () => import('${from}');`,
  template: (from) => `export const x = (n: string) => import(\`${from}/\${n}\`);`,
  inline: (from) => `export type X = import('${from}').X;`,
  worker: (from) => `export const x = new Worker(new URL('${from}', import.meta.url));`,
  glob: (from) => `export const x = import.meta.glob('${from}/*');`,
};

interface Pair {
  from: string;
  to: string;
  allowed: boolean;
  file: string;
}

const pairs: Pair[] = names.flatMap((from) =>
  names
    .filter((to) => to !== from)
    .flatMap((to) => {
      const allowed = ROOMS[from]!.may.includes(to);
      const address = to === FEATURES ? `@/${to}/beta` : `@/${to}/thing`;
      // An allowed room is imported in two ways; a forbidden one is tried in every way there is.
      const forms = allowed ? ['value', 'dynamic'] : Object.keys(FORMS);
      return forms.map((form) => ({ from, to, allowed, file: put(`${home(from)}/${to}-${form}.ts`, FORMS[form]!(address)) }));
    }),
);

const inRoom = (room: string, name: string, text: string): string => put(`${home(room)}/${name}`, text);
const sibling = put('src/features/beta/sibling.ts', `import { x } from '@/features/alpha/thing'; console.log(x);`);
const climbing = names.map((room) => inRoom(room, 'deep/er/climb.ts', `import '${room === FEATURES ? '../../../beta/x' : '../../../elsewhere/x'}';`));
const upInside = names.map((room) => inRoom(room, 'deep/er/inside.ts', `import '../../near'; export const w = new URL('../w.ts', import.meta.url);`));
const byAlias = names.map((room) => inRoom(room, 'alias.ts', `import '@/${home(room).slice(4)}/near';`));
const escapes = ['@/../tests/x', '/src/ui/x', 'src/ui/x', 'tests/support/x', '@/nowhere/x'].map((from, i) =>
  inRoom('app', `escape-${i}.ts`, `import '${from}';`),
);
const computed = inRoom('app', 'computed.ts', 'export const x = (n: string) => import(n);');
const localeLoader = inRoom('i18n', 'loader.ts', 'export const x = (n: string) => import(`./locales/${n}.json`);');
const ownTest = inRoom('domain', 'free.test.ts', `import '@/server/x'; import 'node:fs';`);
const wrongSide = [
  inRoom('domain', 'disk.ts', `import { readFileSync } from 'node:fs'; console.log(readFileSync);`),
  inRoom('domain', 'screen.tsx', `import { useState } from 'react'; console.log(useState);`),
  inRoom('storage', 'sql.ts', `import { Kysely } from 'kysely'; console.log(Kysely);`),
  inRoom('server', 'indexed.ts', `import Dexie from 'dexie'; console.log(Dexie);`),
];
const rightSide = [
  inRoom('storage', 'dexie.ts', `import Dexie from 'dexie'; console.log(Dexie);`),
  inRoom('server', 'disk.ts', `import 'node:fs'; import 'kysely'; import 'pg';`),
  inRoom('app', 'dom.tsx', `import { createRoot } from 'react-dom/client'; console.log(createRoot);`),
];

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'boundaries-'));
  for (const [file, text] of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  complaints = new Map((await boundaries(root)).map(({ file, message }) => [file, message]));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('imports between rooms', () => {
  it('tries every pair of rooms', () => {
    expect(new Set(pairs.map(({ from, to }) => `${from}>${to}`)).size).toBe(names.length * (names.length - 1));
  });

  for (const from of names) {
    const own = pairs.filter((pair) => pair.from === from);
    it(`${from} may import ${ROOMS[from]!.may.join(', ') || 'no other room'}, in no way any other`, () => {
      const wrong = own.filter(({ file, allowed }) => complaints.has(file) === allowed).map(({ file }) => file);
      expect(wrong).toEqual([]);
    });
  }

  it('a feature never imports another, also one that nobody listed', () => {
    expect(complaints.get(sibling)).toMatch('a feature never imports another feature');
  });

  it('no relative import climbs out of its room, and inside it climbs freely', () => {
    const missed = [...climbing.filter((file) => !complaints.has(file)), ...upInside.filter((file) => complaints.has(file))];
    expect(missed).toEqual([]);
  });

  it('a room imports itself relatively', () => {
    expect(byAlias.filter((file) => !complaints.has(file))).toEqual([]);
  });

  it('there is no way round the alias', () => {
    expect([...escapes, computed].filter((file) => !complaints.has(file))).toEqual([]);
    expect(complaints.get(localeLoader)).toBeUndefined();
  });

  it('packages of the other side are refused', () => {
    expect(wrongSide.filter((file) => !complaints.has(file))).toEqual([]);
    expect(rightSide.filter((file) => complaints.has(file))).toEqual([]);
    expect(PACKAGES.node.length * PACKAGES.browser.length).toBeGreaterThan(0);
  });

  it('tests may import anything', () => {
    expect(complaints.get(ownTest)).toBeUndefined();
  });
});

describe('the table of rooms', () => {
  it('knows every folder, and has no row without one', () => {
    const src = mkdtempSync(join(tmpdir(), 'rooms-'));
    for (const name of [...names.filter((room) => room !== 'sw'), 'attic']) mkdirSync(join(src, name));
    const problems = roomProblems(src);
    rmSync(src, { recursive: true });
    expect(problems).toEqual([
      { file: 'src/attic', message: expect.stringContaining('no room of the table') as string },
      { file: 'src/sw', message: expect.stringContaining('not in src/') as string },
    ]);
    expect(complaints.get('src/sw')).toBeUndefined();
  });

  it('has no two rooms that may import each other', () => {
    const reaches = (from: string, to: string): boolean => ROOMS[from]!.may.some((next) => next === to || reaches(next, to));
    expect(names.filter((name) => reaches(name, name))).toEqual([]);
  });
});
