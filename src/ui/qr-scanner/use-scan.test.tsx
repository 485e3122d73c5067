// @vitest-environment happy-dom
import { cleanup, render, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useScan } from './use-scan';

/** What is before the camera, and how often it was looked at. */
let before = '';
let looks = 0;
let told: string[] = [];
const stop = vi.fn<() => void>();

beforeEach(() => {
  [before, looks, told] = ['', 0, []];
  vi.useFakeTimers({ toFake: ['performance'] });
  vi.stubGlobal('BarcodeDetector', class {
    static getSupportedFormats = async () => ['qr_code'];
    detect = async () => {
      looks += 1;
      return before === '' ? [] : [{ rawValue: before }];
    };
  });
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia: async () => ({ getTracks: () => [{ stop }] }) } });
  Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', { configurable: true, writable: true, value: null });
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function Scan({ forget }: { forget?: number }) {
  const { video } = useScan((text) => told.push(text), forget);
  return <video ref={video} muted />;
}
/** Holds a text before the camera until it was looked at a few times; ms go by before. */
async function hold(text: string, after = 0): Promise<void> {
  vi.advanceTimersByTime(after);
  before = text;
  const seen = looks;
  await waitFor(() => expect(looks).toBeGreaterThan(seen + 2));
}

describe('texts before the camera', () => {
  it('are handed over once each, again only after another one', async () => {
    const { unmount } = render(<Scan />);
    await hold('A');
    await hold('', 10_000);
    await hold('A', 10_000);
    await hold('B');
    await hold('A');
    expect(told).toEqual(['A', 'B', 'A']);
    unmount();
    expect(stop).toHaveBeenCalled();
  });

  it('count anew once they were out of sight for long enough, not while they are held or blink', async () => {
    render(<Scan forget={2500} />);
    await hold('A');
    await hold('A', 10);
    await hold('', 1000);
    await hold('A', 1000);
    expect(told).toEqual(['A']);
    await hold('');
    await hold('A', 3000);
    expect(told).toEqual(['A', 'A']);
  });
});
