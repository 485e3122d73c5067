import { lazy, Suspense } from 'react';
import { useLanguage, formatDate, useT } from '@/i18n';
import { useDirectory, useFields } from '@/storage';
import { Button, Card, PageHeader, Stack, StatusText } from '@/ui';
import { MeetingCard } from './meeting-card';
import { nextMeeting } from './next-meeting';
import { useToday } from './use-today';

export interface TodayPageProps {
  /** True when every file of the app is on this device; null while nobody knows. */
  offlineReady: boolean | null;
}

// The card stands first: what is due needs more of the book opened, and comes after the first paint.
const DueList = lazy(() => import('./due-list').then(({ DueList: list }) => ({ default: list })));
const FirstSteps = lazy(() => import('./first-steps').then(({ FirstSteps: steps }) => ({ default: steps })));

/** The front page: the next meeting and the one thing to do now, then what is due. */
export function TodayPage({ offlineReady }: TodayPageProps) {
  const t = useT('today');
  const language = useLanguage();
  const today = useToday();
  const directory = useDirectory();
  const cell = useFields('cell:cell');
  const entry = directory && nextMeeting(directory, today);
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${today}T00:00:00Z`));
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('date', { weekday, date: formatDate(today) })} />
      <Stack gap={5}>
        {entry && <MeetingCard entry={entry} today={today} />}
        {directory && !entry && directory.length > 0 && (
          <Card marked title={t('none.title')}>
            <p>{t('none.text')}</p>
            <Button variant="primary" size="large" icon="plus" block href="/cuoc-hop/moi">{t('none.plan')}</Button>
          </Card>
        )}
        <Suspense>
          {directory?.length === 0 && cell && <FirstSteps cell={cell} />}
          {directory && directory.length > 0 && cell && <DueList directory={directory} cell={cell} today={today} />}
        </Suspense>
        {offlineReady === true && <StatusText icon="phone" tone="ok">{t('offlineReady')}</StatusText>}
      </Stack>
    </>
  );
}
