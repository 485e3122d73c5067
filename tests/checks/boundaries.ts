/**
 * Imports point one way. Every specifier in src/, static, dynamic, type, worker address or glob, is held against the
 * table of rooms. Read from the syntax tree and not by the linter, which sees no worker address and no computed import.
 */
import { join, posix } from 'node:path';
import { importsOf, type Import } from './imports';
import type { Check, Problem } from './problem';
import { FEATURES, PACKAGES, roomProblems, ROOMS } from './rooms';
import { shippedOf } from './source';

export const boundaries: Check = (root) => [
  ...roomProblems(join(root, 'src')),
  ...shippedOf(root).flatMap((source): Problem[] =>
    importsOf(source).flatMap((found) => {
      const message = offence(source.file, found);
      return message ? [{ file: source.file, line: found.line, message }] : [];
    }),
  ),
];

/** Why `file` may not import this, or null. `file` from the project's root, with `/`. */
export function offence(file: string, { specifier, computed }: Import): string | null {
  const own = placeOf(file);
  const room = own && ROOMS[own.room];
  if (!own || !room) return null;
  const path = specifier.replace(/[?#].*$/, '');
  const shown = `'${specifier}'`;

  if (path.startsWith('./') || path.startsWith('../') || path === '.' || path === '..') {
    const target = posix.join(posix.dirname(file), path);
    if (`${target}/`.startsWith(`${own.root}/`)) return null;
    return `${shown} climbs out of ${own.root}: across rooms only '@/room/...'`;
  }
  if (computed) return `import of a computed name (${shown}): start it with './' so that it stays inside the room`;
  if (path === '@' || path.startsWith('@/')) {
    if (path.includes('..')) return `${shown} climbs out of its room`;
    const target = placeOf(`src${path.slice(1)}`);
    if (!target) return `${shown} names no room`;
    if (target.root === own.root) return `${shown} is this room itself: import it relatively`;
    if (target.room === FEATURES && own.room === FEATURES) return `${shown}: a feature never imports another feature`;
    return room.may.includes(target.room) ? null : `${shown}: ${own.room} may not import ${target.room}`;
  }
  if (/^(\/|#|src\/|tests\/)/.test(path)) return `${shown}: across rooms only '@/room/...'`;
  const refused = (['browser', 'node'] as const).filter((side) => side !== room.runs).flatMap((side) => PACKAGES[side]);
  const foreign = refused.some((name) => new RegExp(`^${name}(/|$)`).test(path));
  return foreign ? `${shown}: ${own.room} runs ${where(room.runs)}` : null;
}

/** The room a file or address stands in; each folder of features/ is a room of its own. */
function placeOf(path: string): { room: string; root: string } | null {
  const [src, room, feature, ...rest] = path.split('/');
  if (src !== 'src' || !room) return null;
  const inFeature = room === FEATURES && feature && (rest.length > 0 || !feature.includes('.'));
  return { room, root: inFeature ? `src/${room}/${feature}` : `src/${room}` };
}

function where(runs: 'anywhere' | 'browser' | 'node'): string {
  return runs === 'anywhere' ? 'in the browser and in node' : runs === 'browser' ? 'in the browser' : 'in node';
}
