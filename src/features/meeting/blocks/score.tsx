import { lazy, Suspense, useEffect, useMemo, useRef } from 'react';
import { totalScore } from '@/domain';
import { formatNumber, useT } from '@/i18n';
import { Badge, Banner, Button, Card, Counter, Disclosure, Section } from '@/ui';
import { DraftField } from '../fields';
import type { BlockProps } from '../meeting-context';
import { focusIsLost, focusOn } from '../work/focus';
import { TaskBasis } from '../work/later';
import { maxTheRest, scoreLines, takeSuggestions } from '../work/score-lines';
import { useScoring } from '../work/use-scoring';
import { OfficialGrade } from './official';
import { ScoreLineView } from './score-line';

const Goal = lazy(async () => ({ default: (await import('./goal')).Goal }));
const Decisions = lazy(async () => ({ default: (await import('./goal')).Decisions }));

/** The cell's own score: suggestions from the records first, judgement after, and what is still short of the best grade. */
export function ScoreBlock({ ctx, step }: BlockProps) {
  const t = useT('meetingWork');
  const { meeting } = ctx;
  const scoring = useScoring(ctx);
  const { frame, input, scorer, ready } = scoring;
  const lines = useMemo(() => (frame && ready ? scoreLines(frame, input, scorer) : []), [frame, input, scorer, ready]);
  const sum = useRef<HTMLDivElement>(null);
  const given = frame !== undefined && totalScore(frame, meeting.scores, meeting.kind).missing === 0;
  // The button that gave the last points is gone: who works by keyboard goes on from the total.
  useEffect(() => {
    if (given && focusIsLost()) focusOn(sum.current);
  }, [given]);
  if (!frame) return <Banner tone="warn">{t('score.noFrame')}</Banner>;
  const { points, total, missing, grade } = totalScore(frame, meeting.scores, meeting.kind);
  const best = t(`grade.${frame.bands[0]?.grade ?? 'good'}`);
  const suggested = takeSuggestions(lines);
  const suggestions = Object.keys(suggested).length > 0;
  return (
    <Section title={t('score.title')}>
      {ctx.locked && <OfficialGrade ctx={ctx} step={step} />}
      <p className="ui-caption">{t('score.frame', { title: frame.title, basis: frame.basis })} {t(`score.status.${frame.status}`)}</p>
      <div ref={sum} tabIndex={-1} aria-live="polite" className="ui-row ui-spread">
        <Counter value={formatNumber(points)} of={`/${total}`} caption={missing > 0 ? t('score.missing', { count: missing }) : t('score.allGiven')} />
        {grade && <Badge tone={grade === 'good' ? 'gold' : 'neutral'} icon={grade === 'good' ? 'star' : undefined}>{t('score.grade', { grade: t(`grade.${grade}`) })}</Badge>}
      </div>
      {!ctx.locked && missing > 0 && (
        // Full points for the rest come second: what the records say goes first.
        <Button size="large" variant="primary" block icon="check" onClick={() => void ctx.set(suggestions ? suggested : maxTheRest(lines))}>
          {t(suggestions ? 'score.take' : 'score.rest')}
        </Button>
      )}
      {!ctx.locked && (
        <Disclosure summary={t('score.goal', { grade: best })}>
          <Suspense>
            <Goal scoring={scoring} />
          </Suspense>
        </Disclosure>
      )}
      {frame.decisions && (
        <Suspense>
          <Decisions frame={frame} />
        </Suspense>
      )}
      {frame.groups.map((group, index) => {
        const own = lines.filter(({ criterion }) => group.criteria.some(({ id }) => id === criterion.id));
        return (
          own.length > 0 && (
            <Card key={group.id} level={3} title={frame.scale ? `${index + 1}. ${group.label}` : t('score.group', { number: index + 1, label: group.label, max: own.reduce((sum, line) => sum + line.criterion.max, 0) })}>
              {own.map((line) => <ScoreLineView key={line.criterion.id} ctx={ctx} line={line} named={own.length > 1} met={frame.scale !== undefined} />)}
              {own.some(({ value }) => value?.key === 'tasks') && <TaskBasis ctx={ctx} step={step} />}
            </Card>
          )
        );
      })}
      {ctx.locked ? meeting.weakness && <p>{t('score.weakness')}: {meeting.weakness}</p> : (
        <DraftField recordKey={ctx.key} field="weakness" label={t('score.weakness')} hint={t('score.weaknessHint')} />
      )}
    </Section>
  );
}
