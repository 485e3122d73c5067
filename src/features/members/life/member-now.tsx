import { dutyKey, dutyStage, monthOf, paysIn, readDues, readDuty, yearOf, hasDuty, type CalendarDate, type Fields, type Member } from '@/domain';
import { formatMonth, useT } from '@/i18n';
import { useFields } from '@/storage';
import { Badge, Card, List, ListRow, type Tone } from '@/ui';

const STAGE: Record<ReturnType<typeof dutyStage>, Tone> = { none: 'warn', given: 'info', reported: 'info', assessed: 'ok' };

/** How a member stands this month and this year: dues, duties. */
export default function MemberNow({ member, fields, today }: { member: Member; fields: Fields; today: CalendarDate }) {
  const t = useT('life');
  const duties = useT('duties');
  const year = yearOf(today);
  const own = useFields(dutyKey(member.id, year));
  if (!own || member.name === '') return null;
  const month = monthOf(today);
  const dues = readDues(fields).get(month);
  const stage = dutyStage(readDuty(own));
  const pays = paysIn(member, month);
  if (!pays && !hasDuty(member, today)) return null;
  return (
    <Card title={t('now.title')}>
      <List>
        <ListRow
          href="/dang-phi"
          title={t('now.dues', { month: formatMonth(month) })}
          trailing={<Badge tone={dues === 'paid' ? 'ok' : dues === 'waived' || !pays ? 'info' : 'warn'}>{t(`now.${dues ?? (pays ? 'unpaid' : 'elsewhere')}`)}</Badge>}
        />
        {hasDuty(member, today) && <ListRow href={`/phan-cong/${member.id}`} title={t('now.duty', { year })} trailing={<Badge tone={STAGE[stage]}>{duties(`stage.${stage}`)}</Badge>} />}
      </List>
    </Card>
  );
}
