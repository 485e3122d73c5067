/** Adds up what a built app makes a phone load. */
import { existsSync, readFileSync } from 'node:fs';
import { extname, join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

/** One entry of Vite's manifest, keyed by source path. */
interface Chunk {
  file: string;
  imports?: string[];
  css?: string[];
  /** Files the chunk names by address: fonts, pictures, and its workers. */
  assets?: string[];
}
export type Manifest = Readonly<Record<string, Chunk>>;

export interface Weighed {
  file: string;
  bytes: number;
}

/** Already compressed: gzip would only add to them, and servers send them as they are. */
const RAW = new Set(['.woff2', '.woff', '.png', '.jpg', '.webp', '.avif', '.ico', '.wasm', '.gz', '.br']);

/** What a file costs on the wire: gzip at level 9 for text, as it is for what is compressed already. */
export function weigh(dist: string, file: string): Weighed {
  const content = readFileSync(join(dist, file));
  return { file, bytes: RAW.has(extname(file)) ? content.length : gzipSync(content, { level: 9 }).length };
}

export function sum(files: readonly Weighed[]): number {
  return files.reduce((total, { bytes }) => total + bytes, 0);
}

export function readManifest(dist: string): Manifest {
  return JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Manifest;
}

/**
 * Every file that the entry and the named chunks load: scripts with their static imports and workers, styles, fonts.
 * A name is a manifest key, a folder of keys or a shared chunk; one that fits nothing is an error, so that the list cannot rot.
 */
export function loadedBy(dist: string, names: readonly string[]): { scripts: string[]; styles: string[]; fonts: string[] } {
  const manifest = readManifest(dist);
  const keys = names.flatMap((name) => {
    const fitting = Object.keys(manifest).filter((key) => key === name || key.startsWith(`${name}/`) || isShared(key, name));
    if (fitting.length === 0) throw new Error(`"${name}" names no chunk of the build. It was moved, or became part of another chunk.`);
    return fitting;
  });
  const reached = new Set<string>();
  keys.forEach((key) => reach(manifest, key, reached));

  const files = new Set<string>();
  for (const key of reached) {
    const { file, css = [], assets = [] } = manifest[key]!;
    [file, ...css, ...assets].forEach((one) => files.add(one));
  }
  // A worker's own chunks stand in no manifest.
  for (const file of files) if (file.endsWith('.js')) relativeImports(dist, file).forEach((one) => files.add(one));
  const ending = (...ends: string[]): string[] => [...files].filter((file) => ends.includes(extname(file))).sort();
  return { scripts: ending('.js'), styles: ending('.css'), fonts: ending('.woff2') };
}

/** A shared chunk has no source: its key is `_<name>-<hash>.js`. */
const isShared = (key: string, name: string): boolean => key.startsWith(`_${name}-`) && key.endsWith('.js') && !key.slice(name.length + 2, -3).includes('/');

function reach(manifest: Manifest, key: string, reached: Set<string>): void {
  if (reached.has(key)) return;
  const chunk = manifest[key];
  if (!chunk) throw new Error(`The manifest names no "${key}"`);
  reached.add(key);
  chunk.imports?.forEach((next) => reach(manifest, next, reached));
}

function relativeImports(dist: string, file: string): string[] {
  const text = readFileSync(join(dist, file), 'utf8');
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*["'`](\.\.?\/[^"'`]+\.js)["'`]/g)]
    .map(([, path]) => posix.join(posix.dirname(file), path ?? ''))
    .filter((path) => existsSync(join(dist, path)));
}

/** The files that the service worker puts away at installation, from the list the build wrote into it. */
export function precached(dist: string): string[] {
  const worker = readFileSync(join(dist, 'sw.js'), 'utf8');
  const entries = worker.match(/\{[^{}]*\brevision\b["']?\s*:[^{}]*\}/g) ?? [];
  const urls = entries.flatMap((entry) => /\burl["']?\s*:\s*["'`]([^"'`]+)["'`]/.exec(entry)?.[1] ?? []);
  if (urls.length === 0) throw new Error('sw.js has no precache list');
  return [...new Set(urls.map((url) => url.replace(/^\//, '')))].sort();
}
