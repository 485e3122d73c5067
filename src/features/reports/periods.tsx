import { useMemo, useState } from 'react';
import { begunPeriods, dueOn, editionsOf, firstMonthOf, PERIOD_KINDS, profileOn, readReport, reportTerms, type CalendarDate, type Fields, type ReportPeriod, type PeriodKind, type Report } from '@/domain';
import { formatDate, useT } from '@/i18n';
import { procedureFor } from '@/packs';
import { useCollection, type DirectoryEntry } from '@/storage';
import { Badge, Button, Disclosure, List, ListRow, Row, Section, type Tone } from '@/ui';
import { periodName } from './period-name';
import { TermsSheet } from './terms-sheet';

/** How a report stands: not begun · being written · closed, on its way · refused by the server · received above. */
type Standing = 'none' | 'draft' | 'closed' | 'refused' | 'received';
const TONES: Record<Standing, Tone> = { none: 'neutral', draft: 'info', closed: 'warn', refused: 'danger', received: 'ok' };

function standingOf(last: Report | undefined, sent: ReadonlyMap<string, Fields>): Standing {
  if (!last) return 'none';
  if (last.state !== 'closed') return 'draft';
  const fields = sent.get(last.submissionId ?? '');
  return fields?.['receipt'] ? 'received' : fields?.['refused'] ? 'refused' : 'closed';
}

interface PeriodsProps {
  readonly year: number;
  readonly today: CalendarDate;
  readonly directory: readonly DirectoryEntry[];
  readonly cell: Fields;
}

/** The reports of a year, each with how it stands and its last day; the months behind a fold. */
export default function Periods({ year, today, directory, cell }: PeriodsProps) {
  const t = useT('report');
  const [setting, setSetting] = useState(false);
  const records = useCollection('report');
  const submissions = useCollection('submission');
  const reports = useMemo(() => records?.flatMap(({ id, fields }) => readReport(id, fields) ?? []), [records]);
  const sent = useMemo(() => new Map(submissions?.map(({ id, fields }) => [id, fields])), [submissions]);
  if (!reports || !submissions) return null;
  const first = firstMonthOf(directory);
  const publishDays = procedureFor('regular', profileOn(cell, today))?.params.publishWithinDays.value ?? null;
  const row = (period: ReportPeriod) => {
    const editions = editionsOf(reports, period.id);
    const last = editions.at(-1);
    // A correction under way takes nothing from what was closed before it.
    const closed = editions.filter(({ state }) => state === 'closed').at(-1);
    const standing = standingOf(closed ?? last, sent);
    const due = dueOn(period, reportTerms(cell), directory, publishDays);
    const late = due !== null && today > due && !closed;
    const words = [today <= period.to && period.kind !== 'month' ? t('list.running') : '', due && standing !== 'received' ? t(late ? 'list.late' : 'list.due', { date: formatDate(due) }) : '', closed && closed !== last ? t('list.correcting') : ''].filter(Boolean).join(' · ');
    return (
      <ListRow
        key={period.id}
        href={`/bao-cao/${last?.id ?? period.id}`}
        title={periodName(t, period)}
        subtitle={words && <span className={late ? 'ui-error' : undefined}>{words}</span>}
        trailing={<Badge tone={TONES[standing]} icon={standing === 'received' ? 'check' : undefined}>{t(`state.${standing}`)}</Badge>}
      />
    );
  };
  const of = (...kinds: PeriodKind[]): ReportPeriod[] => kinds.flatMap((kind) => begunPeriods(kind, year, today, first));
  const [longer, months] = [of(...PERIOD_KINDS.filter((kind) => kind !== 'month').reverse()), of('month')];
  return (
    <Section title={t('list.title', { year })}>
      <p className="ui-muted">{t('list.lead')}</p>
      {longer.length === 0 ? <p>{t('list.none')}</p> : <List boxed>{longer.map(row)}</List>}
      {months.length > 0 && <Disclosure summary={t('list.months', { count: months.length })}><List boxed>{months.map(row)}</List></Disclosure>}
      <Row><Button icon="clock" onClick={() => setSetting(true)}>{t('terms.open')}</Button></Row>
      <TermsSheet cell={cell} publishDays={publishDays} open={setting} onClose={() => setSetting(false)} />
    </Section>
  );
}
