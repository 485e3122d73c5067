import { formatDate, formatMoment, formatMonth, formatNumber, formatPercent, useT } from '@/i18n';
import type { CellMonth } from '@/sync/committee';
import { Button, Icon, Table, VisuallyHidden } from '@/ui';
import { cellState, type SortKey, type View } from './cells';
import { FIRST_DOWN } from './list-controls';
import { GradeMark, officialWords, StateMark } from './marks';

interface TableProps {
  cells: readonly CellMonth[];
  month: string;
  now: number;
  view: View;
  onView: (view: View) => void;
  /** Left out for whom codes are not theirs to give. */
  onCode: ((cell: CellMonth) => void) | undefined;
}
type Meeting = CellMonth['meetings'][number];

function SortHead({ by, label, view, onView }: { by: SortKey; label: string } & Pick<TableProps, 'view' | 'onView'>) {
  const sorted = view.sort === by;
  return (
    <th scope="col" aria-sort={sorted ? (view.down ? 'descending' : 'ascending') : undefined}>
      <button type="button" className="ui-line ui-tap cm-head" onClick={() => onView({ ...view, sort: by, down: sorted ? !view.down : FIRST_DOWN[by] })}>
        <span>{label}</span>
        {sorted && <Icon name="chevron-down" className={view.down ? undefined : 'cm-up'} />}
      </button>
    </th>
  );
}

function NoValue() {
  const t = useT('committee');
  return (
    <>
      <span aria-hidden="true" className="ui-muted">–</span>
      <VisuallyHidden>{t('list.noValue')}</VisuallyHidden>
    </>
  );
}

function MeetingCells({ cell, meeting }: { cell: CellMonth; meeting: Meeting }) {
  const t = useT('committee');
  const [time, date] = formatMoment(meeting.receivedAt).split(' ');
  return (
    <>
      <td className="cm-keep">
        <span>{formatDate(meeting.date)}</span>
        <span className="ui-caption">{`${t(`kindShort.${meeting.kind}`)}, ${t('list.minutes', { count: meeting.minutes })}`}</span>
      </td>
      <td className="cm-keep">
        <span>{formatPercent(meeting.ratePercent)}</span>
        <span className="ui-caption">{t('list.present', { present: meeting.present, expected: meeting.expected })}</span>
      </td>
      <td className="cm-keep">
        <span className="ui-line">
          {meeting.points === null ? <NoValue /> : <span className="ui-strong cm-points">{formatNumber(meeting.points)}</span>}
          {meeting.grade && <GradeMark grade={meeting.grade} />}
        </span>
        <span className="ui-caption">{officialWords(t, meeting)}</span>
      </td>
      <td className="cm-keep">
        <span>{date}</span>
        <span className="ui-caption">{time}</span>
      </td>
      <td className="cm-action ui-no-print">
        <Button href={`/cap-uy/ho-so/${meeting.submissionId}`} aria-label={t('list.openOf', { cell: cell.cell.name, date: formatDate(meeting.date) })}>
          {t('list.open')}
        </Button>
      </td>
    </>
  );
}

function CellRows({ cell, now, onCode }: { cell: CellMonth } & Pick<TableProps, 'now' | 'onCode'>) {
  const t = useT('committee');
  const state = cellState(cell, now);
  const rows = Math.max(1, cell.meetings.length);
  const first = cell.meetings[0];
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" rowSpan={rows} className="cm-cell">{cell.cell.name}</th>
        <td rowSpan={rows}><StateMark state={state} cell={cell} /></td>
        {first ? (
          <MeetingCells cell={cell} meeting={first} />
        ) : (
          <>
            <td><NoValue /></td>
            <td><NoValue /></td>
            <td><NoValue /></td>
            <td><NoValue /></td>
            <td className="cm-action ui-no-print">
              {cell.devices === 0 && onCode && (
                <Button icon="key" aria-label={t('code.actionOf', { cell: cell.cell.name })} onClick={() => onCode(cell)}>{t('code.short')}</Button>
              )}
            </td>
          </>
        )}
      </tr>
      {cell.meetings.slice(1).map((meeting) => (
        <tr key={meeting.submissionId}>
          <MeetingCells cell={cell} meeting={meeting} />
        </tr>
      ))}
    </tbody>
  );
}

/** The cells of a month in rows, sorted by a tap on a column's head. */
export function CellTable({ cells, month, now, view, onView, onCode }: TableProps) {
  const t = useT('committee');
  const head = { view, onView };
  return (
    <Table caption={t('list.caption', { month: formatMonth(month) })} hideCaption className="cm-table ui-num">
      <thead>
        <tr>
          <SortHead by="name" label={t('list.cell')} {...head} />
          <SortHead by="state" label={t('list.state')} {...head} />
          <SortHead by="date" label={t('list.meeting')} {...head} />
          <SortHead by="rate" label={t('list.attendance')} {...head} />
          <SortHead by="points" label={t('list.score')} {...head} />
          <SortHead by="received" label={t('list.received')} {...head} />
          <th scope="col" className="ui-no-print"><VisuallyHidden>{t('list.actions')}</VisuallyHidden></th>
        </tr>
      </thead>
      {cells.map((cell) => (
        <CellRows key={cell.cell.id} cell={cell} now={now} onCode={onCode} />
      ))}
    </Table>
  );
}
