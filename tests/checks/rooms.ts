/**
 * The rooms of src/ and who may import whom: the one table behind the boundary lint.
 * A folder missing here, or a row without a folder, is an error: no code stands unguarded.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from './problem';

export interface Room {
  /** Rooms it may import, always through `@/room/...`. */
  may: readonly string[];
  /** Where its code runs; packages of the other side are refused. `anywhere` refuses both. */
  runs: 'anywhere' | 'browser' | 'node';
}

const UP_TO_PROTOCOL = ['domain', 'packs', 'protocol'] as const;
const UP_TO_STORAGE = [...UP_TO_PROTOCOL, 'crypto', 'storage'] as const;

export const ROOMS: Readonly<Record<string, Room>> = {
  domain: { may: [], runs: 'anywhere' },
  packs: { may: ['domain'], runs: 'anywhere' },
  protocol: { may: ['domain', 'packs'], runs: 'anywhere' },
  crypto: { may: UP_TO_PROTOCOL, runs: 'anywhere' },
  storage: { may: [...UP_TO_PROTOCOL, 'crypto'], runs: 'browser' },
  sync: { may: UP_TO_STORAGE, runs: 'browser' },
  documents: { may: ['domain', 'packs', 'i18n'], runs: 'browser' },
  ui: { may: ['i18n'], runs: 'browser' },
  i18n: { may: [], runs: 'browser' },
  features: { may: ['domain', 'packs', 'documents', 'storage', 'sync', 'ui', 'i18n'], runs: 'browser' },
  app: { may: [...UP_TO_STORAGE, 'sync', 'documents', 'ui', 'i18n', 'features'], runs: 'browser' },
  sw: { may: ['protocol'], runs: 'browser' },
  server: { may: UP_TO_PROTOCOL, runs: 'node' },
};

/** The room whose folders are rooms to each other: one folder a task, and none imports another. */
export const FEATURES = 'features';

/** Packages that exist only on one side, as the start of an import's name. */
export const PACKAGES: Readonly<Record<'browser' | 'node', readonly string[]>> = {
  browser: ['react', 'react-dom', 'dexie', 'zustand', 'i18next', 'wouter', 'workbox-[^/]+'],
  node: ['node:[^/]+', 'fastify', '@fastify/[^/]+', 'kysely', 'pg', 'libsql'],
};

/** The folders of src/ against the table, both ways. */
export function roomProblems(src: string): Problem[] {
  const folders = foldersOf(src);
  const names = Object.keys(ROOMS);
  return [
    ...folders.filter((name) => !names.includes(name)).map((name) => problem(name, 'is no room of the table in tests/checks/rooms.ts')),
    ...names.filter((name) => !folders.includes(name)).map((name) => problem(name, 'is in the table of rooms, but not in src/')),
  ];
}

export function foldersOf(path: string): string[] {
  return readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
}

function problem(name: string, message: string): Problem {
  return { file: join('src', name), message };
}
