import { formatNumber, formatPercent, useT } from '@/i18n';

/** One bar: the month's number and its rate, null for a month without a meeting. */
export interface Bar {
  readonly month: number;
  readonly ratePercent: number | null;
  /** Whether the rules' target is reached. */
  readonly reached: boolean;
}

const WIDTH = 336;
const HEIGHT = 128;
const COLUMN = WIDTH / 12;

/**
 * Attendance over the year with the target as a line. The table beneath holds the same numbers, so the picture is one image to a
 * screen reader. Letters are drawn in the picture's own units: the whole picture grows with the text.
 */
export function AttendanceChart({ bars, target, year }: { bars: readonly Bar[]; target: number; year: number }) {
  const t = useT('reports');
  const y = (percent: number): number => HEIGHT - (percent / 100) * HEIGHT;
  const held = bars.filter((bar) => bar.ratePercent !== null);
  const average = held.reduce((sum, bar) => sum + (bar.ratePercent ?? 0), 0) / Math.max(1, held.length);
  return (
    <figure className="ui-stack ui-gap-1">
      <svg
        role="img"
        aria-label={t('chart.label', { year, count: held.length, average: formatPercent(average), target: formatPercent(target) })}
        viewBox={`-2 -18 ${WIDTH + 4} ${HEIGHT + 40}`}
        style={{ inlineSize: '100%', maxInlineSize: '40rem' }}
        fontSize="13.5"
        fill="currentColor"
      >
        <path d={`M0 ${HEIGHT}H${WIDTH}`} stroke="var(--ui-edge)" />
        {Array.from({ length: 12 }, (_, index) => {
          const bar = bars.find(({ month }) => month === index + 1);
          const rate = bar?.ratePercent ?? null;
          const middle = (index + 0.5) * COLUMN;
          return (
            <g key={index} textAnchor="middle">
              {rate !== null && <rect x={middle - 9} width="18" y={y(rate)} height={HEIGHT - y(rate)} rx="2" fill={bar?.reached ? 'var(--ui-ink)' : 'var(--ui-red)'} />}
              <text x={middle} y={HEIGHT + 17}>{index + 1}</text>
            </g>
          );
        })}
        <path d={`M0 ${y(target)}H${WIDTH}`} stroke="var(--ui-gold-mark)" strokeWidth="1.5" strokeDasharray="5 4" />
        {bars.map(
          ({ month, ratePercent }) =>
            ratePercent !== null && (
              // The ground around the letters keeps them apart from the line.
              <text key={month} x={(month - 0.5) * COLUMN} y={y(ratePercent) - 4} textAnchor="middle" stroke="var(--ui-ground)" strokeWidth="4" paintOrder="stroke">
                {formatNumber(ratePercent, 0)}
              </text>
            ),
        )}
      </svg>
      <figcaption className="ui-caption">{t('chart.caption', { target: formatPercent(target) })}</figcaption>
    </figure>
  );
}
