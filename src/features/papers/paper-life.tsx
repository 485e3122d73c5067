import { useMemo } from 'react';
import { isResolution, paperProgress, readMeeting, readTask, recordKey, type Paper } from '@/domain';
import { formatDate, formatNumber, useT } from '@/i18n';
import { useCollection, useDirectory, useFields } from '@/storage';
import { Button, List, ListRow, ProgressBar, Section } from '@/ui';

/** What a resolution has led to: the meeting that passed it, its tasks, what its reviews found. Nothing for other documents. */
export function PaperLife({ paper }: { paper: Paper }) {
  const t = useT('papers');
  const tasks = useCollection('task');
  const directory = useDirectory();
  const progress = useMemo(() => paperProgress(tasks?.map(({ id, fields }) => readTask(id, fields)) ?? [], paper.id), [tasks, paper.id]);
  if (!isResolution(paper)) return null;
  const [reviewed, summarised] = [paper.reviewedOn && paper.reviewedIn, paper.summarisedOn && paper.summarisedIn];
  const passed = directory?.find(({ id }) => id === paper.meetingId);
  if (!passed && progress.all === 0 && !reviewed && !summarised) return null;
  return (
    <Section level={3} title={t('life.title')}>
      {progress.all > 0 && <ProgressBar label={t('life.tasks')} value={progress.done} max={progress.all} detail={`${progress.done}/${progress.all}`} tone="ok" />}
      <List boxed>
        {passed && <ListRow href={`/cuoc-hop/${passed.id}`} title={t('life.passed', { date: formatDate(passed.date) })} />}
        {reviewed && <Held paper={paper} what="review" meetingId={reviewed} />}
        {summarised && <Held paper={paper} what="summary" meetingId={summarised} />}
      </List>
      {progress.all > 0 && <div><Button icon="task" href={`/nhiem-vu?nghi-quyet=${paper.id}`}>{t('life.openTasks')}</Button></div>}
    </Section>
  );
}

function Held({ paper, what, meetingId }: { paper: Paper; what: 'review' | 'summary'; meetingId: string }) {
  const t = useT('papers');
  const fields = useFields(recordKey('meeting', meetingId));
  const told = fields && readMeeting(meetingId, fields).paperReviews.find(({ id }) => id === `${what}.${paper.id}`);
  const on = what === 'review' ? paper.reviewedOn : paper.summarisedOn;
  return (
    <ListRow
      href={`/cuoc-hop/${meetingId}`}
      title={t(`life.${what}`, { date: formatDate(on ?? '') })}
      subtitle={[told && told.percent !== null ? t('life.percent', { percent: formatNumber(told.percent) }) : '', told?.result ?? ''].filter(Boolean).join(' · ')}
    />
  );
}
