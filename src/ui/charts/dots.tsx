import './charts.css';

/** A meeting as a mark: full there · half part of it · ring away with a reason · cross away without one · dash not asked. */
export interface Dot {
  readonly id: string;
  readonly mark: 'full' | 'half' | 'ring' | 'cross' | 'dash';
  readonly label: string;
  /** All of it in words, the label included. */
  readonly title: string;
  readonly href: string;
}

const DRAWN: Record<Dot['mark'], string> = {
  full: 'M2 8a6 6 0 1 0 12 0a6 6 0 1 0-12 0',
  half: 'M8 2a6 6 0 0 0 0 12z',
  ring: '',
  cross: 'M4.5 4.5l7 7m0-7l-7 7',
  dash: 'M4 8h8',
};

/** The drawing of a mark, also for the legend. */
export const DotMark = ({ mark }: { mark: Dot['mark'] }) => (
  <svg viewBox="0 0 16 16" className={`chart-mark chart-mark-${mark}`} aria-hidden="true">
    {mark !== 'dash' && <circle cx="8" cy="8" r="6" />}
    <path d={DRAWN[mark]} />
  </svg>
);

/** Meetings in a row, oldest first, each a link to its meeting. */
export function Dots({ dots, label }: { dots: readonly Dot[]; label: string }) {
  return (
    <ol role="list" aria-label={label} className="chart-dots">
      {dots.map(({ id, mark, label: text, title, href }) => (
        <li key={id}>
          <a href={href} aria-label={title} className="ui-tap">
            <DotMark mark={mark} />
            <span className="ui-caption ui-num">{text}</span>
          </a>
        </li>
      ))}
    </ol>
  );
}
