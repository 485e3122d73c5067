import { argon2id } from 'hash-wasm';
import type { KdfRequest } from './kdf';

self.onmessage = async (event: MessageEvent<KdfRequest>) => {
  const { passcode, memory, passes, salt } = event.data;
  const key = await argon2id({ password: passcode, salt, memorySize: memory, iterations: passes, parallelism: 1, hashLength: 32, outputType: 'binary' });
  self.postMessage(key);
};
