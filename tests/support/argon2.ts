/** The passcode key as the app's worker derives it, here without a worker. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { argon2, passcodeBytes, type LoadWasm } from '@/crypto/argon2';
import type { DeriveKey } from '@/crypto';

const folder = createRequire(import.meta.url).resolve('argon2id/package.json').replace('package.json', 'dist/');
const from =
  (file: string): LoadWasm =>
  (imports) =>
    WebAssembly.instantiate(readFileSync(folder + file), imports);

export const realDerive: DeriveKey = (passcode, { memory, passes, salt }) => argon2(passcodeBytes(passcode.normalize('NFC')), salt, { memory, passes }, from('simd.wasm'), from('no-simd.wasm'));
