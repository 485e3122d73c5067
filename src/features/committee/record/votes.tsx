import { DECISIONS, votesNeeded } from '@/domain';
import { formatPercent, useT } from '@/i18n';
import type { MeetingRecord } from '@/sync/committee';
import { Badge, Heading } from '@/ui';
import type { PartProps } from '.';

function Vote({ vote }: { vote: MeetingRecord['votes'][number] }) {
  const t = useT('committee');
  const { decision, question, yes, no, other, base, passed, ballots } = vote;
  const name = t(`votes.decision.${decision}`);
  const needed = votesNeeded(base, DECISIONS[decision]);
  return (
    <li className="ui-card ui-stack ui-gap-2 cm-card">
      <div className="ui-row ui-spread ui-align-top">
        {/* The question of an internal step stays in the cell: its kind stands in its place. */}
        <Heading level={3} className="cm-question">{question === '' ? name : question}</Heading>
        <Badge tone={passed ? 'ok' : 'danger'} icon={passed ? 'check' : 'close'}>{t(passed ? 'votes.passed' : 'votes.failed')}</Badge>
      </div>
      {question !== '' && <p className="ui-caption">{name}</p>}
      <dl className="cm-counts">
        {([['yes', yes], ['no', no], ['other', other], ['base', base]] as const).map(([key, count]) => (
          <div key={key}>
            <dt className="ui-caption">{t(`votes.${key}`)}</dt>
            <dd className="ui-strong ui-num">{count}</dd>
          </div>
        ))}
      </dl>
      {ballots && (
        <p className="ui-caption ui-num">{t('votes.ballots', { ...ballots })}</p>
      )}
      <p className="ui-caption ui-num">
        {`${t('votes.of', { yes, base, percent: formatPercent(base === 0 ? 0 : (yes / base) * 100) })}. ${t(`votes.${DECISIONS[decision]}`, { needed })}.`}
      </p>
    </li>
  );
}

export function Votes({ submission: { body } }: PartProps) {
  const t = useT('committee');
  if (body.votes.length === 0) return <p className="ui-muted">{t('votes.none')}</p>;
  return (
    <ol role="list" className="ui-stack ui-gap-3">
      {body.votes.map((vote, index) => (
        <Vote key={index} vote={vote} />
      ))}
    </ol>
  );
}
