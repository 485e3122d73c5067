import { useEffect, useMemo, useRef } from 'react';
import { totalScore } from '@/domain';
import { formatNumber, useT } from '@/i18n';
import { findFrame } from '@/packs';
import { Badge, Banner, Button, Card, Counter, Disclosure, Section } from '@/ui';
import { DraftField } from '../fields';
import type { BlockProps } from '../meeting-context';
import { focusIsLost, focusOn } from '../work/focus';
import { maxTheRest, scoreLines, shortfall, takeSuggestions } from '../work/score-lines';
import { useEvidence } from '../work/use-evidence';
import { useNow } from '../work/use-now';
import { useMeetingTasks } from '../work/use-tasks';
import { ScoreLineView } from './score-line';

/** The cell's own score: suggestions from the records first, judgement after, and what is still short of the best grade. */
export function ScoreBlock({ ctx }: BlockProps) {
  const t = useT('meetingWork');
  const words = useEvidence();
  const now = useNow(30);
  const { reviewed } = useMeetingTasks(ctx.meeting);
  const frame = findFrame(ctx.procedure.params.frame);
  const { meeting, procedure, cell } = ctx;
  const lines = useMemo(
    () => (frame ? scoreLines(frame, { meeting, procedure, reviewedTasks: reviewed, now, hasCommittee: cell.hasCommittee }) : []),
    [frame, meeting, procedure, reviewed, now, cell.hasCommittee],
  );
  const sum = useRef<HTMLDivElement>(null);
  const given = frame !== undefined && totalScore(frame, meeting.scores).missing === 0;
  // The button that gave the last points is gone: who works by keyboard goes on from the total.
  useEffect(() => {
    if (given && focusIsLost()) focusOn(sum.current);
  }, [given]);
  if (!frame) return <Banner tone="warn">{t('score.noFrame')}</Banner>;
  const { points, total, missing, grade } = totalScore(frame, meeting.scores);
  const { short, lost } = shortfall(frame, lines);
  const best = t(`grade.${frame.bands[0]?.grade ?? 'good'}`);
  const suggested = takeSuggestions(lines);
  const suggestions = Object.keys(suggested).length > 0;
  return (
    <Section title={t('score.title')}>
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
        <Disclosure summary={short > 0 ? t('score.short', { points: formatNumber(short), grade: best }) : t('score.enough', { grade: best })}>
          {lost.length === 0 ? (
            <p>{t('score.nothingLost')}</p>
          ) : (
            <ul className="ui-stack ui-gap-2">
              {lost.map(({ line, points: gone }) => (
                <li key={line.criterion.id}>
                  {t('score.lost', { points: formatNumber(gone), label: line.criterion.label })}
                  {line.value && !line.value.met && <span className="ui-caption"> {words(line.value)}</span>}
                </li>
              ))}
            </ul>
          )}
          <p className="ui-caption">{t('score.convention')}</p>
        </Disclosure>
      )}
      {frame.groups.map((group, index) => {
        const own = lines.filter(({ criterion }) => group.criteria.some(({ id }) => id === criterion.id));
        return (
          <Card key={group.id} level={3} title={t('score.group', { number: index + 1, label: group.label, max: group.max })}>
            {own.map((line) => <ScoreLineView key={line.criterion.id} ctx={ctx} line={line} named={own.length > 1} />)}
          </Card>
        );
      })}
      {ctx.locked ? meeting.weakness && <p>{t('score.weakness')}: {meeting.weakness}</p> : (
        <DraftField recordKey={ctx.key} field="weakness" label={t('score.weakness')} hint={t('score.weaknessHint')} />
      )}
    </Section>
  );
}
