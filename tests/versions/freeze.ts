/**
 * Freezes the client and the server of the app as it is now: `npx tsx tests/versions/freeze.ts`.
 * Run once, just before the protocol's number is raised, and commit the files. A frozen build is never made again: what it proves is
 * that the phones and servers out there can still be spoken to.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { PROTOCOL_VERSION } from '@/protocol';

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

async function freeze(what: 'client' | 'server', external: RegExp[]): Promise<void> {
  const file = path(`frozen/${what}-${PROTOCOL_VERSION}.mjs`);
  if (existsSync(file)) throw new Error(`${file} is frozen already`);
  const bundle = await rolldown({
    input: path(`${what}.ts`),
    platform: 'node',
    external,
    resolve: { alias: { '@': path('../../src') } },
    transform: { define: { __APP_VERSION__: '"frozen"', 'import.meta.env.DEV': 'false' } },
  });
  await bundle.write({ file, format: 'esm', minify: true, codeSplitting: false });
}

await freeze('client', [/^node:/]);
await freeze('server', [/^node:/, /^fastify$/, /^@fastify\//, /^kysely/, /^libsql/, /^pg$/]);
