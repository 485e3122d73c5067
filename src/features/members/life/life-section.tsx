import { useState } from 'react';
import { addDays, lifeOffers, lifeState, personOf, probationEnd, probationFrom, standingOn, statusOn, type CalendarDate, type LifeWithVote, type Member } from '@/domain';
import { formatDate, useT } from '@/i18n';
import { useLives } from '@/storage/lives';
import { Badge, Banner, Button, Card, List, ListRow, Sheet } from '@/ui';
import { lifeHref, useBegin } from './begin';

/** How long before its end the probation is spoken of, days. */
const AHEAD = 60;

/** What happened in a member's life in the Party, newest first, and the way to begin something. */
export default function LifeSection({ member, today }: { member: Member; today: CalendarDate }) {
  const t = useT('life');
  const begin = useBegin(today);
  const all = useLives();
  const [open, setOpen] = useState(false);
  if (!all || member.name === '') return null;
  const lives = all.map(({ life }) => life);
  const own = all.filter(({ life }) => personOf(life) === member.id).sort((a, b) => (lastDay(a) < lastDay(b) ? 1 : -1));
  const offers = lifeOffers(member, today, lives);
  const from = standingOn(member, today) === 'probationary' && !member.officialOn && statusOn(member, today) === 'active' ? probationFrom(member, lives) : null;
  const end = from && offers.includes('official') ? probationEnd(from) : null;
  return (
    <Card title={t('section.title')}>
      {end && end <= addDays(today, AHEAD) && (
        <Banner tone={end < today ? 'danger' : 'warn'} action={<Button variant="primary" onClick={() => void begin('official', member.id)}>{t('section.probationButton')}</Button>}>
          {t('section.probation', { date: formatDate(end) })}
        </Banner>
      )}
      {own.length === 0 ? (
        <p className="ui-muted">{t('section.none')}</p>
      ) : (
        <List aria-label={t('section.title')}>
          {own.map((one) => <LifeRow key={one.life.id} one={one} />)}
        </List>
      )}
      {offers.length > 0 && <Button icon="plus" aria-haspopup="dialog" onClick={() => setOpen(true)}>{t('section.begin')}</Button>}
      <Sheet open={open} title={t('section.which')} closeLabel={t('common:close')} onClose={() => setOpen(false)}>
        <List>
          {offers.map((kind) => (
            <ListRow key={kind} onClick={() => void begin(kind, member.id)} title={<span className="ui-strong">{t(`kind.${kind}`)}</span>} subtitle={t(`hint.${kind}`)} />
          ))}
        </List>
      </Sheet>
    </Card>
  );
}

const lastDay = ({ life, vote }: LifeWithVote): CalendarDate => lifeState(life, vote).steps.reduce((last, { on }) => (on && on > last ? on : last), life.openedOn);

/** One event: what it is, what comes next or when it was done. With a name where it stands among those of others, all of them under way. */
export function LifeRow({ one: { life, vote }, name }: { one: LifeWithVote; name?: string }) {
  const t = useT('life');
  const { progress, next, steps } = lifeState(life, vote);
  const done = steps.filter(({ state }) => state === 'done').at(-1);
  const until = progress === 'running' && done ? life.steps[done.step.id].until : null;
  const words = [
    name === undefined ? '' : t(`kind.${life.kind}`),
    next && progress === 'open' ? t('section.next', { step: t(`step.${life.kind}.${next.id}`) }) : done?.on ? `${t(`step.${life.kind}.${done.step.id}`)}: ${formatDate(done.on)}` : t('section.opened', { date: formatDate(life.openedOn) }),
    until ? t('state.until', { date: formatDate(until) }) : '',
  ];
  return (
    <ListRow
      href={lifeHref(life.id)}
      title={name ?? t(`kind.${life.kind}`)}
      subtitle={words.filter((word) => word !== '').join(' · ')}
      trailing={name === undefined && <Badge tone={progress === 'open' ? 'info' : progress === 'running' ? 'warn' : progress === 'done' ? 'ok' : 'neutral'}>{t(`progress.${progress}`)}</Badge>}
    />
  );
}
