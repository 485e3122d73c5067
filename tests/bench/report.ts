/** What a row says, as text and as data. */
import type { Summary } from './stats';

export interface Side {
  readonly label: string;
  readonly ms: Summary;
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
  readonly notes: readonly string[];
}

const ms = (value: number): string => (value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0));
const line = ({ label, ms: s }: Side): string =>
  `  ${label.padEnd(44)} ${ms(s.median).padStart(7)} ms   p95 ${ms(s.p95).padStart(6)}   ${ms(s.min)}–${ms(s.max)}   n=${s.count}`;

export function asText({ name, title, measured, reference, ratio, goal, parts, notes }: Row): string {
  return [
    `${name}: ${title}`,
    line(measured),
    line(reference),
    `  ratio of the medians ${ratio.toFixed(2)}   goal: ${goal}`,
    ...parts.map((part) => line({ ...part, label: `· ${part.label}` })),
    ...notes.map((note) => `  ${note}`),
  ].join('\n');
}
