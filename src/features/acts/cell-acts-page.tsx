import { dateInVietnam } from '@/domain';
import { formatDate, formatMoment, useT } from '@/i18n';
import { reasonKey } from '@/sync';
import { Banner, Button, EmptyState, List, ListRow, PageHeader, Section, Spinner, Stack } from '@/ui';
import { useActs, type CellAct } from './use-acts';

/** What this app has words for; a newer server may write down more. */
const KNOWN = ['view', 'grade', 'guidance', 'code', 'spareKeyOpened', 'sheet'];

/** Acts by day, the newest day and act first. */
function byDay(acts: readonly CellAct[]): [string, CellAct[]][] {
  const days = new Map<string, CellAct[]>();
  for (const one of [...acts].reverse()) {
    const day = dateInVietnam(one.at);
    days.set(day, [...(days.get(day) ?? []), one]);
  }
  return [...days];
}

/** `/ai-da-xem`: which persons of the committee have opened what the cell sent, and what they did with it. */
export function CellActsPage() {
  const t = useT('acts');
  const { known, refresh } = useActs();
  const title = <PageHeader title={t('title')} subtitle={t('lead')} back={{ label: t('common:back'), href: '/gui-nhan' }} />;
  if (!known) return <>{title}<Spinner>{t('asking')}</Spinner></>;
  if (!known.acts) return <>{title}<EmptyState icon="eye" title={t('alone.title')}>{t('alone.text')}</EmptyState></>;
  return (
    <>
      {title}
      <Stack gap={5}>
        {known.failed && <Banner tone="warn" action={<Button onClick={refresh}>{t('again')}</Button>}>{t(reasonKey(known.failed))}</Banner>}
        {known.acts.length === 0 && <EmptyState icon="eye" title={t('none.title')}>{t('none.text')}</EmptyState>}
        {byDay(known.acts).map(([day, acts]) => (
          <Section key={day} title={formatDate(day)}>
            <List boxed>
              {acts.map(({ seq, at, act, person, office }) => <ListRow key={seq} title={t(`act.${KNOWN.includes(act) ? act : 'other'}`)} subtitle={`${person}, ${office} · ${formatMoment(at)}`} />)}
            </List>
          </Section>
        ))}
      </Stack>
    </>
  );
}
