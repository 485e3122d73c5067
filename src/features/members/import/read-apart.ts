import { fail, type Result } from '@/domain';
import type { ImportError, OnProgress, Workbook } from './sheet';

type Told = { readonly share: number } | { readonly result: Result<Workbook, ImportError> };

/**
 * [IMP-23] Reads a file in a worker, so that no file can freeze the screen. A worker that dies (out of memory) is told as `gaveUp`.
 * Resolves to null when it was stopped; the worker is ended then.
 */
export function readApart(file: File, onProgress: OnProgress, stop: AbortSignal): Promise<Result<Workbook, ImportError> | null> {
  // Only tests run without workers.
  if (typeof Worker === 'undefined') return import('./read-file').then(({ readFile }) => readFile(file, onProgress)).then((read) => (stop.aborted ? null : read));
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./read.worker.ts', import.meta.url), { type: 'module' });
    const end = (result: Result<Workbook, ImportError> | null): void => {
      worker.terminate();
      resolve(result);
    };
    stop.addEventListener('abort', () => end(null), { once: true });
    worker.onmessage = ({ data }: MessageEvent<Told>) => ('result' in data ? end(data.result) : onProgress(data.share));
    worker.onmessageerror = () => end(fail('gaveUp'));
    worker.onerror = () => end(fail('gaveUp'));
    worker.postMessage(file);
  });
}
