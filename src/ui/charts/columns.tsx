import type { CSSProperties } from 'react';
import { barStyle, type Bar } from './bar';
import './charts.css';

export interface ColumnsProps {
  bars: readonly Bar[];
  /** What the picture says, in words: to a screen reader it is one image. */
  label: string;
}

/** Columns side by side with the mark of what is asked for: a year at a glance. The numbers themselves stand elsewhere. */
export function Columns({ bars, label }: ColumnsProps) {
  return (
    <div role="img" aria-label={label} className={bars.length > 6 ? 'chart-columns chart-many' : 'chart-columns'}>
      {bars.map((bar) => (
        <div key={bar.id} className="chart-column">
          <div className="chart-plot" style={barStyle(bar) as CSSProperties}>
            {bar.percent !== null && <span className={`chart-fill chart-${bar.fill}`} />}
            {bar.gap && <span className="chart-gap" />}
            {bar.target !== null && <span className="chart-target" />}
          </div>
          <span className="ui-caption ui-num">{bar.label}</span>
        </div>
      ))}
    </div>
  );
}
