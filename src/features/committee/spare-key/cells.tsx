import { useState } from 'react';
import { matchesText } from '@/domain';
import { formatMoment, formatNumber, useT } from '@/i18n';
import type { EscrowAnswer } from '@/sync/committee-escrow';
import { Badge, Button, ChipGroup, EmptyState, Field, List, ListRow, Section, TextInput } from '@/ui';
import { Rescue } from './rescue';

type Cell = EscrowAnswer['cells'][number];
/** So many rows are read; more are found by name. */
const SHOWN = 50;

/** The cells that have agreed, and those that have not, found by name. */
export function Cells({ cells }: { cells: readonly Cell[] }) {
  const t = useT('committee');
  const [view, setView] = useState<'agreed' | 'not'>('agreed');
  const [query, setQuery] = useState('');
  const [rescued, setRescued] = useState<Cell | null>(null);
  const agreed = cells.filter(({ agreedAt }) => agreedAt !== null);
  const all = (view === 'agreed' ? agreed : cells.filter(({ agreedAt }) => agreedAt === null)).filter(({ name }) => matchesText(name, query));
  const shown = all.slice(0, SHOWN);
  return (
    <Section className="ui-no-print" title={t('spare.cells')}>
      <div className="cm-controls">
        <Field label={t('list.search')}>
          <TextInput type="search" autoComplete="off" value={query} onValue={setQuery} />
        </Field>
        <ChipGroup<'agreed' | 'not'>
          className="cm-filter"
          label={t('spare.filter')}
          value={view}
          onValue={(next) => setView(next ?? 'agreed')}
          options={[
            { value: 'agreed', label: t('spare.agreed'), count: agreed.length },
            { value: 'not', label: t('spare.notAgreed'), count: cells.length - agreed.length },
          ]}
        />
      </div>
      {shown.length === 0 ? (
        <EmptyState icon="search" level={3} title={t('spare.nobody')}><p>{t(query ? 'empty.matchText' : 'spare.nobodyText')}</p></EmptyState>
      ) : (
        <List boxed>
          {shown.map((cell) => (
            <ListRow
              key={cell.id}
              title={cell.name}
              subtitle={cell.agreedAt ? t('spare.agreedAt', { at: formatMoment(cell.agreedAt) }) : undefined}
              trailing={cell.usedAt ? <Badge tone="warn">{t('spare.usedAt', { at: formatMoment(cell.usedAt) })}</Badge> : undefined}
              actions={cell.agreedAt ? <Button aria-label={t('spare.rescueOf', { cell: cell.name })} onClick={() => setRescued(cell)}>{t('spare.rescue')}</Button> : undefined}
            />
          ))}
        </List>
      )}
      {all.length > SHOWN && <p className="ui-muted">{t('spare.more', { count: formatNumber(all.length - SHOWN) })}</p>}
      <Rescue cell={rescued} onClose={() => setRescued(null)} />
    </Section>
  );
}
