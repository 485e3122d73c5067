import { formatDate, formatMoment, formatNumber, formatPercent, useT } from '@/i18n';
import type { CellMonth } from '@/sync/committee';
import { Button, DefinitionList, Heading } from '@/ui';
import { cellState } from './cells';
import { GradeMark, officialWords, StateMark } from './marks';

type Meeting = CellMonth['meetings'][number];

function MeetingFacts({ cell, meeting }: { cell: CellMonth; meeting: Meeting }) {
  const t = useT('committee');
  const scored = (
    <span className="ui-row">
      {meeting.points !== null && <span className="ui-strong">{formatNumber(meeting.points)}</span>}
      {meeting.grade ? <GradeMark grade={meeting.grade} /> : <span className="ui-muted">{t('grade.none')}</span>}
      <span className="ui-caption">{officialWords(t, meeting)}</span>
    </span>
  );
  return (
    <div className="ui-stack ui-gap-2">
      <DefinitionList
        className="cm-facts"
        items={[
          { term: t('list.meeting'), value: `${formatDate(meeting.date)}, ${t(`kindShort.${meeting.kind}`)}, ${t('list.minutes', { count: meeting.minutes })}` },
          { term: t('list.attendance'), value: `${t('list.present', { present: meeting.present, expected: meeting.expected })} (${formatPercent(meeting.ratePercent)})` },
          { term: t('list.score'), value: scored },
          { term: t('list.received'), value: formatMoment(meeting.receivedAt) },
        ]}
      />
      <Button block icon="next" iconEnd href={`/cap-uy/ho-so/${meeting.submissionId}`} aria-label={t('list.openOf', { cell: cell.cell.name, date: formatDate(meeting.date) })}>
        {t('list.open')}
      </Button>
    </div>
  );
}

/** The cells of a month one under another, for a phone. */
export function CellCards({ cells, now, onCode }: { cells: readonly CellMonth[]; now: number; onCode: ((cell: CellMonth) => void) | undefined }) {
  const t = useT('committee');
  return (
    <ul role="list" className="ui-grid ui-grid-large ui-gap-3 ui-num cm-cards">
      {cells.map((cell) => (
        <li key={cell.cell.id} className="ui-card ui-stack ui-gap-3 cm-card">
          <div className="ui-row ui-spread ui-align-top">
            <Heading level={3}>{cell.cell.name}</Heading>
            <StateMark state={cellState(cell, now)} cell={cell} />
          </div>
          {cell.meetings.map((meeting) => (
            <MeetingFacts key={meeting.submissionId} cell={cell} meeting={meeting} />
          ))}
          {cell.devices === 0 && cell.meetings.length === 0 && onCode && (
            <Button block icon="key" aria-label={t('code.actionOf', { cell: cell.cell.name })} onClick={() => onCode(cell)}>{t('code.action')}</Button>
          )}
        </li>
      ))}
    </ul>
  );
}
