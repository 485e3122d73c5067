/**
 * Puts the focus where the work goes on. Who works by keyboard gets it into sight; under a finger the page stays where it is.
 */
export function focusOn(element: HTMLElement | null | undefined): void {
  element?.focus({ preventScroll: true });
  if (element?.matches(':focus-visible')) element.scrollIntoView({ block: 'nearest' });
}

/** The control that had the focus is gone, and the browser has put it nowhere. */
export const focusIsLost = (): boolean => document.activeElement === null || document.activeElement === document.body;
