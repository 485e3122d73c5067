import { useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { frameOn, isDate, isRegular, monthOf, newerGuidance, profileOn, readCell, readYearPlan, type Fields, type Json, type MeetingKind, type YearPlan } from '@/domain';
import { formatDate, formatMonth, useT } from '@/i18n';
import { allProcedures, findFrame, procedureFor } from '@/packs';
import { newId, useDirectory, useFields, useWrite, type DirectoryEntry } from '@/storage';
import { useGuidedCell } from '@/storage/guided';
import { Banner, Button, Checkbox, DateInput, DefinitionList, Field, Grid, PageHeader, RadioGroup, Spinner, Stack, TextArea, TextInput, TimeInput } from '@/ui';
import VoteWaiting from './blocks/vote-waiting';
import { nowInstant, today } from './clock';
import { heldInMonth, likelyDate } from './likely-date';
import { askedOf, plannedTheme, themeFields } from './planned';
import { stepHref } from './steps';

/** In the order in which a secretary needs them. */
const KINDS = ['regular', 'combined', 'thematic', 'cellCommittee', 'extraordinary', 'committee'] as const satisfies readonly MeetingKind[];

function MeetingForm({ fields, directory, plan }: { fields: Fields; directory: readonly DirectoryEntry[]; plan: YearPlan | null }) {
  const cell = readCell(fields);
  const t = useT('meeting');
  const write = useWrite();
  const [, navigate] = useLocation();
  const asked = askedOf(useSearch());
  const [kind, setKind] = useState<MeetingKind>(asked.kind ?? 'regular');
  const [date, setDate] = useState(() => asked.date ?? (isRegular(kind) ? likelyDate(cell, plan, directory, 'regular', today()) : today()));
  const [reason, setReason] = useState('');
  const [time, setTime] = useState(cell.meetingTime);
  const [place, setPlace] = useState(cell.meetingPlace);
  const [agreed, setAgreed] = useState(false);
  const [busy, setBusy] = useState(false);
  const procedure = procedureFor(kind, profileOn(fields, date));
  const newer = newerGuidance(allProcedures().filter((pack) => pack.kind === kind), profileOn(fields, date), date);
  const frame = findFrame(frameOn(fields, date));
  const twin = isRegular(kind) ? heldInMonth(directory, 'regular', monthOf(date)) : undefined;
  const theme = plannedTheme(plan, kind, date, asked.quarter);
  const needsReason = kind === 'extraordinary';
  const ok = isDate(date) && time !== '' && procedure !== undefined && (!twin || agreed) && (!needsReason || reason.trim() !== '');
  const create = async (): Promise<void> => {
    if (!ok || busy) return;
    setBusy(true);
    const id = newId();
    const planned: Record<string, Json> = {
      kind,
      date,
      time,
      place: place.trim(),
      procedure: { id: procedure.id, version: procedure.version },
      ...(procedure.params.frame && frame?.kinds.includes(kind) ? { frame: frame.id } : {}),
      ...(needsReason ? { reason: reason.trim() } : {}),
      ...(theme ? themeFields(theme) : {}),
      createdAt: nowInstant(),
    };
    const saved = await write(Object.entries(planned).map(([field, value]) => ({ key: `meeting:${id}` as const, field, value })));
    setBusy(false);
    const first = procedure.phases[0]?.steps[0];
    if (saved && first) navigate(stepHref(id, first.id), { replace: true });
  };
  const choose = (next: MeetingKind): void => {
    setKind(next);
    setAgreed(false);
    setDate(isRegular(next) ? likelyDate(cell, plan, directory, 'regular', today()) : today());
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
      <RadioGroup label={t('new.kind')} options={KINDS.map((value) => ({ value, label: t(`kind.${value}`), hint: t(`new.about.${value}`) }))} value={kind} onValue={choose} />
      {needsReason && (
        <Field label={t('kinds.reason')} hint={t('kinds.reasonHint')} required>
          <TextArea rows={2} value={reason} onValue={setReason} />
        </Field>
      )}
      {needsReason && <VoteWaiting kind={kind} text={reason} onText={setReason} />}
      <DefinitionList items={[...(theme ? [{ term: t('new.theme'), value: theme.theme }] : []), { term: t('new.procedure'), value: procedure.basis }]} />
      {newer && <p className="ui-caption">{t('new.newer', { basis: newer.basis, date: formatDate(newer.effectiveFrom) })}</p>}
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
  const cellFields = useGuidedCell();
  const directory = useDirectory();
  const search = useSearch();
  const { date } = askedOf(search);
  const year = (date ?? today()).slice(0, 4);
  const plan = useFields(`plan:${year}`);
  return (
    <Stack>
      <PageHeader title={t('new.title')} back={{ label: t('page.list'), href: '/cuoc-hop' }} />
      {cellFields && directory && plan ? <MeetingForm key={search} fields={cellFields} directory={directory} plan={readYearPlan(year, plan)} /> : <Spinner>{t('common:loading')}</Spinner>}
    </Stack>
  );
}
