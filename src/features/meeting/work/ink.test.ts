import { describe, expect, it } from 'vitest';
import { addPoint, pathOf, type Stroke } from './ink';

describe('ink', () => {
  it('keeps whole units inside the box and leaves out what cannot be seen', () => {
    const points = [[-5, 10.4], [1, 11], [4.6, 12], [700, 300]] as const;
    expect(points.reduce<Stroke>((stroke, [x, y]) => addPoint(stroke, x, y), [])).toEqual([[0, 10], [5, 12], [600, 200]]);
  });

  it('writes strokes as short path data, a dot as a dot', () => {
    expect(pathOf([[[10, 10], [20, 15], [18, 30]], [], [[5, 5]]])).toBe('M10 10l10 5 -2 15M5 5l1 0');
    expect(pathOf([])).toBe('');
  });

  it('a long scrawl stays small', () => {
    let stroke: Stroke = [];
    for (let i = 0; i < 20_000; i += 1) stroke = addPoint(stroke, (i * 7) % 600, (i * 13) % 200);
    expect(pathOf([stroke]).length).toBeLessThan(30_000);
  });
});
