import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('styles/tokens.css', import.meta.url), 'utf8');
const schemes = { light: 0, dark: 1 } as const;

function colour(name: string, scheme: keyof typeof schemes): string {
  const value = new RegExp(`--ui-${name}:\\s*([^;]+);`).exec(css)?.[1];
  if (value === undefined) throw new Error(`no token ${name}`);
  const found = value.match(/#[0-9a-f]{6}/g) ?? [];
  return found[schemes[scheme]] ?? found[0] ?? '';
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['ground', 'paper', 'sunk'];
const text = [
  ...['ink', 'ink-2', 'red', 'gold', 'ok', 'warn', 'info'].flatMap((name) => grounds.slice(0, 2).map((ground) => [name, ground])),
  ...['ink', 'ink-2'].map((name) => [name, 'sunk']),
  ...['red', 'gold', 'ok', 'warn', 'info'].flatMap((name) => [
    [name, `${name}-wash`],
    ['ink', `${name}-wash`],
  ]),
] as [string, string][];

describe.each(['light', 'dark'] as const)('colours of the %s scheme', (scheme) => {
  it.each(text)('%s on %s reads at 7:1', (name, ground) => {
    expect(contrast(colour(name, scheme), colour(ground, scheme))).toBeGreaterThanOrEqual(7);
  });

  it('white on the filled red reads at 7:1', () => {
    expect(contrast('#ffffff', colour('red-fill', scheme))).toBeGreaterThanOrEqual(7);
  });

  it.each(grounds.slice(0, 2))('edges stand out from %s at 3:1', (ground) => {
    expect(contrast(colour('edge', scheme), colour(ground, scheme))).toBeGreaterThanOrEqual(3);
  });
});
