/** Builds what is measured: the app, the bench's own pages beside a copy of it, and the empty React page. Run by site.ts. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type InlineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { packsAsset, wordsAssets } from '../../vite.config';
import { installRivals } from './rivals/install';
import { BUILT, ROOT } from './site';

const shared: InlineConfig = {
  configFile: false,
  logLevel: 'error',
  resolve: {
    alias: [
      { find: '@', replacement: join(ROOT, 'src') },
      { find: /^dexie$/, replacement: join(ROOT, 'node_modules/dexie/dist/modern/dexie.mjs') },
    ],
  },
  define: { __APP_VERSION__: JSON.stringify('bench'), __PACKS_URL__: JSON.stringify(packsAsset(join(ROOT, 'src')).url), __WORDS_URL__: JSON.stringify(wordsAssets(join(ROOT, 'src')).base) },
  worker: { format: 'es' },
};
const output = { emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } };

if (process.env['SKIP_BUILD'] !== '1') {
  const { status, stdout, stderr } = spawnSync('npm', ['run', 'build', '--silent'], { cwd: ROOT, encoding: 'utf8', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`The build failed.\n${stdout}${stderr}`);
}
rmSync(BUILT, { recursive: true, force: true });
for (const site of ['app', 'empty']) {
  mkdirSync(join(BUILT, site), { recursive: true });
  cpSync(join(ROOT, 'dist/server'), join(BUILT, site, 'server'), { recursive: true });
}
cpSync(join(ROOT, 'dist/app'), join(BUILT, 'app/app'), { recursive: true });
const pages = join(ROOT, 'tests/bench/pages');
await build({
  ...shared,
  root: pages,
  base: '/bench/',
  build: { ...output, minify: 'terser', outDir: join(BUILT, 'app/app/bench'), rolldownOptions: { input: ['seed', 'save', 'sync', 'search'].map((page) => join(pages, `${page}.html`)) } },
});
if (process.argv.includes('--rivals')) {
  installRivals();
  const rivals = join(ROOT, 'tests/bench/rivals/pages');
  await build({
    ...shared,
    root: rivals,
    base: '/bench/',
    // What PouchDB takes from Node and looks for in vain in a browser.
    define: { ...shared.define, global: 'globalThis' },
    build: { ...output, outDir: join(BUILT, 'rivals'), minify: 'terser', rolldownOptions: { input: ['pouch', 'rxdb', 'plain'].map((page) => join(rivals, `${page}.html`)) } },
  });
}
await build({
  ...shared,
  root: join(ROOT, 'tests/bench/empty'),
  build: { ...output, outDir: join(BUILT, 'empty/app'), minify: 'terser' },
  plugins: [
    react(),
    // The app's own worker with this page's files in its list.
    VitePWA({
      strategies: 'injectManifest',
      srcDir: '../../../src/sw',
      filename: 'sw.ts',
      injectRegister: false,
      injectManifest: { rollupFormat: 'iife', globPatterns: ['**/*.{html,js}'] },
      manifest: false,
    }),
  ],
});
