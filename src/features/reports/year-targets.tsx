import { useMemo } from 'react';
import { countsInHistory, dayOfYear, isTargetMet, meetingPoint, programmeTargets, readCell, readMeeting, readPaper, readYearPlan, recordKey, splitKey, yearOf, type CalendarDate, type Fields, type MeetingPoint, type RecordKey, type TargetLine, type TargetWhat } from '@/domain';
import { useT, type Translate } from '@/i18n';
import { findProcedure } from '@/packs';
import { useCollection, type DirectoryEntry } from '@/storage';
import { useMany } from '@/storage/many';
import { Badge, List, ListRow, Section, Stack } from '@/ui';

interface YearTargetsProps {
  readonly year: number;
  readonly today: CalendarDate;
  readonly directory: readonly DirectoryEntry[];
  readonly cell: Fields;
}

const TARGETS = [1, 2, 3, 4, 5] as const;

function pointOf(key: RecordKey, fields: Fields): MeetingPoint {
  const meeting = readMeeting(splitKey(key).id, fields);
  return meetingPoint(meeting, findProcedure(meeting.procedure.id, meeting.procedure.version)?.params ?? null);
}

/** The five targets of the programme in a year: what is had of what is needed so far, each line leading to where it comes from. */
export default function YearTargets({ year, today, directory, cell }: YearTargetsProps) {
  const t = useT('targets');
  const lines = useTargets({ year, today, directory, cell });
  if (!lines) return null;
  return (
    <Section title={t('title', { year })}>
      <p className="ui-muted">{t('from')}</p>
      <Stack gap={4}>
        {TARGETS.map((target) => (
          <Section key={target} title={t(`target.${target}`)} level={3}>
            <List boxed>
              {lines.filter((line) => line.target === target).map((line) => <Line key={line.what} line={line} year={year} />)}
            </List>
          </Section>
        ))}
      </Stack>
    </Section>
  );
}

function Line({ line, year }: { line: TargetLine; year: number }) {
  const t = useT('targets');
  const met = isTargetMet(line);
  const { what } = line;
  return (
    <ListRow
      href={placeOf(what, year)}
      title={isOfPapers(what) ? t(`papers:kind.${what}`) : t(`what.${what}`)}
      subtitle={words(line, t)}
      trailing={met === null ? undefined : <Badge tone={met ? 'ok' : 'warn'}>{t(met ? 'met' : 'unmet')}</Badge>}
    />
  );
}

const OF_MEETINGS: Partial<Record<TargetWhat, (year: number) => string>> = {
  regular: () => '/cuoc-hop',
  thematic: (year) => `/ke-hoach-nam/${year}`,
  onDay: (year) => `/ke-hoach-nam/${year}`,
  duration: () => '/bao-cao/lich-su/thoi-luong',
  committeeBefore: () => '/cuoc-hop',
  visits: (year) => `/ke-hoach-nam/${year}`,
};
const isOfPapers = (what: TargetWhat): boolean => !(what in OF_MEETINGS);
/** Where a line comes from. */
const placeOf = (what: TargetWhat, year: number): string => OF_MEETINGS[what]?.(year) ?? '/van-ban';

function words({ what, have, need }: TargetLine, t: Translate): string {
  if (need === null) return t(`line.${what}`, { count: have });
  if (isOfPapers(what) && need === 1) return t(have > 0 ? 'line.paper' : 'line.noPaper');
  return need === 0 ? t(`nothing.${what}`) : t(`line.${what}`, { have, need });
}

/** Undefined until everything that they are worked out from was read. */
function useTargets({ year, today, directory, cell }: YearTargetsProps): TargetLine[] | undefined {
  const papers = useCollection('paper');
  const plans = useCollection('plan');
  const held = useMemo(() => directory.filter((entry) => countsInHistory(entry) && yearOf(entry.date) === year).map(({ id }) => recordKey('meeting', id)), [directory, year]);
  const many = useMany(held, pointOf);
  return useMemo(() => {
    if (!papers || !plans || !many || many.done < many.total) return undefined;
    const { termStart } = cell;
    return programmeTargets(
      {
        papers: papers.flatMap(({ id, fields }) => readPaper(id, fields) ?? []),
        termStart: typeof termStart === 'string' && termStart !== '' ? termStart : null,
        meetings: directory,
        points: [...many.values.values()],
        plan: plans.flatMap(({ id, fields }) => readYearPlan(id, fields) ?? []).find((plan) => plan.year === year) ?? null,
        hasCommittee: readCell(cell).hasCommittee,
      },
      dayOfYear(year, today),
    );
  }, [papers, plans, many, directory, cell, year, today]);
}
