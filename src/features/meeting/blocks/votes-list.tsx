import { outcomeOf, type Vote } from '@/domain';
import { formatPercent, formatTime, useT } from '@/i18n';
import { Badge, List, ListRow } from '@/ui';
import type { MeetingContext } from '../meeting-context';
import { DeleteButton } from '../work/delete-button';

/** Votes that were taken, with their counts and results. */
export function VoteList({ ctx, votes }: { ctx: MeetingContext; votes: readonly Vote[] }) {
  const t = useT('meetingWork');
  return (
    <List boxed aria-label={t('vote.listLabel')}>
      {votes.map((vote) => {
        const outcome = outcomeOf(vote);
        const passed = outcome.kind === 'passed';
        const percent = formatPercent('percent' in outcome ? outcome.percent : 0);
        const question = vote.question.trim() || t(`vote.decisions.${vote.decision}`);
        return (
          <ListRow
            key={vote.id}
            title={question}
            subtitle={`${vote.ballots ? `${t('secret.counts', { ...vote.ballots })}. ` : ''}${t('vote.counts', { yes: vote.yes, no: vote.no, other: vote.other, base: vote.base, percent })} · ${formatTime(vote.at)}`}
            trailing={<Badge tone={passed ? 'ok' : 'danger'} icon={passed ? 'check' : 'close'}>{t(passed ? 'vote.passed' : 'vote.failed')}</Badge>}
            actions={
              !ctx.locked && (
                <DeleteButton label={t('vote.delete', { question })} onDelete={() => void ctx.set({ [`vote/${vote.id}`]: null, [`vote/${vote.id}/question`]: null, [`vote/${vote.id}/tellers`]: null })}>
                  {t('vote.deleteNote')}
                </DeleteButton>
              )
            }
          />
        );
      })}
    </List>
  );
}
