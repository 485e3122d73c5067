import { Fragment } from 'react';
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
                <Fragment key={entry.id}>
                  <tr>
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
                  <Why entry={entry} given={given} />
                </Fragment>
              );
            })
          ),
        )}
      </tbody>
    </Table>
  );
}

/** The grade that counts, and whose it is. */
function Graded({ entry, given }: { entry: DirectoryEntry; given: readonly Directive[] }) {
  const t = useT('reports');
  const counts = gradeOf(entry, given);
  if (!counts) return null;
  const { grade, points, official } = counts;
  return (
    <>
      <Badge tone={TONES[grade] ?? 'neutral'} icon={grade === 'good' ? 'star' : undefined}>{t(`meeting:grade.${grade}`)}</Badge>
      {points !== null && <div className="ui-caption">{t('table.points', { points: formatNumber(points) })}</div>}
      {official && <div className="ui-caption">{t('official:whose')}</div>}
    </>
  );
}

/** Under a meeting that the committee has graded: its reason, and what the cell had given itself. */
function Why({ entry, given }: { entry: DirectoryEntry; given: readonly Directive[] }) {
  const t = useT('official');
  const official = gradeOf(entry, given)?.official;
  if (!official) return null;
  const self = entry.grade && [entry.points === null ? '' : formatNumber(entry.points), t(`grade.${entry.grade}`)].filter(Boolean).join(' · ');
  return (
    <tr>
      <td colSpan={3} className="ui-caption">
        <div>{official.reason === '' ? t('official') : t('officialWhy', { reason: official.reason })}</div>
        {self && <div>{t('self', { self })}</div>}
      </td>
    </tr>
  );
}
