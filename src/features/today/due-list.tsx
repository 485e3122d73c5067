import { useEffect, useMemo, useState } from 'react';
import { appraisalId, appraisalsDue, dateInVietnam, isReviewed, monthOf, profileOn, readAppraisal, readCell, readMember, readTask, yearOf, type CalendarDate, type Fields } from '@/domain';
import { formatDate, formatMonth, useT } from '@/i18n';
import { procedureFor } from '@/packs';
import { BOOK_NAMES, readSetting, useBook, useCollection, useFields, type DirectoryEntry } from '@/storage';
import { useSyncStatus } from '@/sync';
import { Icon, List, ListRow, Section, type IconName } from '@/ui';
import { dueItems, lastClosed, upcoming, type Due } from './due';

/** What is late by the calendar is red; the rest only stands first. */
const CALM: readonly Due['id'][] = ['review', 'refused', 'signedOut', 'backup'];

const ICONS: Record<Due['id'], IconName> = {
  notHeld: 'calendar',
  passed: 'calendar',
  documents: 'document',
  minutes: 'edit',
  post: 'document',
  tasks: 'task',
  appraisals: 'star',
  review: 'warning',
  refused: 'cloud-off',
  signedOut: 'cloud-off',
  toSend: 'cloud-wait',
  storage: 'shield',
  backup: 'shield',
  neverBackedUp: 'shield',
};

/** What is due. It reads more of the book than the card above it, so it comes in when it is ready. */
export function DueList({ directory, cell, today }: { directory: readonly DirectoryEntry[]; cell: Fields; today: CalendarDate }) {
  const t = useT('today');
  const { dues, ready } = useDues(directory, cell, today);
  const text = ({ id, date, count, late }: Due, part: string): string =>
    t(`due.${id}.${part === 'hint' && late ? 'late' : part}`, { date: formatDate(date ?? today), month: formatMonth(monthOf(date ?? today)), count: count ?? 0 });
  return (
    <Section title={t('due.title')}>
      {dues.length === 0 ? (
        ready && <p className="ui-line"><Icon name="check" />{t('due.none')}</p>
      ) : (
        <List boxed>
          {dues.map((due) => (
            <ListRow
              key={due.id + due.key}
              href={due.href}
              leading={<Icon name={ICONS[due.id]} />}
              title={<span className="ui-strong">{text(due, 'title')}</span>}
              subtitle={<span className={due.late && !CALM.includes(due.id) ? 'ui-error' : undefined}>{text(due, 'hint')}</span>}
            />
          ))}
        </List>
      )}
    </Section>
  );
}

function useDues(directory: readonly DirectoryEntry[], cell: Fields, today: CalendarDate): { dues: Due[]; ready: boolean } {
  const { meetingDay } = readCell(cell);
  const next = useFields(`meeting:${upcoming(directory, today)?.id ?? 'none'}`);
  const closed = useFields(`meeting:${lastClosed(directory)?.id ?? 'none'}`);
  const tasks = useCollection('task');
  const reviews = useCollection('review');
  const submissions = useCollection('submission');
  const sync = useSyncStatus();
  const persisted = usePersisted();
  const lastBackup = useLastBackup();
  const params = procedureFor('regular', profileOn(cell, today))?.params;
  const dues = dueItems({
    today,
    directory,
    meetingDay,
    leadDays: params?.documentsLeadDays.value ?? 1,
    publishDays: params?.publishWithinDays.value ?? 2,
    documentsSent: next && Boolean(next['prep/documentsSentOn']),
    posted: closed && Boolean(closed['post/postedOn']),
    tasks: tasks?.map(({ id, fields }) => readTask(id, fields)),
    appraisals: useAppraisalsDue(today),
    reviews: reviews?.filter(({ fields }) => fields['done'] !== true).length ?? 0,
    refused: submissions?.filter(({ fields }) => fields['refused'] && !fields['receipt']).length ?? 0,
    toSend: sync.phase === 'none' ? 0 : sync.toSend,
    signedOut: sync.phase === 'signedOut',
    persisted,
    lastBackup,
  });
  return { dues, ready: Boolean(next && closed && tasks && reviews && submissions) };
}

/** Whose yearly review still waits for the cell's vote [APR-9]; nobody before all is read. */
function useAppraisalsDue(today: CalendarDate): number {
  const members = useCollection('member');
  const records = useCollection('appraisal');
  return useMemo(() => {
    if (!members || !records) return 0;
    const reviews = new Map(records.map(({ id, fields }) => [id, readAppraisal(id, fields)]));
    const people = members.map(({ id, fields }) => readMember(id, fields)).filter((member) => member.name !== '' && isReviewed(member, today));
    return appraisalsDue(people.map((member) => ({ member, appraisal: reviews.get(appraisalId(yearOf(today), member.id)) ?? null })), today);
  }, [members, records, today]);
}

/** Whether the browser has promised to keep the data; null where it cannot be asked. */
function usePersisted(): boolean | null {
  const [persisted, setPersisted] = useState<boolean | null>(null);
  useEffect(() => {
    void navigator.storage?.persisted?.().then(setPersisted, () => undefined);
  }, []);
  return persisted;
}

/** The day of the last backup, null for never; undefined while it is being read, and for the try-out, where nothing is real. */
function useLastBackup(): CalendarDate | null | undefined {
  const book = useBook();
  const [day, setDay] = useState<CalendarDate | null>();
  useEffect(() => {
    if (book.db.name === BOOK_NAMES.real) void readSetting<string>(book, 'lastBackupAt').then((at) => setDay(at ? dateInVietnam(at) : null), () => undefined);
  }, [book]);
  return day;
}
