import { useEffect, useRef, useState } from 'react';
import { useBook } from '@/storage';
import { AttachmentError } from '@/storage/attachments';
import { openAttachment } from '@/sync/files';

/** Why a file does not open. */
export type OpenFailure = 'stopped' | 'notHere' | 'offline' | 'damaged' | 'gone';

/** A file being opened. */
export interface Content {
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  /** Pieces that are here, of all; null before the first word. */
  readonly progress: { readonly done: number; readonly of: number } | null;
  readonly failed: OpenFailure | null;
  readonly stop: () => void;
  readonly again: () => void;
}

function failure(error: unknown, stopped: boolean): OpenFailure {
  if (stopped) return 'stopped';
  if (!(error instanceof AttachmentError)) return 'offline';
  return error.reason === 'removed' ? 'gone' : error.reason === 'damaged' ? 'damaged' : 'notHere';
}

/** Opens a file: from this device, or fetched with its progress; stopped when the screen goes. */
export function useContent(id: string): Content {
  const book = useBook();
  const [bytes, setBytes] = useState<Content['bytes']>(null);
  const [progress, setProgress] = useState<Content['progress']>(null);
  const [failed, setFailed] = useState<OpenFailure | null>(null);
  const [attempt, setAttempt] = useState(0);
  const running = useRef<AbortController | null>(null);
  useEffect(() => {
    const mine = (running.current = new AbortController());
    const live = (): boolean => running.current === mine;
    openAttachment(book, id, { signal: mine.signal, onProgress: (done, of) => live() && setProgress({ done, of }) }).then(
      (content) => live() && setBytes(content),
      (error: unknown) => live() && setFailed(failure(error, mine.signal.aborted)),
    );
    return () => {
      running.current = null;
      mine.abort();
    };
  }, [book, id, attempt]);
  const again = (): void => {
    setFailed(null);
    setAttempt(attempt + 1);
  };
  return { bytes, progress, failed, stop: () => running.current?.abort(), again };
}
