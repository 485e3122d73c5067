import { useEffect, useRef, useState } from 'react';
import { useT } from '@/i18n';
import { Button, Section } from '@/ui';
import type { BlockProps } from '../meeting-context';
import { Resolutions } from '../work/later';
import { VoteForm } from './votes-form';
import { VoteList } from './votes-list';

/** Votes by show of hands at a step: those taken, and one being taken. */
export function VotesBlock({ ctx, step }: BlockProps) {
  const t = useT('meetingWork');
  const votes = ctx.meeting.votes.filter(({ stepId }) => stepId === step.id);
  const begun = ctx.meeting.voteDrafts[step.id] !== undefined || Boolean(ctx.fields[`voteDraft/${step.id}/question`]);
  const [another, setAnother] = useState(false);
  const [recorded, setRecorded] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  // The button that recorded the vote is gone: who works by keyboard goes on from the result.
  useEffect(() => {
    if (recorded > 0) list.current?.focus();
  }, [recorded]);
  const form = !ctx.locked && (votes.length === 0 || begun || another);
  return (
    <Section title={t('vote.title')}>
      {votes.length > 0 && (
        <div ref={list} tabIndex={-1}>
          <VoteList ctx={ctx} votes={votes} />
        </div>
      )}
      {!ctx.locked && votes.some(({ decision }) => decision === 'resolution') && <Resolutions ctx={ctx} step={step} />}
      {form ? (
        <VoteForm
          key={recorded}
          ctx={ctx}
          step={step}
          onRecorded={() => {
            setAnother(false);
            setRecorded((n) => n + 1);
          }}
        />
      ) : (
        !ctx.locked && <Button icon="plus" onClick={() => setAnother(true)}>{t('vote.another')}</Button>
      )}
      {ctx.locked && votes.length === 0 && <p className="ui-muted">{t('vote.none')}</p>}
    </Section>
  );
}
