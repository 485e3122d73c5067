/** A pen's way over the pad, as whole units of the 600 × 200 box. */
export type Stroke = readonly (readonly [number, number])[];

export const PAD = { width: 600, height: 200 } as const;
/** Nearer than this the pen has not moved: keeps a signature to a few hundred numbers. */
const NEAR = 3;
/** More points than any signature has: what comes after is not kept. */
const MOST = 3000;

/** Adds a point to a stroke, unless it is too near to the last to be seen. */
export function addPoint(stroke: Stroke, x: number, y: number): Stroke {
  const inside = (value: number, max: number): number => Math.round(Math.min(max, Math.max(0, value)));
  const point = [inside(x, PAD.width), inside(y, PAD.height)] as const;
  const last = stroke.at(-1);
  if (last && Math.hypot(point[0] - last[0], point[1] - last[1]) < NEAR) return stroke;
  return stroke.length >= MOST ? stroke : [...stroke, point];
}

/** Strokes as SVG path data; a lone point becomes a dot. Relative moves, since they are short. */
export function pathOf(strokes: readonly Stroke[]): string {
  return strokes
    .filter((stroke) => stroke.length > 0)
    .map((stroke) => {
      const [first, ...rest] = stroke as readonly [readonly [number, number], ...(readonly [number, number])[]];
      let [x, y] = first;
      const steps = (rest.length > 0 ? rest : [[x + 1, y] as const]).map(([nextX, nextY]) => {
        const step = `${nextX - x} ${nextY - y}`;
        [x, y] = [nextX, nextY];
        return step;
      });
      return `M${first[0]} ${first[1]}l${steps.join(' ')}`;
    })
    .join('');
}
