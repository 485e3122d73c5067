/** A project of a few files in a temporary folder, for the tests of the checks. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Runs `ask` with the project's root and removes it afterwards. */
export async function inTree<T>(files: Record<string, string | Uint8Array>, ask: (root: string) => T | Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'tree-'));
  try {
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), content);
    }
    return await ask(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
