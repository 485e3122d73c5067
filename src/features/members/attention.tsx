import { dutyDues, lifeDues, readDuty, yearOf, type LifeDue } from '@/domain';
import { formatDate, useT } from '@/i18n';
import { useCollection } from '@/storage';
import { useAlarms } from '@/storage/alarms';
import { useLives } from '@/storage/lives';
import { Icon, List, ListRow, Section } from '@/ui';
import { lifeHref } from './life/begin';
import { useMembers, useToday } from './use-members';

/** Whom the rules want noticed, and why: the secretary looks into it, the book decides nothing. */
export default function Attention() {
  const t = useT('members');
  const life = useT('life');
  const duty = useT('duties');
  const today = useToday();
  const found = useAlarms(today);
  const members = useMembers();
  const lives = useLives();
  const duties = useCollection('duty');
  if (!found || !members || !lives || !duties) return null;
  // What waits for a vote stands in the list of what is under way.
  const dues = lifeDues(members, lives, today).filter(({ what }) => what !== 'vote');
  const missing = dutyDues(members, duties.flatMap(({ fields }) => readDuty(fields) ?? []), today);
  if (found.length + dues.length + missing.length === 0) return null;
  const nameOf = (id: string): string => members.find((member) => member.id === id)?.name ?? '';
  const wordsOf = ({ what, life: event, on, late }: LifeDue): string => life(`list.due.${what}${late ? 'Late' : ''}`, { kind: event ? life(`kind.${event.kind}`) : '', date: formatDate(on) });
  return (
    <Section title={t('alarm.title')}>
      <List boxed>
        {dues.map((due) => (
          <ListRow
            key={`${due.what}.${due.memberId}.${due.life?.id ?? ''}`}
            href={due.life ? lifeHref(due.life.id) : `/dang-vien/${due.memberId}`}
            leading={<Icon name={due.late ? 'warning' : 'clock'} />}
            title={due.name}
            subtitle={<span className={due.late ? 'ui-error' : undefined}>{wordsOf(due)}</span>}
          />
        ))}
        {found.map(({ rule, memberId, count, since }) => (
          <ListRow key={`${rule}.${memberId}`} href={`/dang-vien/${memberId}`} leading={<Icon name="warning" />} title={nameOf(memberId)} subtitle={t(`alarm.${rule}`, { count, date: formatDate(since) })} />
        ))}
        {missing.map(({ what, count, late }) => (
          <ListRow key={what} href="/phan-cong" leading={<Icon name={late ? 'warning' : 'task'} />} title={duty(`due.${what}`, { count, year: yearOf(today) })} />
        ))}
      </List>
    </Section>
  );
}
