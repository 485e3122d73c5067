import { useState } from 'react';
import { frameOn, isDate, profileOf, profileOn, type CalendarDate, type Fields } from '@/domain';
import { useT } from '@/i18n';
import { allFrames, allProcedures } from '@/packs';
import { useWrite } from '@/storage';
import { Button, DateInput, Disclosure, Field, Select, Stack, useToast } from '@/ui';

/** Another guidance, or another scoring frame, from a day on. What was planned before keeps its own. */
export function ProfileForm({ fields, today }: { fields: Fields; today: CalendarDate }) {
  const t = useT('rules');
  const toast = useToast();
  const write = useWrite();
  const [profile, setProfile] = useState(() => profileOn(fields, today));
  const [frame, setFrame] = useState(() => frameOn(fields, today) ?? '');
  const [from, setFrom] = useState<string>(today);
  const regular = allProcedures().filter(({ kind }) => kind === 'regular');
  const apply = async (): Promise<void> => {
    const changes = [
      { field: `profile/${from}`, value: profile, now: profileOn(fields, from) },
      { field: `frame/${from}`, value: frame, now: frameOn(fields, from) ?? '' },
    ].filter(({ value, now }) => value !== now);
    const saved = await write(changes.map(({ field, value }) => ({ key: 'cell:cell' as const, field, value })));
    if (saved) toast({ text: t(changes.length > 0 ? 'applied' : 'same') });
  };
  return (
    <Disclosure summary={t('change')}>
      <Stack>
        <Field label={t('profile')}>
          <Select value={profile} onValue={setProfile}>
            {regular.map(({ id, basis }) => <option key={id} value={profileOf(id)}>{basis}</option>)}
          </Select>
        </Field>
        <Field label={t('frame')} hint={t('frameHint')}>
          <Select value={frame} onValue={setFrame}>
            <option value="">{t('frameOfProcedure')}</option>
            {allFrames().map(({ id, title, basis }) => <option key={id} value={id}>{`${title}: ${basis}`}</option>)}
          </Select>
        </Field>
        <Field label={t('from')}>
          <DateInput value={from} onValue={setFrom} />
        </Field>
        <Button icon="check" disabled={!isDate(from)} onClick={() => void apply()}>{t('apply')}</Button>
      </Stack>
    </Disclosure>
  );
}
