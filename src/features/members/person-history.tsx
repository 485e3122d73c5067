import { useMemo, useState } from 'react';
import { ABSENCE_REASONS, countsInHistory, personAt, readMeeting, recordKey, splitKey, summarisePerson, type Fields, type PersonAt, type RecordKey } from '@/domain';
import { formatDate, formatNumber, formatPercent, useT, type Translate } from '@/i18n';
import { useDirectory } from '@/storage';
import { useMany } from '@/storage/many';
import { Button, Card, ProgressBar } from '@/ui';
import { DotMark, Dots, type Dot } from '@/ui/charts';

/** Meetings looked at first, and added with each press. */
const SOME = 12;

const MARKS: Record<PersonAt['state'], Dot['mark']> = { present: 'full', late: 'half', leftEarly: 'half', excused: 'ring', unexcused: 'cross', notExpected: 'dash' };
const LEGEND = ['present', 'late', 'excused', 'unexcused', 'notExpected'] as const;

const readOne = (key: RecordKey, fields: Fields): ReturnType<typeof readMeeting> => readMeeting(splitKey(key).id, fields);

/** How a member came to the last meetings and spoke in them: a mark each, and the absences in words. */
export default function PersonHistory({ id }: { id: string }) {
  const t = useT('memberHistory');
  const [count, setCount] = useState(SOME);
  const directory = useDirectory();
  const held = useMemo(() => directory?.filter(countsInHistory), [directory]);
  const many = useMany(useMemo(() => held?.slice(0, count).map((entry) => recordKey('meeting', entry.id)), [held, count]), readOne);
  const meetings = useMemo(() => [...(many?.values.values() ?? [])].flatMap((meeting) => personAt(meeting, id) ?? []), [many, id]);
  if (!held || !many || held.length === 0) return null;
  const more = held.length - count;
  const absences = meetings.filter(({ state }) => state !== 'present' && state !== 'notExpected');
  return (
    <Card title={t('title')}>
      {many.done < many.total && <ProgressBar label={t('reading')} value={many.done} max={many.total} />}
      {many.done === many.total && meetings.length === 0 && <p className="ui-muted">{t('none')}</p>}
      {meetings.length > 0 && (
        <>
          <Numbers meetings={meetings} />
          <Dots label={t('dots')} dots={[...meetings].reverse().map((one) => ({ id: one.id, mark: MARKS[one.state], label: formatDate(one.date).slice(0, 5), title: `${formatDate(one.date).slice(0, 5)}/${one.date.slice(0, 4)}: ${inWords(t, one)}`, href: `/cuoc-hop/${one.id}` }))} />
          <ul role="list" className="ui-row ui-caption chart-legend">
            {LEGEND.map((state) => <li key={state} className="ui-line"><DotMark mark={MARKS[state]} />{t(`legend.${state}`)}</li>)}
          </ul>
          {absences.length > 0 && (
            <ul role="list" className="ui-stack ui-gap-1 chart-legend">
              {absences.map((one) => <li key={one.id}><span className="ui-num">{formatDate(one.date)}</span>: {inWords(t, one)}</li>)}
            </ul>
          )}
        </>
      )}
      {more > 0 && <div><Button icon="chevron-down" onClick={() => setCount(count + SOME)}>{t('more', { count: Math.min(more, SOME) })}</Button></div>}
    </Card>
  );
}

function Numbers({ meetings }: { meetings: readonly PersonAt[] }) {
  const t = useT('memberHistory');
  const { attended, expected, percent, turns, spokeIn } = summarisePerson(meetings);
  return (
    <p>
      {percent === null ? t('notAsked') : t('attended', { attended, expected, percent: formatPercent(percent) })}{' '}
      {turns === 0 ? t('silent') : t('spoke', { turns: formatNumber(turns), count: spokeIn })}
    </p>
  );
}

/** One meeting in words: how they came, why not, how often they spoke. */
function inWords(t: Translate, { state, reason, time, turns }: PersonAt): string {
  const why = reason === '' ? '' : (ABSENCE_REASONS as readonly string[]).includes(reason) ? t(`meeting:reason.${reason}`) : reason;
  return [t(`state.${state}`), state === 'late' || state === 'leftEarly' ? time : why, turns > 0 ? t('turns', { count: turns }) : ''].filter(Boolean).join(', ');
}
