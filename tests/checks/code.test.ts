import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { docstrings } from './docstrings';
import { fileLength, LONGEST } from './file-length';
import { oxlint } from './oxlint';
import { inWords, type Check } from './problem';
import { purity } from './purity';
import { inTree } from './tree';

const found = (check: Check, files: Record<string, string>): Promise<string[]> => inTree(files, async (root) => (await check(root)).map(inWords));

describe('doc comments', () => {
  it('are asked for above every export of the rooms below the screens', async () => {
    const code = [
      `/** Số phiếu. */\nexport const a = 1;`,
      `export const b = 2;`,
      `/** Twin. */\nexport const Vote = 1;\nexport type Vote = 1;`,
      `/** First overload. */\nexport function f(x: 1): 1;\nexport function f(x: 2): 2;\nexport function f(x: number) { return x; }`,
      `/** Not directly above. */\n\nconst between = between2();\nexport function g() {}`,
      `// a line is no doc\nexport interface H { x: 1 }`,
      `/** Below. */\nconst i = 1;\nconst j = 1;\nexport { i, j };`,
      `export * from './other';\nexport { k } from './other';`,
      `/** */\nexport class L {}`,
    ].join('\n');
    const names = (await found(docstrings, { 'src/domain/x.ts': code, 'src/ui/x.ts': code, 'src/domain/x.test.ts': code }))
      .map((line) => /export (\S+)/.exec(line)?.[1]);
    expect(names).toEqual(['b', 'g', 'H', 'j', 'L']);
  });

  it('names the line, also after Vietnamese text', async () => {
    expect(await found(docstrings, { 'src/sync/x.ts': `/** Đảng ủy phường. */\nexport const a = 'ộ';\n\nexport const b = 1;\n` }))
      .toEqual(['src/sync/x.ts:4 export b has no doc comment above it']);
  });
});

describe('file length', () => {
  it(`refuses more than ${LONGEST} lines`, async () => {
    const files = { 'src/app/ok.ts': '\n'.repeat(LONGEST), 'src/app/long.tsx': '\n'.repeat(LONGEST + 1), 'src/i18n/locales/vi/words.ts': '\n'.repeat(900) };
    expect(await found(fileLength, files)).toEqual([`src/app/long.tsx has ${LONGEST + 1} lines, more than ${LONGEST}: split it`]);
  });
});

describe('a pure domain', () => {
  it('does not read the clock without naming it', async () => {
    const code = `export const a = new Date(); export const b = new Date('2026-02-05'); export const c = Date();\nexport const d = new Map();`;
    const lines = await found(purity, { 'src/domain/x.ts': code, 'src/packs/x.ts': code, 'src/app/x.ts': code });
    expect(lines.map((line) => line.split(':')[0])).toEqual(['src/domain/x.ts', 'src/domain/x.ts', 'src/packs/x.ts', 'src/packs/x.ts']);
  });

  it('switches no lint rule off without a reason', async () => {
    const code = `// oxlint-disable-next-line no-console\nf();\n// oxlint-disable-next-line no-console -- the only way to reach the log here\nf();`;
    expect(await found(purity, { 'src/app/x.ts': code })).toEqual(['src/app/x.ts:1 switches a lint rule off without a reason (`-- why`)']);
  });
});

describe('the lint rules', () => {
  const impure = [
    `export const a = () => Date.now();`,
    `export const b = () => Math.random();`,
    `export const c = () => fetch('/x');`,
    `export const d = () => crypto.randomUUID();`,
    `export const e = () => setTimeout(() => 0, 1);`,
    `export const f = () => localStorage.length;`,
    `export const g = (window: number, location: number) => window + location;`,
  ].join('\n');
  const linted = (files: Record<string, string>): Promise<string[]> =>
    inTree(files, (root) => {
      copyFileSync('.oxlintrc.json', join(root, '.oxlintrc.json'));
      return oxlint(root, ['src']).map(({ file, line }) => `${file}:${line}`).sort();
    });

  it('keep the domain and the packs away from clock, chance, network and disk, and leave argument names alone', async () => {
    const lines = await linted({ 'src/domain/deep/x.ts': impure, 'src/packs/x.ts': impure, 'src/app/x.ts': impure, 'src/domain/x.test.ts': impure });
    const expected = [1, 2, 3, 4, 5, 6].flatMap((line) => [`src/domain/deep/x.ts:${line}`, `src/packs/x.ts:${line}`]);
    expect(lines).toEqual(expected.sort());
  });

  it('keep notes of unfinished work and logs of the browser out', async () => {
    expect(await linted({ 'src/app/x.ts': `// ${'TO'}${'DO'}: later\nconsole.log(1);\n`, 'src/server/x.ts': 'console.log(1);\n' })).toEqual(['src/app/x.ts:1', 'src/app/x.ts:2']);
  });
});
