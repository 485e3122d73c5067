import { useEffect, useState } from 'react';
import { timing, type Meeting, type Procedure, type Step } from '@/domain';
import { useT } from '@/i18n';
import { formatElapsed, Icon } from '@/ui';
import { nowInstant } from './clock';

/** The time now, once a second, while it matters. */
function useNow(running: boolean): string {
  const [now, setNow] = useState(nowInstant);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setNow(nowInstant()), 1000);
    return () => clearInterval(timer);
  }, [running]);
  return now;
}

/** Time of the step and of the whole. The running figures are for the eye; a tap says them in words, once. */
export function StepTimers({ meeting, procedure, step }: { meeting: Meeting; procedure: Procedure; step: Step }) {
  const t = useT('meeting');
  const [said, setSaid] = useState('');
  const now = useNow(meeting.state === 'open');
  if (!meeting.startedAt) return null;
  const { bySteps, total } = timing(meeting, now);
  const here = bySteps[step.id] ?? 0;
  const over = step.minutes !== null && step.minutes > 0 && here > step.minutes * 60;
  const least = procedure.params.minMinutes.value;
  const say = (): void => {
    const minutes = Math.floor(total / 60);
    const ofStep = step.minutes ? t('time.step', { minutes: Math.floor(here / 60), suggested: step.minutes }) : t('time.stepFree', { minutes: Math.floor(here / 60) });
    const ofAll = least === 0 ? t('time.free', { minutes }) : minutes < least ? t('time.left', { minutes, least, left: least - minutes }) : t('time.enough', { minutes, least });
    setSaid(said === '' ? `${ofStep} ${ofAll}` : '');
  };
  return (
    <>
      <button type="button" className="ui-line ui-tap meeting-time" aria-label={t('time.label')} aria-expanded={said !== ''} onClick={say}>
        <span className={`ui-line ui-num ui-tone ui-tone-${over ? 'warn' : 'neutral'}`} aria-hidden="true">
          {over && <Icon name="warning" />}
          <span>
            <span className="ui-strong">{formatElapsed(here)}</span>
            {step.minutes ? <span className="ui-caption">{t('time.of', { minutes: step.minutes })}</span> : null}
          </span>
        </span>
        <span className="ui-line ui-num" aria-hidden="true">
          <span className="ui-caption">{t('time.whole')}</span>
          <span className="ui-strong">{formatElapsed(total)}</span>
        </span>
      </button>
      <p role="status" className="ui-caption meeting-full">
        {said}
      </p>
    </>
  );
}
