// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openCamera } from './camera';
import { frameReader } from './reader';

const video = { videoWidth: 640, videoHeight: 480 } as HTMLVideoElement;
afterEach(() => vi.unstubAllGlobals());

/** A browser's own reader that finds these texts, or breaks. */
function native(formats: readonly string[], detect: () => Promise<readonly { rawValue: string }[]>): void {
  vi.stubGlobal('BarcodeDetector', class {
    static getSupportedFormats = async () => formats;
    detect = detect;
  });
}

describe('reading a code in a picture', () => {
  it('is left to the browser where it can', async () => {
    native(['qr_code'], async () => [{ rawValue: 'xin chào' }]);
    expect(await (await frameReader())(video)).toBe('xin chào');
    native(['qr_code'], async () => []);
    expect(await (await frameReader())(video)).toBeNull();
  });

  it('is our own where the browser reads other codes only, or breaks while it reads', async () => {
    const detect = vi.fn<() => Promise<{ rawValue: string }[]>>().mockRejectedValue(new Error('service gone'));
    native(['ean_13'], detect);
    expect(await (await frameReader())(video)).toBeNull();
    expect(detect).not.toHaveBeenCalled();
    native(['qr_code'], detect);
    const read = await frameReader();
    expect([await read(video), await read(video)]).toEqual([null, null]);
    expect(detect).toHaveBeenCalledTimes(1);
  });
});

describe('the camera that does not open', () => {
  it.each([
    ['NotAllowedError', 'refused'],
    ['SecurityError', 'refused'],
    ['NotFoundError', 'none'],
    ['OverconstrainedError', 'none'],
    ['NotReadableError', 'busy'],
    ['AbortError', 'busy'],
  ])('%s is told as %s', async (name, problem) => {
    vi.stubGlobal('navigator', { mediaDevices: { getUserMedia: () => Promise.reject(Object.assign(new Error('said in English'), { name })) } });
    await expect(openCamera()).rejects.toMatchObject({ problem });
  });

  it('a page that may not ask at all is told as none', async () => {
    vi.stubGlobal('navigator', {});
    await expect(openCamera()).rejects.toMatchObject({ problem: 'none' });
  });
});
