import { useEffect } from 'react';
import { useLocation, useParams } from 'wouter';
import { findStep } from '@/domain';
import { useT } from '@/i18n';
import { Button, EmptyState, Spinner } from '@/ui';
import './meeting.css';
import { StepScreen } from './step-screen';
import { resumeStep, stepHref } from './steps';
import { useMeeting } from './use-meeting';

/** A meeting at one of its steps. The address holds the step. */
export function MeetingPage(_props: object) {
  const t = useT('meeting');
  const { id, stepId } = useParams<{ id: string; stepId?: string }>();
  const [, navigate] = useLocation();
  const ctx = useMeeting(id);
  const ready = typeof ctx === 'string' ? null : ctx;
  const found = ready && stepId ? findStep(ready.procedure, stepId) : undefined;
  const resumed = ready && !found ? resumeStep(ready.meeting, ready.procedure, ready.fields['stepId'])?.id : undefined;
  useEffect(() => {
    if (resumed) navigate(stepHref(id, resumed), { replace: true });
  }, [id, resumed, navigate]);

  if (ctx === 'loading' || (ready && !found)) return <Spinner className="meeting-wait">{t('common:loading')}</Spinner>;
  if (!ready || !found) {
    return (
      <EmptyState icon="meeting" level={1} title={t(`page.${ctx as 'missing'}`)} action={<Button href="/cuoc-hop">{t('page.list')}</Button>}>
        {t(`page.${ctx as 'missing'}Text`)}
      </EmptyState>
    );
  }
  return <StepScreen key={id} ctx={ready} step={found.step} phase={found.phase} go={(to) => navigate(to === null ? '/cuoc-hop' : stepHref(id, to))} />;
}
