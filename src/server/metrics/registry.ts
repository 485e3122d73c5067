/** Labels of a measurement: few values each, and never a name, an id or an address. */
export type Labels = Readonly<Record<string, string | number>>;

/** Bounds of durations, seconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const escaped = (value: string | number): string => String(value).replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n');
const written = (labels: Labels): string => {
  const parts = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return parts.length === 0 ? '' : `{${parts.join(',')}}`;
};

interface Durations {
  readonly labels: Labels;
  readonly buckets: number[];
  count: number;
  sum: number;
}

/**
 * Counters, gauges and histograms of one process, written in the text form of Prometheus (0.0.4). A library would bring its own
 * clock and defaults for what is sixty lines.
 */
export class Registry {
  readonly #help = new Map<string, { kind: 'counter' | 'gauge' | 'histogram'; help: string }>();
  readonly #values = new Map<string, Map<string, number>>();
  readonly #durations = new Map<string, Map<string, Durations>>();

  /** Says what a measurement is. Names that were not described are not taken. */
  describe(name: string, kind: 'counter' | 'gauge' | 'histogram', help: string): void {
    this.#help.set(name, { kind, help });
    if (kind === 'histogram') this.#durations.set(name, new Map());
    else this.#values.set(name, new Map());
  }

  /** Adds to a counter. */
  add(name: string, labels: Labels = {}, by = 1): void {
    const of = this.#values.get(name);
    of?.set(written(labels), (of.get(written(labels)) ?? 0) + by);
  }

  /** Sets a gauge. */
  set(name: string, value: number, labels: Labels = {}): void {
    this.#values.get(name)?.set(written(labels), value);
  }

  /** Notes a duration, seconds. */
  took(name: string, seconds: number, labels: Labels = {}): void {
    const of = this.#durations.get(name);
    if (!of) return;
    const key = written(labels);
    const known = of.get(key) ?? { labels, buckets: BOUNDS.map(() => 0), count: 0, sum: 0 };
    BOUNDS.forEach((bound, index) => {
      if (seconds <= bound) known.buckets[index] = (known.buckets[index] ?? 0) + 1;
    });
    known.count += 1;
    known.sum += seconds;
    of.set(key, known);
  }

  /** All of it as text. */
  text(): string {
    const lines: string[] = [];
    for (const [name, { kind, help }] of this.#help) {
      lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} ${kind}`);
      for (const [labels, value] of this.#values.get(name) ?? []) lines.push(`${name}${labels} ${value}`);
      for (const { labels, buckets, count, sum } of this.#durations.get(name)?.values() ?? []) {
        BOUNDS.forEach((bound, index) => lines.push(`${name}_bucket${written({ ...labels, le: bound })} ${buckets[index] ?? 0}`));
        lines.push(`${name}_bucket${written({ ...labels, le: '+Inf' })} ${count}`, `${name}_sum${written(labels)} ${sum}`, `${name}_count${written(labels)} ${count}`);
      }
    }
    return `${lines.join('\n')}\n`;
  }
}
