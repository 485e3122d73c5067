/** What a row says, as text and as data. */
import type { Summary } from './stats';

export interface Side {
  readonly label: string;
  readonly ms: Summary;
}

/** Something else that was measured of both in the same runs: medians. */
export interface Figure {
  readonly name: string;
  readonly unit: 'ms' | 'bytes';
  readonly measured: number;
  readonly reference: number;
  readonly ratio: number;
}

export interface Row {
  readonly name: string;
  readonly title: string;
  readonly measured: Side;
  /** Measured in turn with it, on the same machine in the same minutes. */
  readonly reference: Side;
  /** Of the two medians. */
  readonly ratio: number;
  /** What was aimed at, in words. The bench does not judge. */
  readonly goal: string;
  /** Further figures of the same runs. */
  readonly parts: readonly Side[];
  readonly figures?: readonly Figure[];
  readonly notes: readonly string[];
}

const ms = (value: number): string => (value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0));
const line = ({ label, ms: s }: Side): string =>
  `  ${label.padEnd(44)} ${ms(s.median).padStart(7)} ms   p95 ${ms(s.p95).padStart(6)}   ${ms(s.min)}–${ms(s.max)}   n=${s.count}`;

const amount = (value: number, unit: Figure['unit']): string => (unit === 'ms' ? `${ms(value)} ms` : value < 10_000 ? `${value.toFixed(0)} B` : `${(value / 1000).toFixed(0)} kB`);
const figure = ({ name, unit, measured, reference, ratio }: Figure): string =>
  `  · ${name.padEnd(52)} ${amount(measured, unit).padStart(10)} to ${amount(reference, unit).padStart(10)}   ratio ${ratio.toFixed(2)}`;

export function asText({ name, title, measured, reference, ratio, goal, parts, figures = [], notes }: Row): string {
  return [
    `${name}: ${title}`,
    line(measured),
    line(reference),
    `  ratio of the medians ${ratio.toFixed(2)}   goal: ${goal}`,
    ...parts.map((part) => line({ ...part, label: `· ${part.label}` })),
    ...figures.map(figure),
    ...notes.map((note) => `  ${note}`),
  ].join('\n');
}
