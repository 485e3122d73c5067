import type { Bytes } from './bytes';

/** Cost of the passcode key, kept beside what it wraps, so that a later version can raise it. `memory` in KiB. */
export interface KdfParams {
  readonly kdf: 'argon2id';
  readonly memory: number;
  readonly passes: number;
  readonly salt: Bytes;
}

/** Derives 32 bytes from a passcode. */
export type DeriveKey = (passcode: string, params: KdfParams) => Promise<Bytes>;

/** What goes to the worker and what comes back. */
export interface KdfRequest {
  readonly passcode: string;
  readonly memory: number;
  readonly passes: number;
  readonly salt: Bytes;
}

/** 32 MiB, 3 passes: about half a second on a mid-range phone, by the stack's measure of 3 times a desktop. */
export const DEFAULT_COST = { memory: 32 * 1024, passes: 3 } as const;

/**
 * Argon2id in a worker of its own, so that the screen goes on moving. The worker ends afterwards and takes the passcode's copy with it.
 * The passcode is normalised to NFC: the same letters typed on two keyboards are one passcode.
 */
export const deriveInWorker: DeriveKey = (passcode, params) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./kdf.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = (event: MessageEvent<Bytes>) => {
      worker.terminate();
      resolve(event.data);
    };
    worker.onerror = () => {
      worker.terminate();
      reject(new Error('kdf worker failed'));
    };
    const request: KdfRequest = { passcode: passcode.normalize('NFC'), memory: params.memory, passes: params.passes, salt: params.salt };
    worker.postMessage(request);
  });
