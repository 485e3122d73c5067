import { recordKey, type CalendarDate, type LifeEvent } from '@/domain';
import { useT } from '@/i18n';
import { useWrite } from '@/storage';
import { Card, RadioGroup } from '@/ui';
import { TypedDate } from '../date-field';
import { LifeText } from './life-text';

/** Who is to come into the cell: known by this event alone until then, so that no roster counts them. */
export function PersonCard({ life, today }: { life: LifeEvent; today: CalendarDate }) {
  const t = useT('life');
  const write = useWrite();
  const key = recordKey('life', life.id);
  const put = (field: string, value: string | null): void => void write([{ key, field, value }]);
  const candidate = life.kind === 'admission';
  return (
    <Card title={t(candidate ? 'person.candidate' : 'person.title')}>
      <p className="ui-muted">{t('person.lead')}</p>
      <LifeText record={key} field="name" label={t('person.name')} required />
      <TypedDate label={t('person.birthDate')} value={life.birthDate} onDate={(date) => put('birthDate', date)} latest={today} />
      <LifeText record={key} field="job" label={t('person.job')} />
      {!candidate && (
        <>
          <RadioGroup
            strip
            label={t('person.standing')}
            value={life.standing}
            onValue={(value) => put('standing', value)}
            options={(['official', 'probationary'] as const).map((value) => ({ value, label: t(`person.${value}`) }))}
          />
          <TypedDate label={t('person.joinedOn')} value={life.joinedOn} onDate={(date) => put('joinedOn', date)} latest={today} />
          {life.standing === 'official' && <TypedDate label={t('person.officialOn')} value={life.officialOn} onDate={(date) => put('officialOn', date)} latest={today} />}
        </>
      )}
    </Card>
  );
}
