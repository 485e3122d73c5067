import { photoSize } from '@/domain';

/** How much of a photo's fineness is kept: written pages stay sharp, and a page of A4 takes about half a megabyte. */
const QUALITY = 0.82;

interface Picture {
  readonly source: CanvasImageSource;
  readonly width: number;
  readonly height: number;
  readonly done: () => void;
}

/** Opens a picture the way up that the camera says. Some browsers open HEIC only as an image of a page. */
async function open(file: Blob): Promise<Picture> {
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
    return { source: bitmap, width: bitmap.width, height: bitmap.height, done: () => bitmap.close() };
  } catch {
    const url = URL.createObjectURL(file);
    const done = (): void => URL.revokeObjectURL(url);
    try {
      const image = Object.assign(new Image(), { src: url });
      await image.decode();
      return { source: image, width: image.naturalWidth, height: image.naturalHeight, done };
    } catch (error) {
      done();
      throw error;
    }
  }
}

/**
 * [FILE-9] A photo as it is kept: upright, its longer side at most 2,000 points, a JPEG drawn anew, so that nothing of where, when and with what it was taken
 * comes along. What was see-through is white, like paper.
 * @throws when the browser cannot open it
 */
export async function smallPhoto(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const picture = await open(file);
  try {
    const canvas = Object.assign(document.createElement('canvas'), photoSize(picture.width, picture.height));
    const context = canvas.getContext('2d');
    if (!context || picture.width === 0 || picture.height === 0) throw new Error('no picture');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture.source, 0, 0, canvas.width, canvas.height);
    const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
    // Safari keeps a canvas's memory until it is told.
    canvas.width = canvas.height = 0;
    if (!made || made.type !== 'image/jpeg' || made.size === 0) throw new Error('no picture');
    return new Uint8Array(await made.arrayBuffer());
  } finally {
    picture.done();
  }
}
