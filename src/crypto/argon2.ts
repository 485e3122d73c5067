import setupWasm from 'argon2id/lib/setup.js';
import { utf8, type Bytes } from './bytes';

/** Loads one of the two WebAssembly modules (with SIMD, without). */
export type LoadWasm = (imports: WebAssembly.Imports) => Promise<WebAssembly.WebAssemblyInstantiatedSource>;

/** A passcode as it is derived from: the prefix says what it is for, and brings short PINs over the function's least length of 8 bytes. */
export const passcodeBytes = (passcode: string): Bytes => utf8(`so-chi-bo.${passcode}`);

/**
 * Argon2id, version 1.3, one lane, 32 bytes. `memory` in KiB.
 * The OpenPGP.js project's WebAssembly: a quarter of the size of the alternative, and the same output (`argon2.test.ts`).
 */
export async function argon2(passcode: Bytes, salt: Bytes, cost: { memory: number; passes: number }, simd: LoadWasm, plain: LoadWasm): Promise<Bytes> {
  const compute = await setupWasm(simd, plain);
  return compute({ password: passcode, salt, parallelism: 1, passes: cost.passes, memorySize: cost.memory, tagLength: 32 }) as Bytes;
}
