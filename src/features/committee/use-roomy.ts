import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** Whether a box is at least so many letters (rem) wide: with large type a wide screen has a phone's room. */
export function useRoomy<E extends HTMLElement>(rems: number): [RefObject<E>, boolean] {
  const ref = useRef<E>(null);
  const [roomy, setRoomy] = useState(false);
  useLayoutEffect(() => {
    const box = ref.current;
    if (!box || typeof ResizeObserver === 'undefined') return;
    const measure = (): void => setRoomy(box.offsetWidth >= rems * parseFloat(getComputedStyle(document.documentElement).fontSize));
    const observer = new ResizeObserver(measure);
    measure();
    observer.observe(box);
    return () => observer.disconnect();
  }, [rems]);
  return [ref, roomy];
}
