import { useCallback, useEffect, useRef, useState } from 'react';
import { useSaver } from '@/storage';

const DELAY = 250;

/** A text that is part of a larger value: handed on a quarter of a second after typing, at blur, before the lock and when it goes away. */
export function useLateText(stored: string, save: (text: string) => Promise<unknown>): { value: string; set: (text: string) => void; flush: () => Promise<void> } {
  const saver = useSaver();
  const [typed, setTyped] = useState<string | null>(null);
  const waiting = useRef<{ text: string; timer: ReturnType<typeof setTimeout> } | null>(null);
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  const flush = useCallback(async () => {
    const draft = waiting.current;
    if (!draft) return;
    clearTimeout(draft.timer);
    waiting.current = null;
    await latest.current(draft.text);
  }, []);
  useEffect(() => {
    const remove = saver.addDraft(flush);
    return () => {
      remove();
      void flush();
    };
  }, [saver, flush]);
  const set = useCallback(
    (text: string) => {
      setTyped(text);
      if (waiting.current) waiting.current.text = text;
      else waiting.current = { text, timer: setTimeout(() => void flush(), DELAY) };
    },
    [flush],
  );
  return { value: typed ?? stored, set, flush };
}
