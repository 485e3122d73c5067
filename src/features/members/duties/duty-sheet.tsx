import { useRef } from 'react';
import { dutyKey, type CalendarDate, type Json } from '@/domain';
import { useT } from '@/i18n';
import { useDraft, useWrite, type Draft } from '@/storage';
import { Button, Field, Section, Sheet, Stack, TextArea } from '@/ui';
import { TypedDate } from '../date-field';
import { DutyReports } from './duty-reports';
import type { DutyRow } from './use-duties';

export interface DutySheetProps {
  row: DutyRow | undefined;
  year: number;
  today: CalendarDate;
  /** To the member after this one; absent for the last. */
  onNext: (() => void) | undefined;
  onClose: () => void;
}

/** One member's duties of a year, on the disk as they are typed; then the next member's. */
export function DutySheet({ row, onNext, onClose, ...rest }: DutySheetProps) {
  const t = useT('duties');
  const footer = (
    <>
      {onNext && <Button variant="primary" size="large" icon="next" onClick={onNext}>{t('next')}</Button>}
      <Button variant={onNext ? 'secondary' : 'primary'} size="large" onClick={onClose}>{t('done')}</Button>
    </>
  );
  return (
    <Sheet open={row !== undefined} title={row?.member.name ?? ''} closeLabel={t('common:close')} onClose={onClose} footer={footer}>
      {row && <DutyForm key={`${row.member.id}.${rest.year}`} row={row} {...rest} />}
    </Sheet>
  );
}

function DutyForm({ row: { member, duty, before }, year, today }: { row: DutyRow; year: number; today: CalendarDate }) {
  const t = useT('duties');
  const write = useWrite();
  const key = dutyKey(member.id, year);
  const text = useDraft(key, 'text');
  const self = useDraft(key, 'self');
  const begun = useRef(duty !== null);
  const put = (values: Record<string, Json>): Promise<boolean> => {
    // Duties exist from their first letter on, and are given that day unless another is said.
    const birth = begun.current ? {} : { memberId: member.id, year, givenOn: today };
    begun.current = true;
    return write(Object.entries({ ...birth, ...values }).map(([field, value]) => ({ key, field, value })));
  };
  const type = (draft: Draft) => (value: string): void => {
    if (!begun.current) void put({});
    draft.set(value);
  };
  const assess = (value: string): void => {
    type(self)(value);
    if (!duty?.selfOn) void put({ selfOn: today });
  };
  return (
    <Stack gap={5}>
      <Stack>
        <Field label={t('field.text', { year })} hint={t('field.textHint')}>
          <TextArea rows={5} maxLength={4000} value={text.value} onValue={type(text)} onBlur={() => void text.flush()} />
        </Field>
        {text.value.trim() === '' && before && before.text.trim() !== '' && (
          <Button icon="list" onClick={() => void put({ text: before.text })}>{t('copy', { year: year - 1 })}</Button>
        )}
        <TypedDate label={t('field.givenOn')} value={duty?.givenOn ?? null} onDate={(date) => void put({ givenOn: date })} />
      </Stack>
      {duty && duty.text.trim() !== '' && (
        <>
          <DutyReports duty={duty} today={today} put={put} />
          <Section title={t('self.title')} level={3}>
            <Field label={t('self.label')} hint={t('self.hint')}>
              <TextArea rows={3} maxLength={4000} value={self.value} onValue={assess} onBlur={() => void self.flush()} />
            </Field>
          </Section>
        </>
      )}
    </Stack>
  );
}
