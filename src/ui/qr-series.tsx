import { useEffect, useRef } from 'react';
import encodeQR from 'qr';
import { useAwake } from './use-awake';

export interface QrSeriesProps {
  /** The text of picture number `index`, from 0, without end. */
  frame: (index: number) => string;
  perSecond: number;
  /** Called as each picture comes up. */
  onShown?: (index: number) => void;
  label: string;
}

/** Light modules around the code: readers need four. */
const BORDER = 4;

function draw(canvas: HTMLCanvasElement, text: string, index: number): void {
  // A fixed mask spares the search for the best one; each picture has another, so that an unlucky one comes again under a better.
  const modules = encodeQR(text, 'raw', { ecc: 'low', border: BORDER, mask: index % 8 });
  const size = modules.length;
  const context = canvas.getContext('2d');
  if (!context) return;
  if (canvas.width !== size) canvas.width = canvas.height = size;
  const image = context.createImageData(size, size);
  new Uint32Array(image.data.buffer).set(modules.flatMap((row) => row.map((dark) => (dark ? 0xff00_0000 : 0xffff_ffff))));
  context.putImageData(image, 0, 0);
}

/** QR pictures in turn, dark on white in either theme, for a camera to read. Small dots that change are no flashes in the sense of WCAG 2.3.1. */
export function QrSeries({ frame, perSecond, onShown, label }: QrSeriesProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const index = useRef(0);
  useAwake();
  useEffect(() => {
    const next = (): void => {
      if (canvas.current) draw(canvas.current, frame(index.current), index.current);
      onShown?.(index.current);
      index.current += 1;
    };
    next();
    const timer = setInterval(next, 1000 / perSecond);
    return () => clearInterval(timer);
  }, [frame, perSecond, onShown]);
  return <canvas ref={canvas} role="img" aria-label={label} style={{ display: 'block', inlineSize: '100%', maxInlineSize: 'min(26rem, 60vh)', marginInline: 'auto', imageRendering: 'pixelated', background: '#fff' }} />;
}
