import './charts.css';

export interface SparklineProps {
  /** Oldest first, 0 to 100 of the height; null is a gap in the line. */
  points: readonly (number | null)[];
  /** What is asked for at each, 0 to 100 of the height. */
  targets: readonly (number | null)[];
  /** What the line says, in words: to a screen reader it is one image. */
  label: string;
}

const HEIGHT = 100;

/** Runs of points without a gap, each as the path of a line; a point alone becomes a short dash. */
function paths(points: readonly (number | null)[], step: number): string {
  let open = false;
  return points
    .map((value, index) => {
      const drawn = value === null ? '' : open ? `L${index * step} ${HEIGHT - value}` : `M${index * step} ${HEIGHT - value}h0.01`;
      open = value !== null;
      return drawn;
    })
    .join('');
}

/** Years of months as one line, and what was asked for as another. */
export function Sparkline({ points, targets, label }: SparklineProps) {
  const step = 600 / Math.max(1, points.length - 1);
  return (
    <svg role="img" aria-label={label} className="chart-spark" viewBox={`-4 -6 608 ${HEIGHT + 12}`} preserveAspectRatio="none">
      <path d={`M0 ${HEIGHT}H600`} stroke="var(--ui-edge)" strokeWidth="1" vectorEffect="non-scaling-stroke" />
      <path d={paths(targets, step)} className="chart-spark-target" vectorEffect="non-scaling-stroke" />
      <path d={paths(points, step)} className="chart-spark-line" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
