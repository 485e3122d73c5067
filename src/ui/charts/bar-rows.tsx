import type { CSSProperties, ReactNode } from 'react';
import { barStyle, type Bar } from './bar';
import './charts.css';

/** A bar lying down, with its number and a remark. */
export interface BarRow extends Bar {
  readonly value: ReactNode;
  readonly note?: ReactNode;
  /** Shares of the track instead of one bar. */
  readonly parts?: readonly Part[] | undefined;
  /** Opens what is behind it; without, the row is only read. */
  readonly onOpen?: (() => void) | undefined;
}

/** A share of a whole. */
export interface Part {
  readonly id: string;
  readonly count: number;
  readonly fill: Fill;
}
type Fill = Bar['fill'];

/** A row for each month or year: label, bar, number. Every row that has something behind it is one large button. */
export function BarRows({ rows, label }: { rows: readonly BarRow[]; label: string }) {
  return (
    <ul role="list" aria-label={label} className="ui-rows ui-card chart-rows">
      {rows.map((row) => (
        <li key={row.id}>
          {row.onOpen ? (
            <button type="button" className="chart-row ui-tap" aria-haspopup="dialog" onClick={row.onOpen}>
              <Inside row={row} />
            </button>
          ) : (
            <div className="chart-row">
              <Inside row={row} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function Inside({ row }: { row: BarRow }) {
  return (
    <>
      <span className="ui-num chart-label">{row.label}</span>
      <span className="chart-track" aria-hidden="true" style={barStyle(row) as CSSProperties}>
        {row.parts && row.parts.length > 0 ? <Strip parts={row.parts} /> : row.percent !== null && <span className={`chart-fill chart-${row.fill}`} />}
        {row.gap && <span className="chart-gap" />}
        {row.target !== null && <span className="chart-target" />}
      </span>
      <span className="chart-value">
        <span className={row.gap || row.percent === null ? 'ui-muted' : 'ui-strong ui-num'}>{row.value}</span>
        {row.note && <span className="ui-caption">{row.note}</span>}
      </span>
    </>
  );
}

/** Shares side by side in one strip. What they mean is said beside it. */
export function Strip({ parts }: { parts: readonly Part[] }) {
  return (
    <span className="chart-strip" aria-hidden="true">
      {parts.filter(({ count }) => count > 0).map(({ id, count, fill }) => <span key={id} className={`chart-${fill}`} style={{ flexGrow: count }} />)}
    </span>
  );
}

/** What the fills of a chart mean: a sample and a word each. */
export function Legend({ items }: { items: readonly { readonly id: string; readonly fill: Fill | 'target' | 'gap'; readonly text: string }[] }) {
  return (
    <ul role="list" className="ui-row ui-caption chart-legend">
      {items.map(({ id, fill, text }) => (
        <li key={id} className="ui-line">
          <span aria-hidden="true" className={`chart-sample chart-${fill}`} />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
