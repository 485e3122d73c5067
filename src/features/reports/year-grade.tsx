import { useMemo } from 'react';
import { countMonths, dayOfYear, firstMonthOf, frameOn, GRADES, gradedMonths, monthOf, monthsLeft, profileOn, readDirectives, yearGrade, yearLacks, type AnnualRule, type CalendarDate, type Fields, type Grade, type GradedMonth, type Month } from '@/domain';
import { useT, type Translate } from '@/i18n';
import { findFrame, procedureFor } from '@/packs';
import { useCollection, type DirectoryEntry } from '@/storage';
import { Badge, DefinitionList, Disclosure, Grid, Icon, Section, Stack, type Tone } from '@/ui';
import { lackWords, ruleWords } from './year-words';

const TONES: Record<Grade, Tone> = { good: 'gold', fair: 'ok', average: 'neutral', poor: 'danger' };

interface YearGradeProps {
  readonly year: number;
  readonly today: CalendarDate;
  readonly directory: readonly DirectoryEntry[];
  readonly cell: Fields;
}

/** The year's grade of the cell from its months: which rule of the frame holds, and what is missing for a better one. */
export default function YearGrade({ year, today, directory, cell }: YearGradeProps) {
  const t = useT('reports');
  const directives = useCollection('directive');
  const months = useMemo(() => gradedMonths(year, today, directory, readDirectives(directives ?? [])), [year, today, directory, directives]);
  const day = dayOfYear(year, today);
  const frame = findFrame(frameOn(cell, day) ?? procedureFor('regular', profileOn(cell, day))?.params.frame ?? null);
  const first = firstMonthOf(directory);
  const half = (from: Month, to: Month): string => ((first === null || first > to) && to < monthOf(today) ? t('yearGrade.beforeBook') : countWords(months.filter(({ month }) => month >= from && month <= to), t));
  if (!directives) return null;
  return (
    <Section title={t('yearGrade.title', { year })}>
      {!frame ? <p>{t('yearGrade.noFrame')}</p> : !frame.annual ? <p>{t('yearGrade.noRule', { frame: frame.basis })}</p> : <ByRule rule={frame.annual} months={months} />}
      <DefinitionList
        items={[
          { term: t('yearGrade.half1'), value: half(`${year}-01`, `${year}-06`) },
          { term: t('yearGrade.half2'), value: half(`${year}-07`, `${year}-12`) },
          { term: t(monthsLeft(months) === 0 || `${year}-12` < monthOf(today) ? 'yearGrade.whole' : 'yearGrade.soFar'), value: half(`${year}-01`, `${year}-12`) },
        ]}
      />
      {first && first > `${year}-01` && first <= `${year}-12` && <p>{t('yearGrade.since', { month: Number(first.slice(5)), year })}</p>}
      <Months months={months} />
      {frame?.annual && <p className="ui-caption">{[t('yearGrade.from', { frame: frame.title, basis: frame.basis }), frame.annual.sourceNote, months.some(({ grade }) => grade === null) && t('yearGrade.gap')].filter(Boolean).join(' ')}</p>}
    </Section>
  );
}

function ByRule({ rule, months }: { rule: AnnualRule; months: readonly GradedMonth[] }) {
  const t = useT('reports');
  const grade = yearGrade(rule, months.map((month) => month.grade));
  if (grade === null || months.every((month) => month.grade === null)) return <p>{t('yearGrade.none')}</p>;
  const held = rule.rules.find((one) => one.grade === grade);
  const left = monthsLeft(months);
  const lacks = yearLacks(rule, months);
  const whole = left === 0;
  return (
    <Stack gap={3}>
      <p className="ui-line">
        <span className="ui-strong">{t(whole ? 'yearGrade.whole' : 'yearGrade.soFar')}</span>
        <Badge tone={TONES[grade]} icon={grade === 'good' ? 'star' : undefined}>{t(`meeting:grade.${grade}`)}</Badge>
      </p>
      <p>{held ? t('yearGrade.holds', { rule: ruleWords(held, t) }) : t('yearGrade.lowest')}</p>
      {(lacks.length > 0 || !whole) && (
        <Stack gap={2}>
          <h3>{t('yearGrade.lacks')}</h3>
          <ul role="list" className="ui-stack ui-gap-2">
            {lacks.length === 0 && held && <li>{t('yearGrade.best', { every: t(`meeting:grade.${held.every}`) })}</li>}
            {lacks.map((lack) => (
              <li key={lack.grade} className="ui-row ui-align-top">
                <Icon name={lack.reachable ? 'next' : 'close'} className="ui-muted" />
                <span className="ui-grow">{lackWords(lack, left, t)}</span>
              </li>
            ))}
          </ul>
        </Stack>
      )}
    </Stack>
  );
}

function Months({ months }: { months: readonly GradedMonth[] }) {
  const t = useT('reports');
  if (months.length === 0) return null;
  return (
    <Disclosure summary={t('yearGrade.months')}>
      <Grid column="small" role="list">
        {months.map(({ month, grade, official, meetingId }) => (
          <div key={month} role="listitem" className="ui-stack ui-gap-0">
            <span className="ui-caption">{t('yearGrade.month', { month: Number(month.slice(5)) })}</span>
            {grade && meetingId ? (
              <a href={`/cuoc-hop/${meetingId}`} className="ui-line" style={{ minBlockSize: 'var(--ui-target)' }}>
                <Badge tone={TONES[grade]}>{t(`meeting:grade.${grade}`)}</Badge>
                <span className="ui-caption">{t(official ? 'yearGrade.official' : 'yearGrade.own')}</span>
              </a>
            ) : (
              <span className="ui-line ui-muted" style={{ minBlockSize: 'var(--ui-target)' }}>{t('yearGrade.ungraded')}</span>
            )}
          </div>
        ))}
      </Grid>
    </Disclosure>
  );
}

/** "4 Tốt, 1 Khá, 1 tháng chưa có xếp loại". */
function countWords(months: readonly GradedMonth[], t: Translate): string {
  if (months.length === 0) return t('yearGrade.noMonths');
  const counts = countMonths(months);
  const words = GRADES.filter((grade) => counts[grade] > 0).map((grade) => t('yearGrade.count', { count: counts[grade], grade: t(`meeting:grade.${grade}`) }));
  return [...words, ...(counts.none > 0 ? [t('yearGrade.countNone', { count: counts.none })] : [])].join(', ');
}
