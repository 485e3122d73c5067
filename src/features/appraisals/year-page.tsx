import { useState } from 'react';
import { useLocation } from 'wouter';
import { appraisalRulesOf, dateInVietnam, finalGrade, formKindFor, outlivedAppraisals, recordKey, stageOf, type CalendarDate } from '@/domain';
import { useT } from '@/i18n';
import { allAppraisalRules } from '@/packs/appraisals';
import { useWrite } from '@/storage';
import { Banner, Button, EmptyState, Field, Icon, List, ListRow, PageHeader, Section, Select, Spinner, Stack, useToast } from '@/ui';
import { GradeBadge } from './grade-badge';
import { Outlived } from './outlived';
import { Progress } from './progress';
import { useReviewYear, type Line } from './use-year';

/** A year's reviews: how far the cell has come, the cell as a whole, and everybody. */
export function YearPage({ asked }: { asked: number | null }) {
  const t = useT('appraisal');
  const [, navigate] = useLocation();
  const [today] = useState(() => dateInVietnam(new Date().toISOString()));
  const read = useReviewYear(asked, today);
  const header = <PageHeader title={t('title')} subtitle={t('lead')} back={{ label: t('common:back'), href: '/them' }} />;
  if (!read) return <>{header}<Spinner>{t('common:loading')}</Spinner></>;
  const { year, years, day, cell, people, all } = read;
  return (
    <>
      {header}
      <Stack gap={5}>
        <Banner icon="shield">{t('privacy')}</Banner>
        <Field label={t('year')}>
          <Select value={year} onValue={(value) => navigate(`/kiem-diem/${value}`, { replace: true })}>
            {years.map((one) => <option key={one} value={one}>{one}</option>)}
          </Select>
        </Field>
        {people.length === 0 ? (
          <EmptyState icon="members" title={t('empty')} action={<Button href="/dang-vien">{t('toMembers')}</Button>} />
        ) : (
          <>
            <Progress people={people} day={day} />
            <List boxed aria-label={t('cell')}>
              <ReviewRow line={cell} name={t('cell')} day={day} />
            </List>
            <Section title={t('people')}>
              <List boxed>
                {people.map((line) => <ReviewRow key={line.id} line={line} name={line.member?.name ?? ''} day={day} />)}
              </List>
            </Section>
          </>
        )}
        <Outlived appraisals={outlivedAppraisals(all)} all={all} />
      </Stack>
    </>
  );
}

function ReviewRow({ line, name, day }: { line: Line; name: string; day: CalendarDate }) {
  const t = useT('appraisal');
  const stage = stageOf(line, day);
  const grade = stage === 'ungraded' ? null : finalGrade(line.appraisal);
  return (
    <ListRow
      href={`/kiem-diem/${line.id}`}
      leading={line.member ? undefined : <Icon name="org" />}
      title={name}
      subtitle={t(`stage.${stage}`)}
      actions={line.member && stage === 'begun' ? <HandIn line={line} name={name} day={day} /> : undefined}
      trailing={grade ? <GradeBadge grade={grade} /> : undefined}
    />
  );
}

/** Writes down from the list that somebody has handed in today; the form is the one that fits, and can be changed on the page. */
function HandIn({ line: { id, member, appraisal }, name, day }: { line: Line; name: string; day: CalendarDate }) {
  const t = useT('appraisal');
  const write = useWrite();
  const toast = useToast();
  const [today] = useState(() => dateInVietnam(new Date().toISOString()));
  const rules = appraisalRulesOf(allAppraisalRules, Number(id.slice(0, 4)));
  const form = rules?.forms.find(({ kind }) => kind === formKindFor(member, day));
  if (!rules || !form) return null;
  const put = (values: Record<string, string | null>): Promise<boolean> => write(Object.entries(values).map(([field, value]) => ({ key: recordKey('appraisal', id), field, value })));
  const begun = appraisal?.form ? {} : { form: form.id, rules: rules.id };
  const handIn = async (): Promise<void> => {
    if (!(await put({ ...begun, handedInOn: today }))) return;
    const back = Object.fromEntries(['handedInOn', ...Object.keys(begun)].map((field) => [field, null]));
    toast({ text: t('handedIn', { name }), action: { label: t('undo'), run: () => void put(back) } });
  };
  return <Button aria-label={t('handInOf', { name })} onClick={() => void handIn()}>{t('handIn')}</Button>;
}
