import { useState } from 'react';
import type { CalendarDate, LifeEvent, LifeState, LifeStep, LifeStepState, LifeVote } from '@/domain';
import { formatDate, useT } from '@/i18n';
import { Button, Icon, List, ListRow, Section, Sheet, Stack } from '@/ui';
import { StepForm } from './step-form';
import type { LifeWrite } from './use-life-write';
import { VoteForm } from './vote-form';

export interface StepsProps {
  life: LifeEvent;
  state: LifeState;
  vote: LifeVote;
  today: CalendarDate;
  /** First day of probation, of becoming official. */
  from: CalendarDate | null;
  /** A name is there. */
  named: boolean;
  put: LifeWrite;
}

/** The steps in their order: what was done when, what is next, what comes after it. */
export function Steps({ life, state, vote, today, from, named, put }: StepsProps) {
  const t = useT('life');
  const [open, setOpen] = useState<LifeStep | null>(null);
  const label = (step: LifeStep): string => t(`step.${life.kind}.${step.id}`);
  const last = state.steps.filter((one) => one.state === 'done').at(-1)?.step.id;
  const close = (): void => setOpen(null);
  return (
    <Section title={t('page.steps')}>
      {!named && <p className="ui-muted">{t('person.nameFirst')}</p>}
      <List boxed>
        {state.steps.map((one, index) => (
          <ListRow
            key={one.step.id}
            leading={one.state === 'done' ? <Icon name="check" /> : <span className="ui-strong ui-num" style={{ inlineSize: '1.4em', textAlign: 'center' }}>{index + 1}</span>}
            title={<span className={one.state === 'now' ? 'ui-strong' : undefined}>{label(one.step)}</span>}
            subtitle={<><StepText life={life} one={one} vote={vote} />{one.state === 'done' && <> · <u className="ui-strong">{t('edit')}</u></>}</>}
            // The whole line, and not a button beside it: with large letters there is no room for both.
            onClick={one.state === 'done' ? () => setOpen(one.step) : undefined}
          />
        ))}
      </List>
      {state.next && (
        <Button variant={state.progress === 'open' ? 'primary' : 'secondary'} size="large" icon="check" block disabled={!named} aria-haspopup="dialog" onClick={() => setOpen(state.next)}>
          {t('writeOf', { step: label(state.next) })}
        </Button>
      )}
      <Sheet open={open !== null} title={open ? label(open) : ''} closeLabel={t('common:close')} onClose={close} dismissible={false}>
        {open && (
          <Stack>
            {open.id === 'vote' ? (
              <VoteForm life={life} vote={vote} put={put} removable={last === 'vote' || vote.kind !== 'passed'} onDone={close} today={today} />
            ) : (
              <StepForm life={life} step={open} today={today} from={from} removable={last === open.id} put={put} onDone={close} />
            )}
          </Stack>
        )}
      </Sheet>
    </Section>
  );
}

/** Who does it, or what was written down. */
function StepText({ life, one: { step, state, on }, vote }: { life: LifeEvent; one: LifeStepState; vote: LifeVote }) {
  const t = useT('life');
  const who = t(`who.${step.who}`);
  if (state !== 'done' || !on) return t(`state.${state}`, { who });
  const { number, by, from, until, note } = life.steps[step.id];
  const parts = [
    t('state.done', { date: formatDate(on) }),
    step.id === 'vote' && vote.kind === 'passed' ? t('vote.result', { yes: vote.yes, base: vote.base, needed: vote.needed }) : '',
    number && t('state.number', { number }),
    by,
    from ? t('state.from', { date: formatDate(from) }) : '',
    until ? t('state.until', { date: formatDate(until) }) : '',
    note,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
