import { useState } from 'react';
import { useLocation } from 'wouter';
import { isDate, monthOf, readCell, type Cell, type Json } from '@/domain';
import { formatDate, formatMonth, useT } from '@/i18n';
import { procedureFor } from '@/packs';
import { newId, useDirectory, useFields, useWrite, type DirectoryEntry } from '@/storage';
import { Banner, Button, Checkbox, DateInput, DefinitionList, Field, Grid, PageHeader, Spinner, Stack, TextInput, TimeInput } from '@/ui';
import { nowInstant, today } from './clock';
import { heldInMonth, likelyDate } from './new-meeting';
import { stepHref } from './steps';

const KIND = 'regular';

function MeetingForm({ cell, directory }: { cell: Cell; directory: readonly DirectoryEntry[] }) {
  const t = useT('meeting');
  const write = useWrite();
  const [, navigate] = useLocation();
  const [date, setDate] = useState(() => likelyDate(cell, directory, KIND, today()));
  const [time, setTime] = useState(cell.meetingTime);
  const [place, setPlace] = useState(cell.meetingPlace);
  const [agreed, setAgreed] = useState(false);
  const [busy, setBusy] = useState(false);
  const procedure = procedureFor(KIND, cell.profile);
  const twin = heldInMonth(directory, KIND, monthOf(date));
  const ok = isDate(date) && time !== '' && procedure !== undefined && (!twin || agreed);
  const create = async (): Promise<void> => {
    if (!ok || busy) return;
    setBusy(true);
    const id = newId();
    const fields: Record<string, Json> = {
      kind: KIND,
      date,
      time,
      place: place.trim(),
      procedure: { id: procedure.id, version: procedure.version },
      createdAt: nowInstant(),
    };
    const saved = await write(Object.entries(fields).map(([field, value]) => ({ key: `meeting:${id}` as const, field, value })));
    setBusy(false);
    const first = procedure.phases[0]?.steps[0];
    if (saved && first) navigate(stepHref(id, first.id), { replace: true });
  };
  if (!procedure) return <Banner tone="danger">{t('new.noProcedure')}</Banner>;
  return (
    <form
      className="ui-stack"
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <DefinitionList
        items={[
          { term: t('new.kind'), value: t(`kind.${KIND}`) },
          { term: t('new.procedure'), value: procedure.basis },
        ]}
      />
      {procedure.status === 'secondarySources' && <Banner tone="warn">{t('why.packSecondary')}</Banner>}
      <Grid>
        <Field label={t('details.date')} required>
          <DateInput
            value={date}
            onValue={(next) => {
              setDate(next);
              setAgreed(false);
            }}
          />
        </Field>
        <Field label={t('details.time')} required>
          <TimeInput value={time} onValue={setTime} />
        </Field>
      </Grid>
      <Field label={t('details.place')}>
        <TextInput value={place} onValue={setPlace} />
      </Field>
      {twin && (
        <Banner tone="warn" title={t('new.twinTitle', { month: formatMonth(monthOf(date)) })}>
          <p>{t('new.twinText', { date: formatDate(twin.date), state: t(`state.${twin.state}`) })}</p>
          <Checkbox checked={agreed} onValue={setAgreed}>
            {t('new.twinAgree')}
          </Checkbox>
        </Banner>
      )}
      <Button type="submit" variant="primary" size="large" block busy={busy} disabled={!ok}>
        {t('new.create')}
      </Button>
    </form>
  );
}

/** A new meeting: when and where. Everything else is asked for step by step. */
export default function MeetingNewPage() {
  const t = useT('meeting');
  const cellFields = useFields('cell:cell');
  const directory = useDirectory();
  return (
    <Stack>
      <PageHeader title={t('new.title')} back={{ label: t('page.list'), href: '/cuoc-hop' }} />
      {cellFields && directory ? <MeetingForm cell={readCell(cellFields)} directory={directory} /> : <Spinner>{t('common:loading')}</Spinner>}
    </Stack>
  );
}
