import { useState } from 'react';
import { addMonths, compareNames, monthOf, paysIn, readDues, readMember, recordKey, type DuesState } from '@/domain';
import { formatMonth, useT } from '@/i18n';
import { useCollection, useWrite } from '@/storage';
import { Badge, Button, EmptyState, IconButton, List, ListRow, PageHeader, ProgressBar, Row, Spinner, Stack } from '@/ui';
import { useToday } from './use-members';

/** Who has paid the month's dues. Status only: no sums are kept. */
export function DuesPage() {
  const t = useT('members');
  const write = useWrite();
  const present = monthOf(useToday());
  const [month, setMonth] = useState(present);
  const records = useCollection('member');
  const header = <PageHeader title={t('dues.title')} subtitle={t('dues.lead')} back={{ label: t('form.toList'), href: '/dang-vien' }} />;
  if (!records) return <>{header}<Spinner>{t('common:loading')}</Spinner></>;
  const payers = records
    .map(({ id, fields }) => ({ member: readMember(id, fields), state: readDues(fields).get(month) }))
    .filter(({ member }) => member.name !== '' && paysIn(member, month))
    .sort((a, b) => compareNames(a.member.name, b.member.name));
  const settled = payers.filter(({ state }) => state !== undefined).length;
  const set = (ids: readonly string[], value: DuesState | null): void => void write(ids.map((id) => ({ key: recordKey('member', id), field: `dues/${month}`, value })));
  const open = payers.filter(({ state }) => state === undefined).map(({ member }) => member.id);
  return (
    <>
      {header}
      <Stack gap={4}>
        <Row spread>
          <IconButton icon="back" label={t('dues.before', { month: formatMonth(addMonths(month, -1)) })} onClick={() => setMonth(addMonths(month, -1))} />
          <h2 className="ui-h2" aria-live="polite">{formatMonth(month)}</h2>
          <IconButton icon="next" label={t('dues.after', { month: formatMonth(addMonths(month, 1)) })} disabled={month >= present} onClick={() => setMonth(addMonths(month, 1))} />
        </Row>
        {payers.length === 0 ? (
          <EmptyState icon="members" title={t('empty.title')} action={<Button href="/dang-vien">{t('form.toList')}</Button>} />
        ) : (
          <>
            <ProgressBar label={t('dues.share')} value={settled} max={payers.length} detail={t('dues.detail', { settled, all: payers.length })} />
            {open.length > 0 && <Button icon="check" block onClick={() => set(open, 'paid')}>{t('dues.all', { count: open.length })}</Button>}
            <List boxed>
              {payers.map(({ member, state }) => (
                <ListRow
                  key={member.id}
                  title={member.name}
                  trailing={state && <Badge tone={state === 'paid' ? 'ok' : 'info'} icon="check">{t(`dues.${state}`)}</Badge>}
                  actions={
                    state ? (
                      <Button variant="quiet" aria-label={t('dues.undoOf', { name: member.name })} onClick={() => set([member.id], null)}>{t('undo')}</Button>
                    ) : (
                      <Row gap={2}>
                        <Button aria-label={t('dues.paidOf', { name: member.name })} onClick={() => set([member.id], 'paid')}>{t('dues.paid')}</Button>
                        <Button variant="quiet" aria-label={t('dues.waivedOf', { name: member.name })} onClick={() => set([member.id], 'waived')}>{t('dues.waived')}</Button>
                      </Row>
                    )
                  }
                />
              ))}
            </List>
          </>
        )}
      </Stack>
    </>
  );
}
