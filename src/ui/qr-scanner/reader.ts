/** Reads the text of a QR code in what a video shows at this moment; null where there is none. */
export type ReadFrame = (video: HTMLVideoElement) => Promise<string | null>;

interface NativeDetector {
  detect(source: CanvasImageSource): Promise<readonly { readonly rawValue: string }[]>;
}
interface NativeDetectorClass {
  new (options: { formats: string[] }): NativeDetector;
  getSupportedFormats(): Promise<readonly string[]>;
}

/** Pixels of the longer edge that are looked at: enough for the largest code that fits a phone's screen. */
const EDGE = 960;

/** The browser's own reader; null where it has none for QR codes. */
async function nativeReader(): Promise<ReadFrame | null> {
  const Native = (globalThis as { BarcodeDetector?: NativeDetectorClass }).BarcodeDetector;
  try {
    if (!Native || !(await Native.getSupportedFormats()).includes('qr_code')) return null;
    const detector = new Native({ formats: ['qr_code'] });
    return async (video) => (await detector.detect(video))[0]?.rawValue ?? null;
  } catch {
    return null;
  }
}

/** Our own reader, loaded when it is needed. */
async function ownReader(): Promise<ReadFrame> {
  const { decodeQR } = await import('qr/decode.js');
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return (video) => {
    const { videoWidth, videoHeight } = video;
    const scale = Math.min(1, EDGE / Math.max(1, videoWidth, videoHeight));
    const [width, height] = [Math.round(videoWidth * scale), Math.round(videoHeight * scale)];
    if (!context || width === 0 || height === 0) return Promise.resolve(null);
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    context.drawImage(video, 0, 0, width, height);
    try {
      return Promise.resolve(decodeQR(context.getImageData(0, 0, width, height)));
    } catch {
      // No code in this picture.
      return Promise.resolve(null);
    }
  };
}

/** A reader that works without a network: the browser's, or ours where it has none or where it fails. */
export async function frameReader(): Promise<ReadFrame> {
  let read = await nativeReader();
  return async (video) => {
    if (read) {
      try {
        return await read(video);
      } catch {
        read = null;
      }
    }
    const own = await ownReader();
    read = own;
    return own(video);
  };
}
