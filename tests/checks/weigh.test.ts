import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inTree } from './tree';
import { loadedBy, precached, sum, weigh } from './weigh';

const FONT = randomBytes(500);
const ENTRY = 'import"./shared-1.js";'.repeat(40);
const manifest = {
  'index.html': { file: 'assets/index-1.js', imports: ['_shared-1.js'], dynamicImports: ['src/features/unlock/index.ts', 'src/features/reports/index.ts'], css: ['assets/index-1.css'], assets: ['assets/latin-1.woff2', 'assets/logo-1.png'] },
  '_shared-1.js': { file: 'assets/shared-1.js', imports: ['_deep-1.js'] },
  '_deep-1.js': { file: 'assets/deep-1.js', imports: ['_shared-1.js'] },
  'src/features/unlock/index.ts': { file: 'assets/unlock-1.js', imports: ['_shared-1.js'], css: ['assets/unlock-1.css'], assets: ['assets/kdf.worker-1.js'] },
  'src/features/unlock/help.ts': { file: 'assets/help-1.js' },
  'src/features/unlocked/index.ts': { file: 'assets/unlocked-1.js' },
  'src/features/reports/index.ts': { file: 'assets/reports-1.js' },
  'src/ui/latin.woff2': { file: 'assets/latin-1.woff2' },
};
const dist: Record<string, string | Uint8Array> = {
  '.vite/manifest.json': JSON.stringify(manifest),
  'assets/index-1.js': ENTRY,
  'assets/latin-1.woff2': FONT,
  'assets/kdf.worker-1.js': 'import{a}from"./argon-1.js";a()',
  'assets/argon-1.js': 'export const a=0',
  'sw.js': `const x={url:"not/this.js"};V([{"revision":"eb26","url":"index.html"},{revision:null,url:\`assets/index-1.js\`},{"url":"/assets/latin-1.woff2","revision":null},{"revision":null,"url":"assets/index-1.js"}])`,
};
for (const name of ['shared', 'deep', 'unlock', 'help', 'unlocked', 'reports']) dist[`assets/${name}-1.js`] = `/*${name}*/`;

describe('the size of the meeting path', () => {
  it('is the entry, the named chunks, what they import and their workers; nothing lazy beside them', async () => {
    const found = await inTree(dist, (root) => loadedBy(root, ['index.html', 'src/features/unlock']));
    expect(found.scripts).toEqual(['argon', 'deep', 'help', 'index', 'kdf.worker', 'shared', 'unlock'].map((name) => `assets/${name}-1.js`));
    expect(found.styles).toEqual(['assets/index-1.css', 'assets/unlock-1.css']);
    expect(found.fonts).toEqual(['assets/latin-1.woff2']);
  });

  it('counts text as gzip and fonts as they are', async () => {
    const weighed = await inTree(dist, (root) => ['assets/index-1.js', 'assets/latin-1.woff2'].map((file) => weigh(root, file)));
    expect(weighed.map(({ bytes }) => bytes)).toEqual([gzipSync(ENTRY, { level: 9 }).length, 500]);
    expect(weighed[0]!.bytes).toBeLessThan(ENTRY.length / 4);
    expect(sum(weighed)).toBe(weighed[0]!.bytes + 500);
  });

  it('is an error when a name fits nothing', async () => {
    await expect(inTree(dist, (root) => loadedBy(root, ['index.html', 'src/features/attendance']))).rejects.toThrow('"src/features/attendance" names no chunk');
  });
});

describe('the size of the precache', () => {
  it('counts each file of the list in the service worker once', async () => {
    expect(await inTree(dist, precached)).toEqual(['assets/index-1.js', 'assets/latin-1.woff2', 'index.html']);
  });

  it('is an error when there is no list', async () => {
    await expect(inTree({ 'sw.js': 'V([])' }, precached)).rejects.toThrow('no precache list');
  });
});
