import { gradeOf, type Directive } from '@/domain';
import { formatDate, formatNumber, formatPercent, useT } from '@/i18n';
import type { DirectoryEntry } from '@/storage';
import { Badge, Table, type Tone } from '@/ui';
import type { Attended, MonthRow } from './year';

const TONES: Record<string, Tone> = { good: 'gold', fair: 'ok', average: 'neutral', poor: 'danger' };

/** The months of a year: when the cell met, how many came, and how the meeting was graded. */
export function MonthTable({ months, attendance, given, year }: { months: readonly MonthRow[]; attendance: ReadonlyMap<string, Attended | null> | undefined; given: readonly Directive[]; year: number }) {
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
                  <td><Graded entry={entry} given={given} /></td>
                </tr>
              );
            })
          ),
        )}
      </tbody>
    </Table>
  );
}

/** The grade that counts; where the committee gave it, its reason and the cell's own score stand under it. */
function Graded({ entry, given }: { entry: DirectoryEntry; given: readonly Directive[] }) {
  const t = useT('reports');
  const counts = gradeOf(entry, given);
  if (!counts) return null;
  const { grade, points, official } = counts;
  const self = entry.grade && [entry.points === null ? '' : formatNumber(entry.points), t(`meeting:grade.${entry.grade}`)].filter(Boolean).join(' · ');
  return (
    <>
      <Badge tone={TONES[grade] ?? 'neutral'} icon={grade === 'good' ? 'star' : undefined}>{t(`meeting:grade.${grade}`)}</Badge>
      {points !== null && <div className="ui-caption ui-num">{t('table.points', { points: formatNumber(points) })}</div>}
      {official && <div className="ui-caption">{official.reason === '' ? t('official:official') : t('official:officialWhy', { reason: official.reason })}</div>}
      {official && self && <div className="ui-caption ui-num">{t('official:self', { self })}</div>}
    </>
  );
}
