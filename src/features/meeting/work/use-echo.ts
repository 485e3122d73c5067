import { useRef, useState } from 'react';

/**
 * A stored value that a tap changes at once on the screen, and a moment later on the disk: without it two quick taps on "+" would
 * both start from the old number. What could not be saved stays shown.
 */
export function useEcho<T>(stored: T, save: (value: T) => Promise<boolean>): readonly [T, (value: T) => Promise<boolean>] {
  const [local, setLocal] = useState<{ readonly value: T } | null>(null);
  const last = useRef(0);
  const set = async (value: T): Promise<boolean> => {
    const mine = (last.current += 1);
    setLocal({ value });
    const saved = await save(value);
    if (saved && mine === last.current) setLocal(null);
    return saved;
  };
  return [local ? local.value : stored, set];
}
