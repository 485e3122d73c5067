import { monthOf, quarterNumeral, type CalendarDate, type Fields, type PlanIssue } from '@/domain';
import { formatDate, formatMonth, useT, type Translate } from '@/i18n';
import type { DirectoryEntry } from '@/storage';
import { Icon, List, ListRow, Section, type IconName } from '@/ui';
import type { Due } from './due';
import { News } from './due-news';
import { useDues } from './use-dues';

/** What is late by the calendar is red; the rest only stands first. */
const CALM: readonly Due['id'][] = ['review', 'refused', 'signedOut', 'backup'];

const ICONS: Record<Due['id'], IconName> = {
  plan: 'calendar',
  noPlan: 'calendar',
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
  step: 'clock',
  duties: 'task',
  papers: 'document',
  alarms: 'members',
  report: 'reports',
};

/** What is due. It reads more of the book than the card above it, so it comes in when it is ready. */
export function DueList({ directory, cell, today }: { directory: readonly DirectoryEntry[]; cell: Fields; today: CalendarDate }) {
  const t = useT('today');
  const { dues, ready } = useDues(directory, cell, today);
  const text = ({ id, key, date, count, name, late, issue, planned, open, period }: Due, part: 'title' | 'hint'): string => {
    if (issue) return t(`plan:issue.${issue.what}.${part === 'hint' ? 'text' : part}`, issueWords(t, issue));
    if (period) return t(part === 'title' ? `report:name.${period.kind === 'half' ? `half${period.number}` : period.kind}` : late ? 'report:list.late' : 'report:list.due', { number: period.number, roman: quarterNumeral(period.number), year: period.year, date: formatDate(date ?? today) });
    const hint = late ? 'late' : planned ? 'planned' : open ? 'open' : 'hint';
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
function issueWords(t: Translate, { on, other, months, quarters, milestone }: PlanIssue): Record<string, string | number> {
  return {
    date: formatDate(on),
    other: formatDate(other ?? on),
    months: Number(months?.[0]?.slice(5)),
    quarters: t('plan:quarter', { roman: quarterNumeral(quarters?.[0] ?? 0) }),
    milestone: milestone ? t(`plan:milestone.${milestone}.do`) : '',
  };
}
