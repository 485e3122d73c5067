import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { documentFonts } from './tests/support/document-fonts.ts';

const pkg = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string };
const src = fileURLToPath(new URL('src', import.meta.url));

/** Opened now and then from a meeting's screens, or after it: these stay apart. */
const APART = /\/features\/meeting\/(details-sheet|step-list-sheet|skip-sheet|meeting-new-page|likely-date|planned|meetings-page|step-sources|blocks\/(minutes|post|submit|sign|secret-ballot|vote-about|vote-waiting|goal|official-grade)|documents\/|dictation\/|work\/(export-word|close|package-text|corrections|finer-scorer|waiting)|index\.ts$|attendance\/door\/|resolutions\/|prep\/(index|invite|kinds)\.tsx?$)/;
const MEETING = /\/(features\/meeting|documents\/minutes|storage\/guided|domain\/(directive|committee-guidance|profile|scoring|timing|votes|attendance|readiness|read-meeting|task|procedure|meeting|frame))/;
const LIBRARIES = /\/node_modules\/(react|react-dom|scheduler|i18next|zustand|wouter|regexparam)\//;
const RARE = /\/(domain\/text-markings|packs\/(documents|appraisals)|storage\/(alarms|attachments\/|backup\/|guided|many|next-place|wipe|passkey|passcode|secrets|lives)|crypto\/backup|features\/unlock\/by-passkey)/;
/** Needed only once the lock is on the screen. */
const DATABASE = /\/(node_modules\/dexie\/|storage\/database)/;
const RARE_UI = /\/ui\/(ask-button|charts\/|gallery|radio-group|table|definition-list|speech|stepper|step-bar|timer|qr-|use-awake|paper-|confirm-groups|slot)/;
const CORE = /\/(ui|i18n|storage|packs|features\/(unlock|today)|sync\/(index|status|reasons)|crypto\/(index|bytes|envelope|device-key|kdf\.ts|hash)|domain\/(dates|text\.|json|records|ids|member|cell|wording))/;
const isStyle = (id: string): boolean => /\.css($|\?)/.test(id);
/** A file of the app by its place in src, whatever the folders above are called; '' for any other. */
const inSrc = (id: string): string => (id.startsWith(src) ? id.slice(src.length) : '');
const inMeeting = (id: string): boolean => MEETING.test(inSrc(id)) && !APART.test(id) && !isStyle(id);
// The addresses of words and packs belong with what reads them: apart, the two chunks would wait for each other.
const inCore = (id: string): boolean =>
  LIBRARIES.test(id) || (CORE.test(inSrc(id)) && !RARE.test(id) && !DATABASE.test(id) && !RARE_UI.test(id) && !/\/today\/(due|first|use-dues)/.test(id) && !isStyle(id));

/**
 * All packs as one data file of the app: one request at the start instead of one a pack, and one address in the code instead of a table
 * of them. The files themselves stay apart in `src/packs`, to be read and checked one by one.
 */
export function packsAsset(src: string): { url: string; fileName: string; source: string } {
  const read = (kind: string): [string, unknown][] =>
    readdirSync(join(src, 'packs', kind))
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => [`./${kind}/${name}`, JSON.parse(readFileSync(join(src, 'packs', kind, name), 'utf8')) as unknown]);
  const source = JSON.stringify([...read('frames'), ...read('procedures')]);
  const fileName = `assets/packs-${createHash('sha256').update(source).digest('base64url').slice(0, 8)}.json`;
  return { url: `/${fileName}`, fileName, source };
}

const packs = packsAsset(src);

/**
 * The words of all languages under one address with one hash, `<base>/<language>/<namespace>.json`: the app works an address out instead of
 * carrying a table with a hash for every file.
 */
export function wordsAssets(src: string): { base: string; files: { fileName: string; source: string }[] } {
  const root = join(src, 'i18n', 'locales');
  const names = readdirSync(root).flatMap((language) => readdirSync(join(root, language)).filter((name) => name.endsWith('.json')).map((name) => `${language}/${name}`));
  const read = names.sort().map((name) => ({ name, source: JSON.stringify(JSON.parse(readFileSync(join(root, name), 'utf8'))) }));
  const base = `assets/words-${createHash('sha256').update(JSON.stringify(read)).digest('base64url').slice(0, 8)}`;
  return { base: `/${base}`, files: read.map(({ name, source }) => ({ fileName: `${base}/${name}`, source })) };
}

const words = wordsAssets(src);

