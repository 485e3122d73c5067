import { useMemo } from 'react';
import { paperProgress, readPaper, readTask, reviewsAt, recordKey, type Json, type PaperReview, type ReviewAt } from '@/domain';
import { formatDate, formatNumber, useT } from '@/i18n';
import { useCollection } from '@/storage';
import { Badge, Card, Chip, Row, Section, Segmented, Stack, Stepper } from '@/ui';
import { DraftField } from '../fields';
import type { BlockProps, MeetingContext } from '../meeting-context';

/** Resolutions whose review (sơ kết, tổng kết) is due at this meeting: whether it was held, how far it has got, what came of it. */
export function ResolutionReview({ ctx }: BlockProps) {
  const t = useT('resolutions');
  const papers = useCollection('paper');
  const { meeting, locked } = ctx;
  const reviews = useMemo(() => papers && reviewsAt(papers.flatMap(({ id, fields }) => readPaper(id, fields) ?? []), meeting), [papers, meeting]);
  const shown = reviews?.filter(({ held }) => held || !locked) ?? [];
  if (shown.length === 0) return null;
  return (
    <Section title={t('review.title')}>
      {!locked && <p>{t(meeting.state === 'planned' ? 'review.planned' : 'review.lead')}</p>}
      <Stack gap={3}>
        {shown.map((one) => <Review key={`${one.what}.${one.paper.id}`} ctx={ctx} review={one} />)}
      </Stack>
    </Section>
  );
}

function Review({ ctx, review }: { ctx: MeetingContext; review: ReviewAt }) {
  const t = useT('resolutions');
  const tasks = useCollection('task');
  const { paper, what, on, held } = review;
  const id = `${what}.${paper.id}`;
  const told = ctx.meeting.paperReviews.find((one) => one.id === id);
  const progress = paperProgress(tasks?.map((record) => readTask(record.id, record.fields)) ?? [], paper.id);
  const name = paper.title || t(`papers:kind.${paper.kind}`);
  const record = (percent: number | null): Record<string, Json> => ({ [`paper/${id}`]: { title: name, number: paper.number, percent } });
  const [heldOn, heldIn] = what === 'review' ? ['reviewedOn', 'reviewedIn'] : ['summarisedOn', 'summarisedIn'];
  const hold = (yes: boolean): void => {
    const key = recordKey('paper', paper.id);
    void ctx.write([
      { key, field: heldOn!, value: yes ? ctx.meeting.date : null },
      { key, field: heldIn!, value: yes ? ctx.id : null },
      ...Object.entries(yes ? record(told?.percent ?? progress.percent) : { [`paper/${id}`]: null }).map(([field, value]) => ({ key: ctx.key, field, value })),
    ]);
  };
  return (
    <Card level={3} title={t(`review.name.${what}`, { name })}>
      <p className="ui-caption">
        {[paper.number, t('review.due', { date: formatDate(on) }), progress.all > 0 ? t('progress', { done: progress.done, all: progress.all }) : ''].filter(Boolean).join(' · ')}{' '}
        {on < ctx.meeting.date && !held && <Badge tone="warn">{t('review.late')}</Badge>}
      </p>
      {!ctx.locked && ctx.meeting.state !== 'planned' && (
        <Segmented
          label={t('review.state', { name })}
          hideLabel
          options={[{ value: 'held', label: t(`review.held.${what}`) }, { value: 'open', label: t('review.open') }]}
          value={held ? 'held' : 'open'}
          onValue={(value) => hold(value === 'held')}
        />
      )}
      {held && <Percent ctx={ctx} told={told} suggested={progress.percent} name={name} onValue={(percent) => void ctx.set(record(percent))} />}
      {ctx.locked ? told?.result && <p>{told.result}</p> : <DraftField recordKey={ctx.key} field={`paper/${id}/result`} label={t('review.result')} hint={t('review.resultHint')} />}
    </Card>
  );
}

function Percent({ ctx, told, suggested, name, onValue }: { ctx: MeetingContext; told: PaperReview | undefined; suggested: number | null; name: string; onValue: (percent: number) => void }) {
  const t = useT('resolutions');
  const percent = told?.percent ?? null;
  if (ctx.locked) return percent === null ? null : <p>{t('review.done', { percent: formatNumber(percent) })}</p>;
  return (
    <Row>
      <Stepper label={t('review.percent', { name })} value={percent ?? 0} max={100} step={5} onValue={onValue} decreaseLabel={t('review.less')} increaseLabel={t('review.more')} />
      {suggested !== null && suggested !== percent && <Chip onClick={() => onValue(suggested)}>{t('review.suggested', { percent: suggested })}</Chip>}
    </Row>
  );
}
