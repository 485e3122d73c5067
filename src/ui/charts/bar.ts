/** How a bar is filled: told apart by pattern as well as by colour. `good` ink · `short` red hatching · `gold`, `ok`, `plain` for grades and shares. */
export type Fill = 'good' | 'short' | 'gold' | 'ok' | 'plain';

/** One bar: 0 to 100 of its track; null where there is nothing to draw. `gap`: there should have been something. */
export interface Bar {
  readonly id: string;
  readonly label: string;
  readonly percent: number | null;
  readonly fill: Fill;
  /** Where on the track what is asked for lies, 0 to 100; null for nowhere. */
  readonly target: number | null;
  readonly gap?: boolean | undefined;
}

const clamp = (value: number): number => Math.max(0, Math.min(100, value));

/** The numbers of a bar as the style sheet reads them. */
export const barStyle = ({ percent, target }: Pick<Bar, 'percent' | 'target'>): Record<string, string> => ({
  '--chart-value': `${clamp(percent ?? 0)}%`,
  ...(target === null ? {} : { '--chart-target': `${clamp(target)}%` }),
});
