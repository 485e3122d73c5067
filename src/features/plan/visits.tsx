import { useT } from '@/i18n';
import { newId } from '@/storage';
import { Badge, Button, List, ListRow, Section } from '@/ui';
import type { PlanView, Shown } from './use-plan';
import { dayWords } from './words';

/** Members of the committee above who attend: planned, made, and what they said. */
export function Visits({ view: { plan, today, set }, onShow }: { view: PlanView; onShow: (shown: Shown) => void }) {
  const t = useT('plan');
  const add = (): void => {
    const id = newId();
    set({ [`coming/${id}/who`]: '' });
    onShow({ part: 'visit', id });
  };
  return (
    <Section title={t('visits.title')}>
      {plan.visits.length === 0 ? (
        <p className="ui-muted">{t('visits.none')}</p>
      ) : (
        <List boxed>
          {plan.visits.map(({ id, who, on, madeOn, note }) => (
            <ListRow
              key={id}
              onClick={() => onShow({ part: 'visit', id })}
              title={who || t('visits.noName')}
              subtitle={<>{madeOn ?? on ? dayWords(t, (madeOn ?? on)!) : t('visits.noDay')}{note && <span style={{ display: 'block' }}>{note}</span>}</>}
              trailing={madeOn ? <Badge tone="ok" icon="check">{t('visits.made')}</Badge> : on && on < today ? <Badge tone="warn">{t('visits.passed')}</Badge> : undefined}
            />
          ))}
        </List>
      )}
      <Button icon="plus" size="large" block onClick={add}>{t('visits.add')}</Button>
    </Section>
  );
}
