/**
 * What stands in a measured page before any of its own code. The same in the app and in the empty page: one look at the document in
 * each frame. All times are of the page's own clock, whose zero is the start of the navigation.
 */
export interface Probe {
  /** When a frame with it was first painted, for each thing asked for by `watch`. Said on the console too: asking would disturb. */
  readonly seen: Record<string, number>;
  /** The moment of the last submitted form, as the event tells it. */
  submitted: number;
  /** From making the worker until its first message. */
  workers: { readonly from: number; readonly to: number }[];
  /** Notes when a selector's element is there (with `text` in it, if given; with the focus, if wanted), and painted. */
  watch(name: string, selector: string, options?: { text?: string; focused?: boolean }): void;
  /** From the next tap, as its event tells it, until the frame is painted in which `done` holds. */
  nextTap(done: () => boolean): Promise<number>;
}

declare global {
  interface Window {
    probe: Probe;
  }
}

/** Runs in the page; must not name anything outside itself. */
export function installProbe(): void {
  if (window.top !== window) return;
  const painted = (then: (at: number) => void): void => {
    // Inside a frame's callback a message comes right after the frame was painted.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => then(performance.now());
    port2.postMessage(null);
  };
  const watched = new Map<string, () => boolean>();
  const probe: Probe = {
    seen: {},
    submitted: 0,
    workers: [],
    watch(name, selector, { text, focused } = {}) {
      watched.set(name, () => {
        const element = [...document.querySelectorAll(selector)].find((one) => text === undefined || one.textContent?.includes(text));
        return element !== undefined && (!focused || document.activeElement === element);
      });
    },
    nextTap: (done) =>
      new Promise((resolve) => {
        addEventListener(
          'click',
          (event) => {
            const look = (): void => {
              if (done()) painted((at) => resolve(at - event.timeStamp));
              else requestAnimationFrame(look);
            };
            requestAnimationFrame(look);
          },
          { capture: true, once: true },
        );
      }),
  };
  window.probe = probe;
  const look = (): void => {
    for (const [name, there] of watched) {
      if (!there()) continue;
      watched.delete(name);
      painted((at) => {
        probe.seen[name] = at;
        console.debug(`seen ${name}`);
      });
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  addEventListener('submit', (event) => (probe.submitted = event.timeStamp), { capture: true });
  window.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      const from = performance.now();
      this.addEventListener('message', () => probe.workers.push({ from, to: performance.now() }), { once: true });
    }
  };
}
