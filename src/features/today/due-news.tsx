import { useMemo } from 'react';
import { bodyOf, gradesGiven, readDirectives } from '@/domain';
import { formatDate, useT } from '@/i18n';
import { useCollection, type DirectoryEntry } from '@/storage';
import { Icon, List, ListRow, Section } from '@/ui';

/** What the committee has sent and nobody of the cell has seen yet; it goes once it was looked at, on whichever device. */
export function News({ directory }: { directory: readonly DirectoryEntry[] }) {
  const t = useT('today');
  const records = useCollection('directive');
  const all = useMemo(() => readDirectives(records ?? []), [records]);
  const news = all.filter((one) => !one.seen && (one.kind !== 'officialGrade' || gradesGiven(one.meetingId, all).at(-1)?.id === one.id)).reverse();
  if (news.length === 0) return null;
  return (
    <Section title={t('news.title')}>
      <List boxed>
        {news.map((one) => {
          if (one.kind === 'guidance') {
            return <ListRow key={one.id} href="/gui-nhan" leading={<Icon name="org" />} title={<span className="ui-strong">{t('news.guided', { date: formatDate(one.from) })}</span>} subtitle={t('news.open')} />;
          }
          if (one.kind === 'body') {
            return <ListRow key={one.id} href="/gui-nhan" leading={<Icon name="org" />} title={<span className="ui-strong">{t(`news.body.${bodyOf(one).state}`, { date: formatDate(one.from) })}</span>} subtitle={t('news.open')} />;
          }
          const { id, meetingId, grade } = one;
          const date = directory.find((entry) => entry.id === meetingId)?.date;
          return (
            <ListRow
              key={id}
              href="/gui-nhan"
              leading={<Icon name="star" />}
              title={<span className="ui-strong">{t('news.graded', { grade: t(`news.grade.${grade}`) })}</span>}
              subtitle={date ? t('news.of', { date: formatDate(date) }) : t('news.open')}
            />
          );
        })}
      </List>
    </Section>
  );
}
