import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

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
