import { quarterNumeral, readPeriod } from '@/domain';
import { formatMoment, useT, type Translate } from '@/i18n';
import type { CellMonth } from '@/sync/committee';
import { Badge, List, ListRow, Section } from '@/ui';

type Line = NonNullable<CellMonth['reports']>[number] & { readonly cell: string; readonly replaced: boolean };

/** What a report is called, by its time. */
export function reportTitle(t: Translate, id: string): string {
  const period = readPeriod(id);
  if (!period) return id;
  return t(`reports.${period.kind === 'half' ? `half${period.number}` : period.kind}`, { number: period.number, roman: quarterNumeral(period.number), year: period.year });
}

/** One line a report; of one that was corrected the correction counts, and stands first. Two of one period without that replace nothing. */
export function linesOf({ cell, reports = [] }: CellMonth): Line[] {
  return [...reports].reverse().map((one, index, all) => ({ ...one, cell: cell.name, replaced: all.slice(0, index).some(({ period, corrects }) => corrects && period === one.period) }));
}

/** [SUB-8] The reports of times that end in the month. Nothing where none came. */
export function Reports({ cells }: { cells: readonly CellMonth[] }) {
  const t = useT('committee');
  const lines = cells.flatMap(linesOf);
  if (lines.length === 0) return null;
  return (
    <Section title={t('reports.title')}>
      <p className="ui-muted">{t('reports.lead')}</p>
      <List boxed>
        {lines.map((one) => (
          <ListRow
            key={one.submissionId}
            href={`/cap-uy/ho-so/${one.submissionId}`}
            title={<span className="ui-strong">{one.cell}</span>}
            subtitle={`${reportTitle(t, one.period)} · ${t('reports.received', { moment: formatMoment(one.receivedAt) })}`}
            trailing={one.replaced ? <Badge tone="neutral">{t('reports.replaced')}</Badge> : one.corrects ? <Badge tone="info">{t('reports.corrected')}</Badge> : undefined}
          />
        ))}
      </List>
    </Section>
  );
}
