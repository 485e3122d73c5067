import { useEffect, useMemo, useState } from 'react';
import { appraisalId, appraisalsDue, dateInVietnam, dutyDues, isReviewed, lifeDues, monthOf, planDues, plannedOn, planState, profileOn, quarterNumeral, quarterOf, readAppraisal, readCell, readDuty, readMember, readTask, readYearPlan, wantsNextPlan, withPreparation, yearOf, type CalendarDate, type Fields, type PlanIssue } from '@/domain';
import { formatDate, formatMonth, loadNamespaces, useT, type Translate } from '@/i18n';
import { procedureFor } from '@/packs';
import { BOOK_NAMES, readSetting, useBook, useCollection, useFields, type DirectoryEntry } from '@/storage';
import { useGuidedCell } from '@/storage/guided';
import { useLives } from '@/storage/lives';
import { useSyncStatus } from '@/sync';
import { Icon, List, ListRow, Section, type IconName } from '@/ui';
import { dueItems, lastClosed, upcoming, type Due, type DueInput } from './due';
import { News } from './due-news';

/** What is late by the calendar is red; the rest only stands first. */
const CALM: readonly Due['id'][] = ['review', 'refused', 'signedOut', 'backup'];

const ICONS: Record<Due['id'], IconName> = {
  plan: 'calendar',
  nextPlan: 'calendar',
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
  probation: 'members',
  ends: 'clock',
  decision: 'clock',
  duties: 'task',
};

/** What is due. It reads more of the book than the card above it, so it comes in when it is ready. */
export function DueList({ directory, cell, today }: { directory: readonly DirectoryEntry[]; cell: Fields; today: CalendarDate }) {
  const t = useT('today');
  const { dues, ready } = useDues(directory, cell, today);
  const text = ({ id, key, date, count, name, late, issue, planned }: Due, part: 'title' | 'hint'): string => {
    if (issue) return t(`plan:issue.${issue.what}.${part === 'hint' ? 'text' : part}`, issueWords(t, issue));
    const hint = late ? 'late' : planned ? 'planned' : 'hint';
    return t(`due.${id}.${part === 'hint' ? hint : part}`, { date: formatDate(date ?? today), month: formatMonth(monthOf(date ?? today)), count: count ?? 0, year: key, name: name ?? '' });
  };
  return (
    <>
      <News directory={directory} />
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
    </>
  );
}

/** What the words of the plan speak of: here always one month, one quarter. */
function issueWords(t: Translate, { on, months, quarters, milestone }: PlanIssue): Record<string, string | number> {
  return {
    date: formatDate(on),
    months: Number(months?.[0]?.slice(5)),
    quarters: t('plan:quarter', { roman: quarterNumeral(quarters?.[0] ?? 0) }),
    milestone: milestone ? t(`plan:milestone.${milestone}.do`) : '',
  };
}

function useDues(directory: readonly DirectoryEntry[], cell: Fields, today: CalendarDate): { dues: Due[]; ready: boolean } {
  const { meetingDay } = readCell(cell);
  const next = useFields(`meeting:${upcoming(directory, today)?.id ?? 'none'}`);
  const closed = useFields(`meeting:${lastClosed(directory)?.id ?? 'none'}`);
  const tasks = useCollection('task');
  const people = usePeople(today);
  const reviews = useCollection('review');
  const submissions = useCollection('submission');
  const sync = useSyncStatus();
  const persisted = usePersisted();
  const lastBackup = useLastBackup();
  const guided = useGuidedCell() ?? cell;
  const params = procedureFor('regular', profileOn(guided, today))?.params;
  const plan = usePlan(directory, cell, today, params?.documentsLeadDays.value ?? 1);
  const dues = dueItems({
    today,
    directory,
    meetingDay,
    ...plan,
    leadDays: params?.documentsLeadDays.value ?? 1,
    publishDays: params?.publishWithinDays.value ?? 2,
    documentsSent: next && Boolean(next['prep/documentsSentOn']),
    posted: closed && Boolean(closed['post/postedOn']),
    tasks: tasks?.map(({ id, fields }) => readTask(id, fields)),
    appraisals: useAppraisalsDue(today),
    ...people,
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

/** The thematic meeting under preparation: what it notes of its theme goes before the plan's reminders. */
const themeOfQuarter = (directory: readonly DirectoryEntry[], today: CalendarDate): DirectoryEntry | undefined =>
  directory.find(({ kind, state, date }) => state === 'planned' && (kind === 'thematic' || kind === 'combined') && yearOf(date) === yearOf(today) && quarterOf(date) === quarterOf(today));

/** What the year plan says of the day; its words are fetched where there is one. Nothing of it is shown before. */
function usePlan(directory: readonly DirectoryEntry[], cell: Fields, today: CalendarDate, leadDays: number): Pick<DueInput, 'planned' | 'plan' | 'nextPlan'> {
  const year = yearOf(today);
  const fields = useFields(`plan:${year}`);
  const next = useFields(`plan:${year + 1}`);
  const theme = useFields(`meeting:${themeOfQuarter(directory, today)?.id ?? 'none'}`);
  const plan = fields ? readYearPlan(String(year), fields) : null;
  const isThere = plan !== null;
  const [worded, setWorded] = useState(false);
  useEffect(() => {
    if (isThere) void loadNamespaces(['plan']).then(() => setWorded(true), () => undefined);
  }, [isThere]);
  if (!plan || !next || !theme || !worded) return { planned: null, plan: [], nextPlan: null };
  const known = themeOfQuarter(directory, today);
  const meetings = directory.map((entry) => (entry === known ? withPreparation(entry, theme) : entry));
  const years = [year, ...(readYearPlan(String(year + 1), next) ? [year + 1] : [])];
  return {
    planned: plannedOn(plan, monthOf(today)),
    plan: planDues(planState(plan, meetings, today, { leadDays, hasCommittee: readCell(cell).hasCommittee })),
    nextPlan: wantsNextPlan(today, years) ? year + 1 : null,
  };
}

/** What of the members' lives and duties is due; nothing of either until all of it has been read. */
function usePeople(today: CalendarDate): Pick<DueInput, 'lives' | 'duties'> {
  const records = useCollection('member');
  const lives = useLives();
  const duties = useCollection('duty');
  return useMemo(() => {
    if (!records || !lives || !duties) return {};
    const members = records.map(({ id, fields }) => readMember(id, fields)).filter(({ name }) => name !== '');
    return { lives: lifeDues(members, lives, today), duties: dutyDues(members, duties.flatMap(({ fields }) => readDuty(fields) ?? []), today) };
  }, [records, lives, duties, today]);
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
