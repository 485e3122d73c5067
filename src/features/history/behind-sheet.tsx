import { useMemo } from 'react';
import { readMember, tasksDueIn, timeliness, type CalendarDate, type Task } from '@/domain';
import { formatDate, formatMonth, formatNumber, useT } from '@/i18n';
import { useCollection } from '@/storage';
import { Badge, Button, List, ListRow, Sheet, Stack, type Tone } from '@/ui';
import { gradeNote, inWords, noteOf, type Metric } from './bars';
import type { HistoryData, Shown } from './use-history';

interface BehindProps {
  /** A month or a year; null while nothing is open. */
  opened: string | null;
  metric: Metric;
  data: HistoryData;
  today: CalendarDate;
  onClose: () => void;
}

/** The meetings behind a bar, each with its numbers and the way to it; of tasks, the tasks. */
export function BehindSheet({ opened, metric, data, today, onClose }: BehindProps) {
  const t = useT('history');
  const title = opened === null ? '' : opened.length === 4 ? t('year', { year: opened }) : t('month', { month: formatMonth(opened) });
  return (
    <Sheet open={opened !== null} title={`${t(`metric.${metric}.title`)}, ${title}`} closeLabel={t('common:close')} onClose={onClose}>
      {opened !== null && (metric === 'tasks' ? <Tasks tasks={data.tasks} period={opened} today={today} /> : <Meetings metric={metric} meetings={data.months.filter(({ month }) => month.startsWith(opened)).flatMap(({ meetings }) => meetings)} />)}
    </Sheet>
  );
}

function Meetings({ metric, meetings }: { metric: Exclude<Metric, 'tasks'>; meetings: readonly Shown[] }) {
  const t = useT('history');
  const told = (one: Shown): string => {
    if (metric === 'grades') return one.grade ? gradeNote(t, one) : t('state.ungraded');
    const measured = one[metric];
    return measured ? [inWords(t, metric, measured.value), noteOf(t, metric, one, measured)].filter(Boolean).join(' · ') : t(one.unread ? 'state.unread' : 'state.unknown');
  };
  return (
    <List boxed>
      {[...meetings].reverse().map((one) => (
        <ListRow
          key={one.id}
          href={`/cuoc-hop/${one.id}`}
          title={`${formatDate(one.date)}, ${t(`meeting:kind.${one.kind}`)}`}
          subtitle={told(one)}
          trailing={one.grade && metric === 'grades' ? <Badge tone={TONES[one.grade] ?? 'neutral'} icon={one.grade === 'good' ? 'star' : undefined}>{t(`meeting:grade.${one.grade}`)}</Badge> : undefined}
        />
      ))}
    </List>
  );
}

const TONES: Record<string, Tone> = { good: 'gold', fair: 'ok', average: 'neutral', poor: 'danger', onTime: 'ok', late: 'warn', unfinished: 'danger' };

function Tasks({ tasks, period, today }: { tasks: readonly Task[]; period: string; today: CalendarDate }) {
  const t = useT('history');
  const members = useCollection('member');
  const names = useMemo(() => new Map(members?.map(({ id, fields }) => [id, readMember(id, fields).name])), [members]);
  const { onTime, late, unfinished } = tasksDueIn(tasks, period, today);
  return (
    <Stack>
      <List boxed>
        {[...unfinished, ...late, ...onTime].map((task) => {
          const how = timeliness(task, today) ?? 'unfinished';
          const parts = [task.assigneeId ? names.get(task.assigneeId) : '', t('due', { date: formatDate(task.due ?? '') }), task.doneOn ? t('doneOn', { date: formatDate(task.doneOn) }) : ''];
          return (
            <ListRow
              key={task.id}
              href={task.meetingId ? `/cuoc-hop/${task.meetingId}` : undefined}
              title={task.what || t('unnamed')}
              subtitle={parts.filter(Boolean).join(' · ')}
              trailing={<Badge tone={TONES[how]}>{t(`timeliness.${how}`)}</Badge>}
            />
          );
        })}
      </List>
      <p className="ui-caption">{t('tasksNote', { count: formatNumber(onTime.length + late.length + unfinished.length) })}</p>
      <Button icon="task" href="/nhiem-vu">{t('toTasks')}</Button>
    </Stack>
  );
}
