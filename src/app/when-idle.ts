/** Runs what can wait once the screen stands and the hand rests; where the browser cannot tell, a little later. */
export function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 2000 });
  else setTimeout(work, 300);
}
