import { formatDate, formatNumber, formatPercent, useT } from '@/i18n';
import { Badge, Table, type Tone } from '@/ui';
import type { Attended, MonthRow } from './year';

const TONES: Record<string, Tone> = { good: 'gold', fair: 'ok', average: 'neutral', poor: 'danger' };

/** The months of a year: when the cell met, how many came, and how the meeting was graded. */
export function MonthTable({ months, attendance, year }: { months: readonly MonthRow[]; attendance: ReadonlyMap<string, Attended | null> | undefined; year: number }) {
  const t = useT('reports');
  return (
    <Table caption={t('table.caption', { year })} hideCaption>
      <thead>
        <tr>
          <th scope="col">{t('table.meeting')}</th>
          <th scope="col" className="ui-num">{t('table.present')}</th>
          <th scope="col">{t('table.grade')}</th>
        </tr>
      </thead>
      <tbody>
        {months.map(({ month, meetings }) =>
          meetings.length === 0 ? (
            <tr key={month}>
              <td colSpan={3} className="ui-muted">{t('table.none', { month: Number(month.slice(5)) })}</td>
            </tr>
          ) : (
            meetings.map((entry) => {
              const attended = attendance?.get(entry.id);
              return (
                <tr key={entry.id}>
                  <th scope="row">
                    <a href={`/cuoc-hop/${entry.id}`} className="ui-line ui-num" style={{ minBlockSize: 'var(--ui-target)' }}>{formatDate(entry.date)}</a>
                    {entry.kind !== 'regular' && <div className="ui-caption">{t(`meeting:kind.${entry.kind}`)}</div>}
                    {entry.state === 'ended' && <div className="ui-caption">{t('table.open')}</div>}
                  </th>
                  <td className="ui-num">
                    {attended && (
                      <>
                        <span className="ui-strong">{formatPercent(attended.ratePercent)}</span>
                        <div className="ui-caption">{t('table.of', { present: attended.present, expected: attended.expected })}</div>
                      </>
                    )}
                    {attended === null && <span className="ui-muted">{t('table.noRoll')}</span>}
                  </td>
                  <td>
                    {entry.grade && <Badge tone={TONES[entry.grade] ?? 'neutral'} icon={entry.grade === 'good' ? 'star' : undefined}>{t(`meeting:grade.${entry.grade}`)}</Badge>}
                    {entry.points !== null && <div className="ui-caption ui-num">{t('table.points', { points: formatNumber(entry.points) })}</div>}
                  </td>
                </tr>
              );
            })
          ),
        )}
      </tbody>
    </Table>
  );
}
