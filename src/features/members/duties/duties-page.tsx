import { useState } from 'react';
import { useLocation, useParams } from 'wouter';
import { dutyKey, dutyStage, hasDuty, yearOf, type TypedChange } from '@/domain';
import { useT } from '@/i18n';
import { useWrite } from '@/storage';
import { Badge, Button, EmptyState, IconButton, List, ListRow, PageHeader, ProgressBar, Row, Spinner, Stack, useToast, type Tone } from '@/ui';
import { useToday } from '../use-members';
import { DutySheet } from './duty-sheet';
import { useDuties, type DutyRow } from './use-duties';

const TONE: Record<ReturnType<typeof dutyStage>, Tone> = { none: 'warn', given: 'info', reported: 'info', assessed: 'ok' };
const PLACE = '/phan-cong';

/** What every member is given to do in a year: who has none yet, and one after the other. */
export function DutiesPage() {
  const t = useT('duties');
  const today = useToday();
  const { id } = useParams<{ id?: string }>();
  const [, navigate] = useLocation();
  const [year, setYear] = useState(yearOf(today));
  const rows = useDuties(year, today);
  const header = <PageHeader title={t('title')} subtitle={t('lead')} back={{ label: t('toList'), href: '/dang-vien' }} />;
  if (!rows) return <>{header}<Spinner>{t('common:loading')}</Spinner></>;
  const at = rows.findIndex(({ member }) => member.id === id);
  const given = rows.filter(({ duty }) => dutyStage(duty) !== 'none').length;
  const open = (index: number): void => navigate(index < 0 || index >= rows.length ? PLACE : `${PLACE}/${rows[index]!.member.id}`, { replace: id !== undefined });
  return (
    <>
      {header}
      <Stack gap={4}>
        <Row spread>
          <IconButton icon="back" label={t('before', { year: year - 1 })} onClick={() => setYear(year - 1)} />
          <h2 className="ui-h2" aria-live="polite">{t('year', { year })}</h2>
          <IconButton icon="next" label={t('after', { year: year + 1 })} disabled={year > yearOf(today)} onClick={() => setYear(year + 1)} />
        </Row>
        {rows.length === 0 ? (
          <EmptyState icon="members" title={t('empty')} action={<Button href="/dang-vien">{t('toList')}</Button>} />
        ) : (
          <>
            <ProgressBar label={t('share')} value={given} max={rows.length} detail={t('detail', { given, all: rows.length })} />
            <CopyAll rows={rows.filter(({ member }) => hasDuty(member, today))} year={year} today={today} />
            <List boxed aria-label={t('title')}>
              {rows.map(({ member, duty }, index) => (
                <ListRow
                  key={member.id}
                  onClick={() => open(index)}
                  title={member.name}
                  subtitle={duty?.text.trim().split('\n')[0] || undefined}
                  trailing={<Badge tone={TONE[dutyStage(duty)]}>{t(`stage.${dutyStage(duty)}`)}</Badge>}
                />
              ))}
            </List>
          </>
        )}
      </Stack>
      <DutySheet row={rows[at]} year={year} today={today} onNext={at < rows.length - 1 ? () => open(at + 1) : undefined} onClose={() => open(-1)} />
    </>
  );
}

/** Last year's duties again for everybody who has none yet this year. */
function CopyAll({ rows, year, today }: { rows: readonly DutyRow[]; year: number; today: string }) {
  const t = useT('duties');
  const write = useWrite();
  const toast = useToast();
  const wanting = rows.filter(({ duty, before }) => dutyStage(duty) === 'none' && (duty?.text.trim() ?? '') === '' && (before?.text.trim() ?? '') !== '');
  if (wanting.length === 0) return null;
  const copy = async (): Promise<void> => {
    const changes = wanting.flatMap(({ member, before }): TypedChange[] => {
      const key = dutyKey(member.id, year);
      return Object.entries({ memberId: member.id, year, text: before!.text, givenOn: today }).map(([field, value]) => ({ key, field, value }));
    });
    if (!(await write(changes))) return;
    toast({ text: t('copiedAll', { count: wanting.length }), action: { label: t('undo'), run: () => void write(changes.map((change) => ({ ...change, value: null }))) } });
  };
  return <Button icon="list" block onClick={() => void copy()}>{t('copyAll', { year: year - 1, count: wanting.length })}</Button>;
}
