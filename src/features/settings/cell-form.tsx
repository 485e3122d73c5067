import { readCell, type Json } from '@/domain';
import { useT } from '@/i18n';
import { useDraft, useFields, useWrite } from '@/storage';
import { Field, RadioGroup, Section, Select, Switch, TextInput, TimeInput } from '@/ui';

const CELL = 'cell:cell';
const DAYS = Array.from({ length: 31 }, (_, index) => index + 1);

/** The cell's details. No Save button: each letter is kept as it is typed. */
export function CellForm() {
  const t = useT('settings');
  const write = useWrite();
  const fields = useFields(CELL);
  const cell = readCell(fields ?? {});
  const put = (field: string, value: Json): void => void write([{ key: CELL, field, value }]);
  return (
    <Section title={t('cell.title')}>
      <p className="ui-muted">{t('cell.lead')}</p>
      <DraftField field="name" label={t('cell.name')} max={200} />
      <DraftField field="superior" label={t('cell.superior')} hint={t('cell.superiorHint')} max={200} />
      <DraftField field="placeName" label={t('cell.placeName')} hint={t('cell.placeNameHint')} max={100} />
      <DraftField field="meetingPlace" label={t('cell.meetingPlace')} max={200} />
      <Field label={t('cell.meetingDay')} hint={t('cell.meetingDayHint')}>
        <Select value={cell.meetingDay ?? ''} onValue={(value) => put('meetingDay', value === '' ? null : Number(value))}>
          <option value="">{t('cell.noDay')}</option>
          {DAYS.map((day) => <option key={day} value={day}>{t('cell.day', { day })}</option>)}
        </Select>
      </Field>
      <Field label={t('cell.meetingTime')}>
        <TimeInput value={cell.meetingTime} onValue={(value) => value !== '' && put('meetingTime', value)} />
      </Field>
      <Switch checked={cell.hasCommittee} hint={t('cell.hasCommitteeHint')} onValue={(has) => put('hasCommittee', has)}>{t('cell.hasCommittee')}</Switch>
      <RadioGroup
        label={t('cell.signFor')}
        hint={t('cell.signForHint')}
        options={(['cell', 'cellCommittee'] as const).map((value) => ({ value, label: t(`cell.sign.${value}`) }))}
        value={cell.signFor}
        onValue={(value) => put('signFor', value)}
      />
    </Section>
  );
}

function DraftField({ field, label, hint, max }: { field: string; label: string; hint?: string; max: number }) {
  const draft = useDraft(CELL, field);
  return (
    <Field label={label} hint={hint}>
      <TextInput value={draft.value} onValue={draft.set} onBlur={() => void draft.flush()} maxLength={max} autoComplete="off" />
    </Field>
  );
}
