import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { argon2id } from 'hash-wasm';
import { describe, expect, it } from 'vitest';
import { argon2, type LoadWasm } from './argon2';
import { toHex, utf8 } from './bytes';

const require = createRequire(import.meta.url);
const folder = require.resolve('argon2id/package.json').replace('package.json', 'dist/');
const from =
  (file: string): LoadWasm =>
  (imports) =>
    WebAssembly.instantiate(readFileSync(folder + file), imports);

describe('passcode key', () => {
  it.each([['simd.wasm'], ['no-simd.wasm']])('[KEY-3] %s gives what another implementation gives', async (file) => {
    for (const [passcode, memory, passes] of [['so-chi-bo.246810', 64, 1], ['Mật khẩu dài có dấu', 1024, 3]] as const) {
      const salt = utf8('muoi-muoi-muoi-16');
      const ours = await argon2(utf8(passcode), salt, { memory, passes }, from(file), from(file));
      const theirs = await argon2id({ password: passcode, salt, parallelism: 1, iterations: passes, memorySize: memory, hashLength: 32, outputType: 'hex' });
      expect(toHex(ours)).toBe(theirs);
    }
  });
});
