import plainUrl from 'argon2id/dist/no-simd.wasm?url';
import simdUrl from 'argon2id/dist/simd.wasm?url';
import { argon2, type LoadWasm } from './argon2';
import { utf8 } from './bytes';
import type { KdfRequest } from './kdf';

/** Says what the key is for, and brings short PINs over the function's least length of 8 bytes. */
const PREFIX = 'so-chi-bo.';

const from =
  (url: string): LoadWasm =>
  async (imports) =>
    WebAssembly.instantiate(await (await fetch(url)).arrayBuffer(), imports);

self.onmessage = async (event: MessageEvent<KdfRequest>) => {
  const { passcode, memory, passes, salt } = event.data;
  self.postMessage(await argon2(utf8(PREFIX + passcode), salt, { memory, passes }, from(simdUrl), from(plainUrl)));
};
