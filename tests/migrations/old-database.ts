/** A database as an old version of the app left it: raw rows, in a file that is made once and never again. */
import { readFileSync } from 'node:fs';
import { argon2, type LoadWasm } from '@/crypto/argon2';
import { fromBase64, toBase64, utf8, type DeriveKey } from '@/crypto';
import type { Fields } from '@/domain';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** What stands in `frozen/v<n>.json`. Bytes are written as `{ "base64": … }`. */
export interface FrozenDatabase {
  /** The app's number for the schema; the browser's own is ten times that. */
  readonly version: number;
  readonly passcode: string;
  /** Key path and indexes of each table, as IndexedDB had them. */
  readonly stores: Readonly<Record<string, { readonly keyPath: string; readonly indexes: readonly string[] }>>;
  readonly tables: Readonly<Record<string, readonly unknown[]>>;
  /** What the old app showed of each record, and what it had not sent. */
  readonly shown: Readonly<Record<string, Fields>>;
  readonly unsent: Readonly<Record<string, readonly string[]>>;
}

export const frozenPath = (version: number): string => fileURLToPath(new URL(`frozen/v${version}.json`, import.meta.url));

export const readFrozen = (version: number): FrozenDatabase =>
  JSON.parse(readFileSync(frozenPath(version), 'utf8'), (_, value: unknown) => {
    const text = (value as { base64?: unknown } | null)?.base64;
    return typeof text === 'string' ? fromBase64(text) : value;
  }) as FrozenDatabase;

export const writeFrozen = (frozen: FrozenDatabase): string => `${JSON.stringify(frozen, (_, value: unknown) => (value instanceof Uint8Array ? { base64: toBase64(value) } : value), 1)}\n`;

/** Puts the old database into this process's IndexedDB, without a line of the app's own storage code. */
export async function thaw(name: string, { version, stores, tables }: FrozenDatabase): Promise<void> {
  const opening = indexedDB.open(name, version * 10);
  opening.onupgradeneeded = () => {
    for (const [table, { keyPath, indexes }] of Object.entries(stores)) {
      const store = opening.result.createObjectStore(table, { keyPath });
      for (const index of indexes) store.createIndex(index, index);
    }
  };
  const db = await new Promise<IDBDatabase>((done, failed) => {
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => failed(opening.error ?? new Error('not opened'));
  });
  const putting = db.transaction(Object.keys(tables), 'readwrite');
  for (const [table, rows] of Object.entries(tables)) for (const row of rows) putting.objectStore(table).put(row);
  await new Promise<void>((done, failed) => {
    putting.oncomplete = () => done();
    putting.onerror = () => failed(putting.error ?? new Error('not put'));
  });
  db.close();
}

const require = createRequire(import.meta.url);
const folder = require.resolve('argon2id/package.json').replace('package.json', 'dist/');
const from =
  (file: string): LoadWasm =>
  (imports) =>
    WebAssembly.instantiate(readFileSync(folder + file), imports);

/** The real Argon2id, in this process: a frozen key must open by the real function. */
export const realDerive: DeriveKey = (passcode, { memory, passes, salt }) =>
  argon2(utf8(`so-chi-bo.${passcode.normalize('NFC')}`), salt, { memory, passes }, from('simd.wasm'), from('no-simd.wasm'));

/** Opens the frozen backup files. */
export const BACKUP_PASSPHRASE = 'một câu dài dễ nhớ';

export const backupPath = (version: number): string => fileURLToPath(new URL(`frozen/backup-v${version}.sochibo`, import.meta.url));
