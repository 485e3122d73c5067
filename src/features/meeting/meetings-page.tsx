import { useMemo } from 'react';
import { gradeOf, readDirectives, type Directive } from '@/domain';
import { formatDate, formatNumber, useT } from '@/i18n';
import { useCollection, useDirectory, type DirectoryEntry } from '@/storage';
import { Badge, Button, EmptyState, List, ListRow, PageHeader, Section, Spinner, Stack, type Tone } from '@/ui';

const TONES: Record<DirectoryEntry['state'], Tone> = { planned: 'info', open: 'danger', ended: 'warn', closed: 'ok', cancelled: 'neutral' };

function MeetingRow({ entry, given }: { entry: DirectoryEntry; given: readonly Directive[] }) {
  const t = useT('meeting');
  const counts = gradeOf(entry, given);
  return (
    <ListRow
      href={`/cuoc-hop/${entry.id}`}
      title={t('list.month', { kind: t(`kind.${entry.kind}`), month: Number(entry.date.slice(5, 7)) })}
      subtitle={[formatDate(entry.date), entry.time, entry.place].filter(Boolean).join(' · ')}
      trailing={
        <>
          {counts && (
            <Badge tone="gold" icon="star">
              {counts.official ? t('list.official', { grade: t(`grade.${counts.grade}`) }) : t(`grade.${counts.grade}`)}
              {counts.points !== null && ` ${formatNumber(counts.points)}`}
            </Badge>
          )}
          <Badge tone={TONES[entry.state]}>{t(`state.${entry.state}`)}</Badge>
        </>
      }
    />
  );
}

/** All meetings, the newest first, by year. */
export default function MeetingsPage() {
  const t = useT('meeting');
  const directory = useDirectory();
  const directives = useCollection('directive');
  const given = useMemo(() => readDirectives(directives ?? []), [directives]);
  const years = useMemo(() => {
    const byYear = new Map<string, DirectoryEntry[]>();
    for (const entry of directory ?? []) {
      const year = entry.date.slice(0, 4);
      byYear.set(year, [...(byYear.get(year) ?? []), entry]);
    }
    return [...byYear];
  }, [directory]);
  const create = (
    <Button variant="primary" size="large" icon="plus" href="/cuoc-hop/moi">
      {t('list.new')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('list.title')} actions={years.length > 0 ? create : undefined} />
      {!directory && <Spinner>{t('common:loading')}</Spinner>}
      {directory?.length === 0 && (
        <EmptyState icon="meeting" title={t('list.emptyTitle')} action={create}>
          {t('list.emptyText')}
        </EmptyState>
      )}
      <Stack gap={5}>
        {years.map(([year, entries]) => (
          <Section key={year} title={t('list.year', { year })}>
            <List boxed>
              {entries.map((entry) => (
                <MeetingRow key={entry.id} entry={entry} given={given} />
              ))}
            </List>
          </Section>
        ))}
        {directory && <Button variant="quiet" icon="calendar" href="/ke-hoach-nam">{t('list.plan')}</Button>}
      </Stack>
    </>
  );
}
