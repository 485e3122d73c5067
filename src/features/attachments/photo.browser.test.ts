import { expect, it } from 'vitest';
import { smallPhoto } from './photo';
import { prepare } from './prepare';

const DEVICE = 'Dien thoai cua Binh';

/** A picture, its left half red, its right half blue. */
async function picture(width: number, height: number, type = 'image/jpeg'): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#f00';
  context.fillRect(0, 0, width / 2, height);
  context.fillStyle = '#00f';
  context.fillRect(width / 2, 0, width / 2, height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, 0.9));
  return new Uint8Array(await blob!.arrayBuffer());
}

/** The same as a camera writes it that was held upright (orientation 6): with the device, and 21° 1′ north. */
function fromCamera(jpeg: Uint8Array): Uint8Array<ArrayBuffer> {
  const be = (value: number, bytes: number): number[] => Array.from({ length: bytes }, (_, at) => (value >> (8 * (bytes - 1 - at))) & 255);
  const entry = (tag: number, type: number, count: number, value: number[]): number[] => [...be(tag, 2), ...be(type, 2), ...be(count, 4), ...value, ...Array<number>(4 - value.length).fill(0)];
  const name = [...`${DEVICE}\0`].map((letter) => letter.charCodeAt(0));
  const ends = 8 + 2 + 3 * 12 + 4;
  const tiff = [
    ...be(0x4d4d, 2), ...be(42, 2), ...be(8, 4),
    ...be(3, 2), ...entry(0x010f, 2, name.length, be(ends, 4)), ...entry(0x0112, 3, 1, be(6, 2)), ...entry(0x8825, 4, 1, be(ends + name.length, 4)), ...be(0, 4),
    ...name,
    ...be(2, 2), ...entry(1, 2, 2, [0x4e, 0]), ...entry(2, 5, 3, be(ends + name.length + 30, 4)), ...be(0, 4),
    ...be(21, 4), ...be(1, 4), ...be(1, 4), ...be(1, 4), ...be(0, 4), ...be(1, 4),
  ];
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff];
  return Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, ...be(exif.length + 2, 2), ...exif, ...jpeg.slice(2)]);
}

const latin = (bytes: Uint8Array): string => [...bytes].map((byte) => String.fromCharCode(byte)).join('');
async function look(bytes: Uint8Array<ArrayBuffer>): Promise<{ size: string; colours: string[] }> {
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
  const canvas = Object.assign(document.createElement('canvas'), { width: bitmap.width, height: bitmap.height });
  const context = canvas.getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  const colour = (x: number, y: number): string => {
    const [red = 0, green = 0, blue = 0] = context.getImageData(x, y, 1, 1).data;
    return red > 200 && green > 200 && blue > 200 ? 'white' : red > blue ? 'red' : 'blue';
  };
  return { size: `${bitmap.width}x${bitmap.height}`, colours: [colour(bitmap.width / 2, 4), colour(bitmap.width / 2, bitmap.height - 4)] };
}

it('[FILE-9] a photo is kept upright and small, and nothing of where, when and with what it was taken is left', async () => {
  const camera = fromCamera(await picture(3000, 2000));
  expect(latin(camera)).toContain('Exif');
  const kept = await smallPhoto(new Blob([camera], { type: 'image/jpeg' }));
  expect(await look(kept)).toEqual({ size: '1333x2000', colours: ['red', 'blue'] });
  for (const word of ['Exif', 'MM\0*', DEVICE]) expect(latin(kept).includes(word), word).toBe(false);
});

it('[FILE-9] what is small stays as large as it is; what is see-through becomes paper', async () => {
  expect((await look(await smallPhoto(new Blob([await picture(40, 30)])))).size).toBe('40x30');
  const clear = await new Promise<Blob | null>((resolve) => Object.assign(document.createElement('canvas'), { width: 20, height: 20 }).toBlob(resolve, 'image/png'));
  expect((await look(await smallPhoto(clear!))).colours).toEqual(['white', 'white']);
});

const refusal = async (name: string, content: Uint8Array<ArrayBuffer> | string, type = ''): Promise<unknown> => {
  const ready = await prepare(new File([content], name, { type }), 'Tài liệu');
  return 'refused' in ready ? ready.refused : ready.file.name;
};

it('[FILE-3] [FILE-5] what was chosen is made ready, or told why not', async () => {
  const jpeg = await picture(40, 30);
  expect(await refusal('anh.png', await picture(40, 30, 'image/png'), 'image/png')).toBe('anh.jpg');
  expect(await refusal('', jpeg)).toBe('Tài liệu.jpg');
  expect(await refusal('Công văn.pdf', '%PDF-1.4\nrubbish')).toBe('Công văn.pdf');
  expect(await refusal('toi-mat.jpg', jpeg)).toEqual({ why: 'name', marking: 'highlySecret' });
  expect(await refusal('a.jpg', '')).toEqual({ why: 'empty' });
  expect(await refusal('a.docx', 'PK\u0003\u0004')).toEqual({ why: 'type' });
  expect(await refusal('a.jpg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml')).toEqual({ why: 'type' });
  expect(await refusal('a.jpg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1, 2, 3))).toEqual({ why: 'damaged' });
  expect(await refusal('a.heic', Uint8Array.from('\0\0\0\x18ftypheic\0\0\0\0mif1', (letter) => letter.charCodeAt(0)))).toEqual({ why: 'heic' });
  const big = new Uint8Array(20 * 1024 * 1024 + 1);
  big.set(new TextEncoder().encode('%PDF-1.4'));
  expect(await refusal('a.pdf', big)).toEqual({ why: 'tooLarge' });
});
