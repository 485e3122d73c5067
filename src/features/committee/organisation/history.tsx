import { BEGINNING, periodOn, type Period } from '@/domain';
import { formatDate, useT } from '@/i18n';
import { List, ListRow, Section } from '@/ui';
import { TEXTS } from './differences';
import type { Bodies } from './use-bodies';

/** What a body has been through, the latest first: also what came into it, and what it came of. */
export function History({ id, bodies }: { id: string; bodies: Bodies }) {
  const t = useT('organisation');
  const { history, answer } = bodies;
  const nameOn = (body: string, day: string): string => periodOn(history.periods.filter((one) => one.body === body), day)?.name ?? '';
  const own = history.periods.filter(({ body }) => body === id);
  const came = history.periods.filter(({ successors }) => successors.includes(id));
  const line = (period: Period): string[] => {
    if (period.body !== id) return [t(period.act === 'merge' ? 'history.took' : 'history.cameOf', { name: period.name })];
    const before = own.find(({ seq }) => seq === period.seq - 1);
    if (!before) return [t('history.add', { name: period.name })];
    if (period.ended) return [period.successors.length > 0 ? t(`history.${period.act}`, { into: period.successors.map((one) => nameOn(one, period.from)).join(', ') }) : t('history.end')];
    return [
      ...TEXTS.filter((field) => before[field] !== period[field]).map((field) => t('preview.text', { field: t(`field.${field}`), before: before[field] || t('nothing'), after: period[field] || t('nothing') })),
      ...(before.superior === period.superior ? [] : [t('preview.moved', { before: nameOn(before.superior ?? '', before.from), after: nameOn(period.superior ?? '', period.from) })]),
      ...(period.act === 'split' ? [t('history.parts', { into: period.successors.map((one) => nameOn(one, period.from)).join(', ') })] : []),
    ];
  };
  const rows = [...own, ...came].sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : b.seq - a.seq));
  return (
    <Section title={t('history.title')}>
      <List boxed>
        {rows.map((period) => {
          const change = answer.changes.find((one) => one.id === period.change);
          const by = [change?.note, change?.person].filter(Boolean).join(' · ');
          return (
            <ListRow
              key={`${period.body}.${period.seq}`}
              title={<span className="ui-strong">{period.from === BEGINNING ? t('history.beginning') : t('history.from', { date: formatDate(period.from) })}</span>}
              subtitle={
                <>
                  {line(period).map((one) => <span key={one} className="ui-stack">{one}</span>)}
                  {by && <span>{by}</span>}
                </>
              }
            />
          );
        })}
      </List>
    </Section>
  );
}
