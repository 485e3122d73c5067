import { useState } from 'react';
import { STATUSES, statusOn, type CalendarDate, type Member, type RecordKey, type Status } from '@/domain';
import { formatDate, useT } from '@/i18n';
import { useWrite } from '@/storage';
import { Badge, Button, Card, IconButton, List, ListRow, RadioGroup, Sheet, Stack, useToast } from '@/ui';
import { TypedDate } from './date-field';

/** How the member takes part in the cell, each from a day on: the history, and a change to it. */
export function StatusSection({ record, member, today }: { record: RecordKey; member: Member; today: CalendarDate }) {
  const t = useT('members');
  const write = useWrite();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const now = statusOn(member, today);
  const put = (from: CalendarDate, status: Status | null): void => void write([{ key: record, field: `status/${from}`, value: status }]);
  const remove = (from: CalendarDate, status: Status): void => {
    put(from, null);
    toast({ text: t('status.removed'), action: { label: t('undo'), run: () => put(from, status) } });
  };
  return (
    <Card title={t('status.title')} actions={<Badge tone={now === 'active' ? 'ok' : now === 'suspended' ? 'danger' : 'neutral'}>{t(`status.name.${now}`)}</Badge>}>
      {member.statuses.length > 0 ? (
        <List aria-label={t('status.history')}>
          {[...member.statuses].reverse().map(({ from, status }) => (
            <ListRow
              key={from}
              title={t(`status.name.${status}`)}
              subtitle={t(from > today ? 'status.willBegin' : 'status.since', { date: formatDate(from) })}
              actions={<IconButton icon="trash" label={t('status.remove', { status: t(`status.name.${status}`), date: formatDate(from) })} onClick={() => remove(from, status)} />}
            />
          ))}
        </List>
      ) : (
        <p className="ui-muted">{t('status.none')}</p>
      )}
      <Button icon="edit" aria-haspopup="dialog" onClick={() => setOpen(true)}>{t('status.change')}</Button>
      <Sheet open={open} title={t('status.change')} closeLabel={t('common:close')} onClose={() => setOpen(false)} dismissible={false}>
        <StatusForm
          now={now}
          today={today}
          onDone={(from, status) => {
            setOpen(false);
            put(from, status);
          }}
        />
      </Sheet>
    </Card>
  );
}

function StatusForm({ now, today, onDone }: { now: Status; today: CalendarDate; onDone: (from: CalendarDate, status: Status) => void }) {
  const t = useT('members');
  const [status, setStatus] = useState<Status | null>(null);
  const [from, setFrom] = useState<CalendarDate | null>(today);
  const [asked, setAsked] = useState(false);
  const submit = (): void => {
    setAsked(true);
    if (status && from) onDone(from, status);
  };
  return (
    <Stack>
      <RadioGroup
        label={t('status.which')}
        value={status}
        onValue={setStatus}
        error={asked && !status ? t('status.choose') : undefined}
        options={STATUSES.filter((name) => name !== now).map((name) => ({ value: name, label: t(`status.name.${name}`), hint: t(`status.hint.${name}`) }))}
      />
      <TypedDate label={t('status.from')} hint={t('status.fromHint')} value={from} onDate={setFrom} />
      <Button variant="primary" size="large" icon="check" block onClick={submit}>{t('status.save')}</Button>
    </Stack>
  );
}
