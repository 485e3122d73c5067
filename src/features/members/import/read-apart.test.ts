import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readApart } from './read-apart';

/** A worker in name: what it would say is said by the test. */
class Spoken {
  static last: Spoken;
  ended = false;
  onmessage?: (event: { data: unknown }) => void;
  onerror?: () => void;
  constructor() {
    Spoken.last = this;
  }
  postMessage(): void {}
  terminate(): void {
    this.ended = true;
  }
}

const FILE = new File(['x'], 'a.xlsx');

describe('[IMP-23] a file is read apart from the screen', () => {
  beforeEach(() => vi.stubGlobal('Worker', Spoken));
  afterEach(() => vi.unstubAllGlobals());

  it('tells how far it is, gives the result, and ends the worker', async () => {
    const shares: number[] = [];
    const read = readApart(FILE, (share) => shares.push(share), new AbortController().signal);
    Spoken.last.onmessage?.({ data: { share: 0.5 } });
    expect(Spoken.last.ended).toBe(false);
    Spoken.last.onmessage?.({ data: { result: { ok: false, reason: 'damaged' } } });
    expect([await read, shares, Spoken.last.ended]).toEqual([{ ok: false, reason: 'damaged' }, [0.5], true]);
  });

  it('can be stopped: the worker is ended, and nothing comes of it', async () => {
    const stopping = new AbortController();
    const read = readApart(FILE, () => undefined, stopping.signal);
    stopping.abort();
    expect([await read, Spoken.last.ended]).toEqual([null, true]);
  });

  it('says so when the worker dies', async () => {
    const read = readApart(FILE, () => undefined, new AbortController().signal);
    Spoken.last.onerror?.();
    expect([await read, Spoken.last.ended]).toEqual([{ ok: false, reason: 'gaveUp' }, true]);
  });
});
