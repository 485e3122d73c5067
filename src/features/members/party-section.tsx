import { POSITIONS, type CalendarDate, type Member, type Position, type RecordKey, type Standing } from '@/domain';
import { formatDate, useT } from '@/i18n';
import { useWrite } from '@/storage';
import { Banner, Card, Field, RadioGroup, Select } from '@/ui';
import { DateField } from './date-field';
import { dateProblems, yearsAfter } from './date-problems';
import { TextField } from './text-field';
import { useMembers } from './use-members';

const STANDINGS: readonly Standing[] = ['official', 'probationary'];
/** ID card numbers have twelve digits; they are not kept. */
const isIdNumber = (text: string): boolean => /^\d{12}$/.test(text.replace(/[\s.]/g, ''));

/** What the Party's books say of a member: dates, standing, card, post in the cell. */
export function PartySection({ record, member, today }: { record: RecordKey; member: Member; today: CalendarDate }) {
  const t = useT('members');
  const write = useWrite();
  const put = (field: 'position' | 'standing', value: Position | Standing): void => void write([{ key: record, field, value }]);
  const others = useMembers()?.filter((other) => other.id !== member.id && other.position === 'secretary') ?? [];
  return (
    <Card title={t('form.party')}>
      <DateField record={record} field="joinedOn" label={t('field.joinedOn')} latest={today} />
      <DateField record={record} field="officialOn" label={t('field.officialOn')} hint={t('form.officialHint')} latest={yearsAfter(today, 2)} />
      {member.cellFrom && <DateField record={record} field="cellFrom" label={t('field.cellFrom')} />}
      {dateProblems(member).map(({ reason }) => (
        <Banner key={reason} tone="warn">{t(`problem.${reason}`)}</Banner>
      ))}
      {member.officialOn ? (
        <p className="ui-muted">{t(member.officialOn > today ? 'form.probationaryUntil' : 'form.officialSince', { date: formatDate(member.officialOn) })}</p>
      ) : (
        <RadioGroup
          strip
          label={t('field.standing')}
          value={member.standing}
          onValue={(value) => put('standing', value)}
          options={STANDINGS.map((value) => ({ value, label: t(`standing.${value}`) }))}
        />
      )}
      <Field label={t('field.position')}>
        <Select value={member.position} onValue={(value) => put('position', value as Position)}>
          {[...POSITIONS].reverse().map((value) => (
            <option key={value} value={value}>{t(`position.${value}`)}</option>
          ))}
        </Select>
      </Field>
      {member.position === 'secretary' && others[0] && <Banner tone="warn">{t('form.twoSecretaries', { name: others[0].name })}</Banner>}
      <TextField
        record={record}
        field="cardNumber"
        label={t('field.cardNumber')}
        hint={t('form.cardHint')}
        refuse={(text) => (isIdNumber(text) ? t('form.cardRefused') : null)}
        input={{ inputMode: 'numeric' }}
      />
    </Card>
  );
}
