import plainUrl from 'argon2id/dist/no-simd.wasm?url';
import simdUrl from 'argon2id/dist/simd.wasm?url';
import { argon2, passcodeBytes, type LoadWasm } from './argon2';
import type { KdfRequest } from './kdf';

const from =
  (url: string): LoadWasm =>
  async (imports) =>
    WebAssembly.instantiate(await (await fetch(url)).arrayBuffer(), imports);

self.onmessage = async (event: MessageEvent<KdfRequest>) => {
  const { passcode, memory, passes, salt } = event.data;
  self.postMessage(await argon2(passcodeBytes(passcode), salt, { memory, passes }, from(simdUrl), from(plainUrl)));
};
