import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';

/**
 * Tells the style sheet how much room a bar at the top or bottom edge takes, through a custom property on the root, so that
 * what sits beside it (actions, messages, a focused field) stays clear of it at any text size. A bar that does not stick,
 * as the side bar of a wide screen, counts as nothing.
 */
export function usePublishedHeight<E extends HTMLElement>(property: `--ui-${string}`): RefObject<E> {
  const ref = useRef<E>(null);
  useLayoutEffect(() => {
    const bar = ref.current;
    if (!bar || typeof ResizeObserver === 'undefined') return;
    const root = document.documentElement.style;
    const publish = (): void => {
      const stuck = getComputedStyle(bar).position === 'sticky';
      root.setProperty(property, `${stuck ? bar.offsetHeight : 0}px`);
    };
    const observer = new ResizeObserver(publish);
    publish();
    observer.observe(bar);
    return () => {
      observer.disconnect();
      root.removeProperty(property);
    };
  }, [property]);
  return ref;
}
