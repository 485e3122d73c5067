import { formatNumber, useT } from '@/i18n';
import { useDraft } from '@/storage';
import { Badge, Chip, Field, Row, Stack, Stepper, TextInput, VisuallyHidden } from '@/ui';
import type { MeetingContext } from '../meeting-context';
import { pointsFields, type ScoreLine } from '../work/score-lines';
import { useEcho } from '../work/use-echo';
import { useEvidence } from '../work/use-evidence';

function Reason({ ctx, line }: { ctx: MeetingContext; line: ScoreLine }) {
  const t = useT('meetingWork');
  const draft = useDraft(ctx.key, `score/${line.criterion.id}/reason`, line.entry?.reason ?? '');
  return (
    <Field label={t('score.reason')}>
      <TextInput autoComplete="off" value={draft.value} onValue={draft.set} onBlur={() => void draft.flush()} />
    </Field>
  );
}

/** One criterion: what the records say, what they suggest, and the points given. */
export function ScoreLineView({ ctx, line, named, met }: { ctx: MeetingContext; line: ScoreLine; named: boolean; met: boolean }) {
  const t = useT('meetingWork');
  const words = useEvidence();
  const { criterion, value, suggestion, entry } = line;
  const [points, setPoints] = useEcho<number | null>(entry?.points ?? null, (next) => ctx.set(next === null ? {} : pointsFields(line, next)));
  const quick = met ? [1, 0].map((one) => ({ points: one, label: t(`score.met.${one}`) })) : [
    ...(suggestion === null ? [] : [{ points: suggestion, label: t('score.suggested', { points: formatNumber(suggestion) }) }]),
    ...(suggestion === criterion.max ? [] : [{ points: criterion.max, label: t('score.full', { points: criterion.max }) }]),
  ];
  return (
    <Stack gap={2}>
      <Row spread>
        <span className={named ? 'ui-strong ui-grow' : 'ui-grow'}>{criterion.label}</span>
        <Badge tone={points === null ? 'neutral' : points < criterion.max ? 'warn' : 'ok'}>
          {points === null ? t('score.notYet') : met ? t(`score.met.${points > 0 ? 1 : 0}`) : t('score.points', { points: formatNumber(points), max: criterion.max })}
        </Badge>
      </Row>
      {criterion.evidenceKey && <p className="ui-caption">{words(value)}</p>}
      {!ctx.locked && (
        <>
          <Row>
            {quick.map((one) => (
              <Chip key={one.points} pressed={points === one.points} onClick={() => void setPoints(one.points)}>
                {one.label}
                <VisuallyHidden>{`: ${criterion.label}`}</VisuallyHidden>
              </Chip>
            ))}
            {!met && <Stepper
              label={<VisuallyHidden>{t('score.give', { label: criterion.label })}</VisuallyHidden>}
              value={points ?? 0}
              max={criterion.max}
              step={0.5}
              onValue={(next) => void setPoints(next)}
              decreaseLabel={t('less')}
              increaseLabel={t('more')}
            />}
          </Row>
          {points !== null && suggestion !== null && points !== suggestion && <Reason ctx={ctx} line={line} />}
        </>
      )}
      {ctx.locked && entry?.reason && <p>{entry.reason}</p>}
    </Stack>
  );
}
