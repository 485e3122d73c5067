import { daysBetween, monthOf, type CalendarDate } from '@/domain';
import { formatDate, formatMonth, useT } from '@/i18n';
import type { DirectoryEntry } from '@/storage';
import { Badge, Button, Card, Row, Stack, type Tone } from '@/ui';
import { meetingHref, rollHref } from './next-meeting';

/** The one thing to do now. */
export function MeetingCard({ entry, today }: { entry: DirectoryEntry; today: CalendarDate }) {
  const t = useT('today');
  const days = daysBetween(today, entry.date);
  const now = entry.state === 'open' || (entry.state === 'planned' && days === 0);
  const when = entry.state === 'planned' ? (days === 0 ? 'today' : days > 0 ? 'ahead' : 'passed') : entry.state;
  const tone: Tone = now ? 'danger' : when === 'ahead' ? 'info' : 'warn';
  const verb = entry.state === 'ended' ? 'finish' : entry.state === 'open' ? 'resume' : now ? 'enter' : 'prepare';
  return (
    <Card marked aria-label={t('card.label')}>
      <Stack gap={2}>
        <Row><Badge tone={tone}>{t(`when.${when}`, { count: days })}</Badge></Row>
        <h2 className="ui-h2">{t('card.title', { kind: t(`kind.${entry.kind}`), month: formatMonth(monthOf(entry.date)) })}</h2>
        <p className="ui-num">
          {entry.time && `${entry.time}, `}
          {t('card.date', { date: formatDate(entry.date) })}
          {entry.place && <span className="ui-muted"> · {entry.place}</span>}
        </p>
      </Stack>
      <Stack gap={2}>
        <Button variant="primary" size="large" icon={verb === 'prepare' ? 'edit' : 'meeting'} block href={meetingHref(entry, today)}>{t(`verb.${verb}`)}</Button>
        {now && <Button size="large" icon="members" block href={rollHref(entry)}>{t('verb.roll')}</Button>}
      </Stack>
    </Card>
  );
}
