/** The faces of PDF documents cut down to the letters they need: by the build for the app, here for the tests. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import subsetFont from 'subset-font';
import type { Plugin } from 'vite';
import { LETTERS } from '../../src/documents/pdf/letters.ts';

const FACE = /\/Tinos_(\w+)\.ttf\?url$/;

/** A face with the letters of `letters.ts` alone: about a tenth of the file. */
export const subsetFace = (file: string): Promise<Uint8Array> => subsetFont(readFileSync(file), LETTERS, { targetFormat: 'sfnt' });

/** Puts the cut face in the place of the whole one wherever a module asks for its address. */
export function documentFonts(): Plugin {
  return {
    name: 'document-fonts',
    apply: 'build',
    enforce: 'pre',
    async load(id) {
      const name = FACE.exec(id)?.[1];
      if (name === undefined) return null;
      const source = await subsetFace(id.slice(0, -'?url'.length));
      const fileName = `assets/tinos-${name.toLowerCase()}-${createHash('sha256').update(source).digest('base64url').slice(0, 8)}.ttf`;
      this.emitFile({ type: 'asset', fileName, source });
      return `export default ${JSON.stringify(`/${fileName}`)}`;
    },
  };
}
