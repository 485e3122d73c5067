import { missingForGood, type Frame, type Gain } from '@/domain';
import { formatNumber, useT } from '@/i18n';
import { Badge, Banner, Disclosure, Sheet, Stack } from '@/ui';
import type { MeetingContext } from '../meeting-context';
import { useEvidence } from '../work/use-evidence';
import { useScoring, type Scoring } from '../work/use-scoring';

function Line({ gain }: { gain: Gain }) {
  const t = useT('meetingWork');
  const words = useEvidence();
  const { criterion, value, points, must } = gain;
  return (
    <li>
      {t('score.lost', { points: formatNumber(points), label: criterion.label })} {must && <Badge tone="warn">{t('goal.must')}</Badge>}
      {value && !value.met && <span className="ui-caption"> {words(value)}</span>}
    </li>
  );
}

/** What is still missing for the best grade: first what the room can still do. */
export function Goal({ scoring: { frame, input } }: { scoring: Scoring }) {
  const t = useT('meetingWork');
  if (!frame) return null;
  const { reached, total, short, gains, within } = missingForGood(frame, input);
  const grade = t(`grade.${frame.bands[0]?.grade ?? 'good'}`);
  const musts = gains.some(({ must }) => must);
  const groups = [
    { name: 'still', list: gains.filter(({ possible }) => possible) },
    { name: 'over', list: gains.filter(({ possible }) => !possible) },
  ].filter(({ list }) => list.length > 0);
  return (
    <Stack>
      <Banner tone={short > 0 || musts ? 'warn' : 'ok'}>
        {frame.scale
          ? t(gains.length > 0 ? 'goal.criteria' : 'goal.allMet', { n: gains.length, grade })
          : short > 0
            ? t('score.short', { points: formatNumber(short), grade })
            : t(musts ? 'goal.musts' : 'score.enough', { grade })}
        {!frame.scale && <p>{t('goal.now', { reached: formatNumber(reached), total: formatNumber(total) })}</p>}
        {!within && <p>{t('goal.outOfReach', { grade })}</p>}
      </Banner>
      {gains.length === 0 && <p>{t('score.nothingLost')}</p>}
      {groups.map(({ name, list }) => (
        <div key={name} className="ui-stack ui-gap-1">
          <p className="ui-strong">{t(`goal.${name}`)}</p>
          <ul className="ui-stack ui-gap-2">
            {list.map((gain) => <Line key={gain.criterion.id} gain={gain} />)}
          </ul>
        </div>
      ))}
      <p className="ui-caption">{t(frame.decisions ? 'goal.convention' : 'score.convention')}</p>
    </Stack>
  );
}

/** What the published form leaves open, and how it is read here. */
export function Decisions({ frame }: { frame: Frame }) {
  const t = useT('meetingWork');
  return (
    <Disclosure summary={t('goal.decisions')}>
      <ul className="ui-stack ui-gap-2" lang="vi">
        {frame.decisions?.map(({ gap, reading }) => (
          <li key={gap}>
            {gap} <b>{reading}</b>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** The same from anywhere in the meeting. */
export default function GoalSheet({ ctx, onClose }: { ctx: MeetingContext; onClose: () => void }) {
  const t = useT('meetingWork');
  const scoring = useScoring(ctx);
  return (
    <Sheet open title={t('score.goal', { grade: t(`grade.${scoring.frame?.bands[0]?.grade ?? 'good'}`) })} closeLabel={t('common:close')} onClose={onClose}>
      <Goal scoring={scoring} />
    </Sheet>
  );
}
