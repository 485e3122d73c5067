import { useState } from 'react';
import { lifeThreshold, type CalendarDate, type LifeEvent, type LifeVote } from '@/domain';
import { formatDate, formatNumber, useT } from '@/i18n';
import { Banner, Button, Disclosure, List, ListRow, Row, Stack, Stepper } from '@/ui';
import { TypedDate } from '../date-field';
import type { LifeWrite } from './use-life-write';
import { useVotes } from './use-votes';

interface VoteFormProps {
  life: LifeEvent;
  vote: LifeVote;
  today: CalendarDate;
  /** Nothing that follows from it has been written. */
  removable: boolean;
  put: LifeWrite;
  onDone: () => void;
}

const EMPTY = { 'vote/link': null, 'vote/on': null, 'vote/yes': null, 'vote/base': null };

/** Where the cell's vote is: in a meeting to come, in one of the book, or on paper. */
export function VoteForm({ life, vote, today, removable, put, onDone }: VoteFormProps) {
  const t = useT('life');
  const votes = useVotes(life);
  const threshold = lifeThreshold(life);
  const write = (patch: Parameters<LifeWrite>[0], said?: string): void => {
    onDone();
    void put({ ...EMPTY, ...patch }, said);
  };
  return (
    <>
      {threshold && <p className="ui-strong">{t(`vote.${threshold}`)}</p>}
      {(vote.kind === 'passed' || vote.kind === 'failed') && (
        <Banner tone={vote.kind === 'passed' ? 'ok' : 'danger'} title={formatDate(vote.on)}>
          {t('vote.result', { yes: formatNumber(vote.yes), base: formatNumber(vote.base), needed: formatNumber(vote.needed) })}
        </Banner>
      )}
      <p>{t('vote.inMeeting')}</p>
      <Row>
        {life.link ? <Button icon="meeting" href={`/cuoc-hop/${life.link.meetingId}`}>{t('vote.openMeeting')}</Button> : <Button icon="calendar" href="/cuoc-hop/moi">{t('vote.plan')}</Button>}
      </Row>
      <Disclosure summary={t('vote.fromBook')}>
        {votes === undefined ? (
          <p>{t('vote.reading')}</p>
        ) : votes.length === 0 ? (
          <p className="ui-muted">{t('vote.noneInBook')}</p>
        ) : (
          <List boxed>
            {votes.map(({ meeting, vote: one }) => (
              <ListRow
                key={one.id}
                onClick={() => write({ 'vote/link': `${meeting.id}/${one.id}` })}
                title={one.question}
                subtitle={`${t('vote.row', { date: formatDate(meeting.date) })} · ${t('vote.counts', { yes: formatNumber(one.yes), base: formatNumber(one.base) })}`}
              />
            ))}
          </List>
        )}
      </Disclosure>
      <Disclosure summary={t('vote.byHand')} open={life.byHand !== null}>
        <ByHand life={life} today={today} onSave={write} />
      </Disclosure>
      {removable && (life.link || life.byHand) && <Button variant="quiet" icon="undo" onClick={() => write({}, t('cleared'))}>{t('vote.remove')}</Button>}
    </>
  );
}

/** A vote that was taken outside the book: its day and two numbers. */
function ByHand({ life, today, onSave }: { life: LifeEvent; today: CalendarDate; onSave: (patch: Parameters<LifeWrite>[0]) => void }) {
  const t = useT('life');
  const [on, setOn] = useState<CalendarDate | null>(life.steps.vote.on ?? today);
  const [yes, setYes] = useState(life.byHand?.yes ?? 0);
  const [base, setBase] = useState(life.byHand?.base ?? 0);
  const [asked, setAsked] = useState(false);
  const wrong = base === 0 || yes > base;
  const save = (): void => {
    setAsked(true);
    if (on && !wrong) onSave({ 'vote/on': on, 'vote/yes': yes, 'vote/base': base });
  };
  const stepper = (label: string, value: number, set: (value: number) => void) => <Stepper label={label} value={value} max={999} onValue={set} decreaseLabel={t('vote.less')} increaseLabel={t('vote.more')} />;
  return (
    <Stack>
      <TypedDate label={t('day.vote')} value={on} onDate={setOn} latest={today} missing={asked ? t('dayMissing') : undefined} />
      {stepper(t('vote.base'), base, setBase)}
      {stepper(t('vote.yes'), yes, setYes)}
      {asked && wrong && <Banner tone="danger">{t('vote.wrongCount')}</Banner>}
      <Button icon="check" block onClick={save}>{t('save')}</Button>
    </Stack>
  );
}