/** One config, two builds: `vite build` makes the app, `vite build --ssr` bundles the server. */
export default defineConfig(({ command, isSsrBuild }) => ({
  resolve: {
    alias: [
      { find: '@', replacement: src },
      // Dexie's package entry leads to its ES5 build; the modern one is the same code, a fifth smaller.
      { find: /^dexie$/, replacement: fileURLToPath(new URL('node_modules/dexie/dist/modern/dexie.mjs', import.meta.url)) },
      // React 19 has the hook itself; the shim would be dead weight on the meeting path.
      { find: /^use-sync-external-store\/shim(\/index\.js)?$/, replacement: 'react' },
    ],
  },
  define: {
    // The end-to-end tests build a second version to prove the update path; everyone else gets package.json's.
    __APP_VERSION__: JSON.stringify(process.env['APP_VERSION'] ?? pkg.version),
    // The packs as one file of data; where they are read from src itself (server, tests, `vite` without a build) nobody asks for it.
    __PACKS_URL__: JSON.stringify(packs.url),
    // Without a build the words are fetched from where they are written.
    __WORDS_URL__: JSON.stringify(command === 'build' ? words.base : '/src/i18n/locales'),
  },
  worker: { format: 'es' as const, rolldownOptions: { output: { minify: true } } },
  build: isSsrBuild
    ? {
        // The command line's bare --ssr outranks an entry named here, so the entry stands as the input.
        ssr: true,
        rolldownOptions: { input: 'src/server/main.ts' },
        outDir: 'dist/server',
        emptyOutDir: true,
        copyPublicDir: false,
        target: 'node20',
        sourcemap: true,
      }
    : {
        outDir: process.env['APP_OUT'] ?? 'dist/app',
        emptyOutDir: true,
        target: 'es2022',
        minify: 'terser' as const,
        terserOptions: { ecma: 2020 as const, module: true, compress: { passes: 3, ecma: 2020 as const, pure_getters: false, hoist_props: true, unsafe_methods: true }, format: { comments: false } },
        sourcemap: false,
        cssCodeSplit: true,
        // A page names its own chunks; to name them in the entry too, for a moment's gain before the first precache, is a kilobyte. Styles it has to name.
        modulePreload: { polyfill: false, resolveDependencies: (_, files, { hostType }) => (hostType === 'html' ? files : files.filter((file) => file.endsWith('.css'))) },
        manifest: true,
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: 900,
        rolldownOptions: {
          output: {
            // Two large files instead of fifty small ones: what the first screen needs, and what a meeting needs. They share one
            // dictionary each when compressed, which saves a tenth of the meeting path.
            codeSplitting: {
              groups: [
                { name: 'meeting', test: inMeeting, priority: 2, includeDependenciesRecursively: false },
                { name: 'core', test: inCore, priority: 1, includeDependenciesRecursively: false },
                { name: 'database', test: DATABASE, priority: 1, includeDependenciesRecursively: false },
              ],
            },
          },
        },
      },
  plugins: isSsrBuild
    ? []
    : [
        react(),
        documentFonts(),
        {
          name: 'no-workers-from-blobs',
          // [XLS-8] The makers of Excel and Word files pack with fflate. Beyond these sizes it starts a worker from a blob's address, which the
          // page's security policy forbids, and waits for it for ever: it is to pack in place.
          transform(code, id) {
            if (!id.endsWith('/fflate/esm/browser.js')) return null;
            const packs = code.split(/\bsize < 160000\b/);
            if (packs.length !== 2) throw new Error('fflate has changed: see to its workers');
            return { code: packs.join('true'), map: null };
          },
        },
        {
          name: 'data',
          apply: 'build',
          generateBundle() {
            for (const { fileName, source } of [packs, ...words.files]) this.emitFile({ type: 'asset', fileName, source });
          },
        },
        VitePWA({
          strategies: 'injectManifest',
          srcDir: 'src/sw',
          filename: 'sw.ts',
          // The page registers the worker itself (src/app/update.ts): an update is offered, never forced.
          injectRegister: false,
          registerType: 'prompt',
          injectManifest: {
            rollupFormat: 'iife',
            globPatterns: ['**/*.{html,js,css,woff2,ttf,wasm,svg,json}'],
            globIgnores: ['.vite/**', 'manifest.webmanifest'],
            maximumFileSizeToCacheInBytes: 3 * 1024 * 1024,
          },
          manifest: {
            name: 'Sổ Chi bộ',
            short_name: 'Sổ Chi bộ',
            description: 'Sổ họp chi bộ dùng được khi không có mạng',
            lang: 'vi',
            dir: 'ltr',
            id: '/',
            start_url: '/',
            scope: '/',
            display: 'standalone',
            orientation: 'any',
            background_color: '#faf7f2',
            theme_color: '#faf7f2',
            categories: ['productivity', 'government'],
            icons: [
              { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' },
              { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png' },
              { src: 'icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
            ],
          },
          devOptions: { enabled: false },
        }),
      ],
  server: { proxy: { '/v1': process.env['API_URL'] ?? 'http://127.0.0.1:8787' } },
}));
