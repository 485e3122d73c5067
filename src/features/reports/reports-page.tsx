import { lazy, Suspense, useMemo, useState } from 'react';
import { dateInVietnam, isRegular, monthOf, profileOn, readDirectives, yearOf } from '@/domain';
import { useT } from '@/i18n';
import { procedureFor } from '@/packs';
import { useCollection, useDirectory } from '@/storage';
import { useGuidedCell } from '@/storage/guided';
import { Button, EmptyState, Field, PageHeader, Row, Section, Select, Stack } from '@/ui';
import { AttendanceChart } from './attendance-chart';
import { MonthTable } from './month-table';
import { readSent, SentList } from './sent-list';
import { useAttendance } from './use-attendance';
import { monthsOf, yearSent, yearsOf } from './year';

const Periods = lazy(() => import('./periods'));
const YearGrade = lazy(() => import('./year-grade'));
const YearTargets = lazy(() => import('./year-targets'));

/** A year of meetings in numbers from their own records, and what was sent with its receipts. */
export function ReportsPage() {
  const t = useT('reports');
  const [today] = useState(() => dateInVietnam(new Date().toISOString()));
  const [chosen, setChosen] = useState<number | null>(null);
  const directory = useDirectory();
  const submissions = useCollection('submission');
  const cell = useGuidedCell();
  const directives = useCollection('directive');
  const given = useMemo(() => readDirectives(directives ?? []), [directives]);
  const sent = useMemo(() => submissions?.map(({ key, fields }) => readSent(key, fields)) ?? [], [submissions]);
  const years = yearsOf(directory ?? [], sent.map(({ createdAt }) => createdAt), yearOf(today));
  const year = chosen ?? years[0] ?? yearOf(today);
  const months = monthsOf(directory ?? [], year, monthOf(today));
  const attendance = useAttendance(months.flatMap(({ meetings }) => meetings.map(({ id }) => id)));
  const params = procedureFor('regular', profileOn(cell ?? {}, today))?.params;
  const target = params?.attendanceTargetPercent.value ?? 85;
  const held = months.some(({ meetings }) => meetings.length > 0);
  const bars = months.map(({ meetings }, index) => {
    const regular = meetings.filter(({ kind }) => isRegular(kind)).at(-1);
    const rate = (regular && attendance?.get(regular.id)?.ratePercent) ?? null;
    return { month: index + 1, ratePercent: rate, reached: rate !== null && (params?.attendanceCompare === 'gt' ? rate > target : rate >= target) };
  });
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('lead')} />
      {directory && submissions && !held && sent.length === 0 && years.length === 1 ? (
        <EmptyState icon="reports" title={t('empty.title')} action={<Button href="/cuoc-hop">{t('empty.go')}</Button>}>{t('empty.text')}</EmptyState>
      ) : (
        <Stack gap={6}>
          {years.length > 1 && (
            <Field label={t('year')}>
              <Select value={year} onValue={(value) => setChosen(Number(value))}>
                {years.map((one) => <option key={one} value={one}>{one}</option>)}
              </Select>
            </Field>
          )}
          <Section title={t('meetings.title', { year })}>
            {held && attendance && <AttendanceChart bars={bars} target={target} year={year} />}
            {held && <div><Button href="/bao-cao/lich-su" icon="reports">{t('history')}</Button></div>}
            <MonthTable months={months} attendance={attendance} given={given} year={year} />
            {held && <Row><Button href={`/xuat-excel/du-hop/${year}`} icon="download">{t('meetings.excel')}</Button></Row>}
          </Section>
          <Suspense>{directory && cell && <Periods year={year} today={today} directory={directory} cell={cell} />}</Suspense>
          <Suspense>{directory && cell && <YearGrade year={year} today={today} directory={directory} cell={cell} />}</Suspense>
          <Suspense>{directory && cell && <YearTargets year={year} today={today} directory={directory} cell={cell} />}</Suspense>
          <Section title={t('sent.title', { year })}>
            <SentList sent={sent.filter(({ createdAt }) => createdAt !== '' && yearSent(createdAt) === year)} />
          </Section>
        </Stack>
      )}
    </>
  );
}
