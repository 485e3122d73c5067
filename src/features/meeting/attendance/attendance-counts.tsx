import { useMemo } from 'react';
import { countAttendance, voteBase, votesNeeded, type Marks, type RosterEntry } from '@/domain';
import { formatPercent, useT } from '@/i18n';

/** What the roll adds up to, always in sight: who is there, and how many votes decide. */
export function AttendanceCounts({ roster, marks }: { roster: readonly RosterEntry[]; marks: Marks }) {
  const t = useT('meeting');
  const count = useMemo(() => countAttendance(roster, marks), [roster, marks]);
  // The end of the day: someone late has come by then, someone who leaves early is counted out.
  const base = useMemo(() => voteBase(roster, marks, '23:59'), [roster, marks]);
  const lines = [
    [t('counts.base'), base.base],
    [t('counts.majority'), votesNeeded(base.base, 'majority')],
    [t('counts.twoThirds'), votesNeeded(base.base, 'twoThirds')],
  ] as const;
  return (
    <div className="meeting-counts" role="status" aria-label={t('counts.label')}>
      <p className="ui-stack ui-gap-0 ui-num">
        <span className="ui-strong ui-counter">
          {count.present}
          <span>/{count.expected}</span>
        </span>
        <span className="ui-caption">{t('counts.present', { percent: formatPercent(count.ratePercent) })}</span>
      </p>
      <dl className="ui-num">
        {lines.map(([term, value]) => (
          <div key={term}>
            <dt className="ui-caption">{term}</dt>
            <dd className="ui-strong">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
