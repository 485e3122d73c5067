import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';

const bars = new Map<Element, string>();
let observer: ResizeObserver | undefined;

/** All are measured before the first is told: telling makes the browser style the whole page anew. */
function publish(entries: readonly ResizeObserverEntry[]): void {
  const heights = entries.map(({ target }) => {
    const stuck = getComputedStyle(target).position === 'sticky';
    return [bars.get(target), `${stuck ? (target as HTMLElement).offsetHeight : 0}px`] as const;
  });
  const root = document.documentElement.style;
  for (const [property, height] of heights) if (property && root.getPropertyValue(property) !== height) root.setProperty(property, height);
}

/**
 * Tells the style sheet how much room a bar at the top or bottom edge takes, through a custom property on the root, so that
 * what sits beside it (actions, messages, a focused field) stays clear of it at any text size. A bar that does not stick,
 * as the side bar of a wide screen, counts as nothing. The first time is in the bar's first frame, after the browser's own
 * layout and before the paint: measuring any earlier would cost a layout of its own.
 */
export function usePublishedHeight<E extends HTMLElement>(property: `--ui-${string}`): RefObject<E> {
  const ref = useRef<E>(null);
  useLayoutEffect(() => {
    const bar = ref.current;
    if (!bar || typeof ResizeObserver === 'undefined') return;
    observer ??= new ResizeObserver(publish);
    bars.set(bar, property);
    observer.observe(bar);
    return () => {
      observer?.unobserve(bar);
      bars.delete(bar);
      document.documentElement.style.removeProperty(property);
    };
  }, [property]);
  return ref;
}
