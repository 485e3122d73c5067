import { ABSENCE_REASONS } from '@/domain';
import { formatPercent, useT } from '@/i18n';
import { Counter, Heading, Table } from '@/ui';
import type { PartProps } from '.';

const CATEGORIES = ['official', 'probationary', 'temporaryIn', 'temporaryOut', 'exempt'] as const;

function Absent({ title, people }: { title: string; people: readonly { name: string; note?: string }[] }) {
  if (people.length === 0) return null;
  return (
    <div>
      <Heading level={3}>{title}</Heading>
      <ul className="cm-list">
        {people.map(({ name, note }, index) => (
          <li key={index}>
            {name}
            {note !== undefined && <span className="ui-muted">{`: ${note}`}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

export function Attendance({ submission: { body } }: PartProps) {
  const t = useT('committee');
  const { attendance } = body;
  const { excused, unexcused, strength, expected, present, ratePercent, late, leftEarly } = attendance;
  const reasonOf = (reason: string): string => {
    const key = ABSENCE_REASONS.find((known) => known === reason);
    return key ? t(`attendance.reason.${key}`) : reason.trim() || t('attendance.noReason');
  };
  return (
    <>
      <div className="cm-counters">
        <Counter value={strength} caption={t('attendance.strength')} />
        <Counter value={present} of={` / ${expected}`} caption={t('attendance.present')} />
        <Counter value={formatPercent(ratePercent)} caption={t('attendance.rate')} />
        <Counter value={late} caption={t('attendance.late')} />
        <Counter value={leftEarly} caption={t('attendance.leftEarly')} />
      </div>
      <Table caption={t('attendance.caption')} hideCaption>
        <thead>
          <tr>
            <th scope="col">{t('attendance.category')}</th>
            <th scope="col" className="ui-num">{t('attendance.present')}</th>
            <th scope="col" className="ui-num">{t('attendance.total')}</th>
          </tr>
        </thead>
        <tbody>
          {CATEGORIES.map((category) => (
            <tr key={category}>
              <td>{t(`attendance.${category}`)}</td>
              <td className="ui-num">{attendance[category].present}</td>
              <td className="ui-num">{attendance[category].total}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <div className="ui-grid cm-absent">
        <Absent title={t('attendance.excused', { count: excused.length })} people={excused.map(({ name, reason }) => ({ name, note: reasonOf(reason) }))} />
        <Absent title={t('attendance.unexcused', { count: unexcused.length })} people={unexcused} />
      </div>
    </>
  );
}
