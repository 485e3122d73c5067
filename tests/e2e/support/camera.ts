/** A camera that sees what a test wants: Chromium plays a file in its place, over and over. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import encodeQR from 'qr';
import type { LaunchOptions } from '../../support/chromium';

const WIDTH = 640;
const HEIGHT = 480;
const GREY = 118;

/** A picture in shades of grey, row by row. */
type Picture = Uint8Array;

/** Modules of a QR code, dark ones true. */
export type Modules = readonly (readonly boolean[])[];

/** What the camera sees when nobody holds anything before it. */
export const nothing = (): Picture => new Uint8Array(WIDTH * HEIGHT).fill(GREY);

/** A code held before the camera, its edges a little soft and the light uneven, as in a room. */
export function held(modules: Modules): Picture {
  const picture = nothing();
  const pixel = Math.floor((HEIGHT - 20) / modules.length);
  const [left, top] = [(WIDTH - pixel * modules.length) >> 1, (HEIGHT - pixel * modules.length) >> 1];
  for (const [row, line] of modules.entries()) {
    for (const [column, dark] of line.entries()) {
      for (let y = 0; y < pixel; y += 1) {
        for (let x = 0; x < pixel; x += 1) {
          const light = 190 + ((column * 40) / line.length) | 0;
          picture[(top + row * pixel + y) * WIDTH + left + column * pixel + x] = dark ? 45 : light;
        }
      }
    }
  }
  return picture;
}

/** The code of a text, as a printer or another app draws it. */
export const codeOf = (text: string): Picture => held(encodeQR(text, 'raw', { ecc: 'medium', border: 4 }));

export class Camera {
  readonly #folder = mkdtempSync(join(tmpdir(), 'camera-'));
  readonly #file = join(this.#folder, 'seen.y4m');

  constructor() {
    this.sees([nothing()]);
  }

  /** How a phone with this camera is opened; its person says yes when it asks. */
  get launching(): LaunchOptions {
    return { args: ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${this.#file}`] };
  }

  /** From the next opening of the camera on, it sees these pictures, so many a second, and begins anew. */
  sees(pictures: readonly Picture[], perSecond = 10): void {
    const chroma = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
    const frames = pictures.flatMap((picture) => [Buffer.from('FRAME\n'), Buffer.from(picture), chroma]);
    writeFileSync(this.#file, Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F${perSecond}:1 Ip A1:1 C420mpeg2\n`), ...frames]));
  }

  /** Takes the camera's file away again. */
  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** The code that a page shows as a drawing, module by module: what its real screen would show. */
export async function drawnCode(page: Page, label: string): Promise<Modules> {
  const drawing = page.getByRole('img', { name: label });
  const size = Number((await drawing.getAttribute('viewBox'))?.split(' ')[2]);
  const path = (await drawing.locator('path').getAttribute('d')) ?? '';
  const modules = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h/g)) modules[Number(y)]![Number(x)] = true;
  return modules;
}

/** So many different pictures of a series that a page shows one after another. */
export async function shownSeries(page: Page, label: string, count: number): Promise<Modules[]> {
  const seen = await page.getByRole('img', { name: label }).evaluate(async (canvas: HTMLCanvasElement, wanted) => {
    const found = new Map<string, boolean[][]>();
    while (found.size < wanted) {
      const { width, height } = canvas;
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height);
      const rows = Array.from({ length: height }, (_, y) => Array.from({ length: width }, (_unused, x) => data[(y * width + x) * 4]! < 128));
      found.set(rows.flat().map(Number).join(''), rows);
      await new Promise((done) => setTimeout(done, 30));
    }
    return [...found.values()];
  }, count);
  return seen;
}
