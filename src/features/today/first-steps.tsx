import type { Fields } from '@/domain';
import { useT } from '@/i18n';
import { useCollection } from '@/storage';
import { Badge, Icon, List, ListRow, Section } from '@/ui';

/** The empty first day: three steps to the first meeting, ticked off as they are done. */
export function FirstSteps({ cell }: { cell: Fields }) {
  const t = useT('today');
  const members = useCollection('member');
  const steps = [
    { id: 'members', href: '/dang-vien/nhap', done: (members?.length ?? 0) > 0 },
    { id: 'cell', href: '/cai-dat', done: ['name', 'superior', 'placeName'].every((field) => Boolean(cell[field])) },
    { id: 'meeting', href: '/cuoc-hop/moi', done: false },
  ];
  const now = steps.find((step) => !step.done)?.id;
  return (
    <Section title={t('first.title')}>
      <p>{t('first.lead')}</p>
      <List boxed>
        {steps.map(({ id, href, done }, index) => (
          <ListRow
            key={id}
            href={href}
            leading={done ? <Icon name="check" /> : <span className="ui-strong ui-num" style={{ inlineSize: '1.4em', textAlign: 'center' }}>{index + 1}</span>}
            title={<span className={id === now ? 'ui-strong' : undefined}>{t(`first.${id}`)}</span>}
            subtitle={t(`first.${id}Hint`)}
            trailing={done ? <Badge tone="ok">{t('first.done')}</Badge> : undefined}
          />
        ))}
      </List>
    </Section>
  );
}
