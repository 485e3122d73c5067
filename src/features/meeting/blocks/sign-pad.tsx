import { useRef, useState, type PointerEvent } from 'react';
import { addPoint, PAD, pathOf, type Stroke } from '../work/ink';

export interface SignPadProps {
  label: string;
  /** Called each time the pen is lifted, with all that is drawn: nothing is lost when the app is closed in between. */
  onInk: (path: string) => void;
}

/** A field to sign in with a finger or a pen. */
export function SignPad({ label, onInk }: SignPadProps) {
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const drawing = useRef<Stroke | null>(null);
  const [ink, setInk] = useState<Stroke>([]);
  const extend = (event: PointerEvent<SVGSVGElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    if (!drawing.current || box.width === 0) return;
    const next = addPoint(drawing.current, ((event.clientX - box.left) / box.width) * PAD.width, ((event.clientY - box.top) / box.height) * PAD.height);
    drawing.current = next;
    setInk(next);
  };
  const down = (event: PointerEvent<SVGSVGElement>): void => {
    event.currentTarget.setPointerCapture?.(event.pointerId);
    drawing.current = [];
    extend(event);
  };
  const up = (): void => {
    const stroke = drawing.current;
    drawing.current = null;
    if (!stroke || stroke.length === 0) return;
    const all = [...strokes, stroke];
    setStrokes(all);
    setInk([]);
    onInk(pathOf(all));
  };
  return (
    <svg role="img" aria-label={label} className="mw-pad" viewBox={`0 0 ${PAD.width} ${PAD.height}`} onPointerDown={down} onPointerMove={extend} onPointerUp={up} onPointerCancel={up}>
      <path className="mw-ink" d={pathOf([...strokes, ink])} />
    </svg>
  );
}
