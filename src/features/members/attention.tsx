import { formatDate, useT } from '@/i18n';
import { Icon, List, ListRow, Section } from '@/ui';
import { useAlarms } from './use-alarms';
import { useMembers, useToday } from './use-members';

/** Whom the rules want noticed, and why: the secretary looks into it, the book decides nothing. */
export default function Attention() {
  const t = useT('members');
  const today = useToday();
  const found = useAlarms(today);
  const members = useMembers();
  if (!found || !members || found.length === 0) return null;
  const nameOf = (id: string): string => members.find((member) => member.id === id)?.name ?? '';
  return (
    <Section title={t('alarm.title')}>
      <List boxed>
        {found.map(({ rule, memberId, count, since }) => (
          <ListRow key={`${rule}.${memberId}`} href={`/dang-vien/${memberId}`} leading={<Icon name="warning" />} title={nameOf(memberId)} subtitle={t(`alarm.${rule}`, { count, date: formatDate(since) })} />
        ))}
      </List>
    </Section>
  );
}
