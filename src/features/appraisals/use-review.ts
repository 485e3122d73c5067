import { useMemo, useState } from 'react';
import { appraisalRulesOf, dateInVietnam, dayOfYear, formKindFor, isGraded, readAppraisal, readMember, recordKey, type Appraisal, type AppraisalForm, type AppraisalRules, type CalendarDate, type Fields, type Json, type Member, type RecordKey } from '@/domain';
import { allAppraisalRules } from '@/packs/appraisals';
import { useFields, useWrite } from '@/storage';

/** One review with all that its cards read and write. */
export interface Review {
  readonly record: RecordKey;
  readonly year: number;
  readonly fields: Fields;
  /** Null before anything is written. */
  readonly appraisal: Appraisal | null;
  /** Null: the cell as a whole. */
  readonly member: Member | null;
  readonly day: CalendarDate;
  readonly today: CalendarDate;
  readonly rules: AppraisalRules;
  readonly form: AppraisalForm;
  readonly graded: boolean;
  /** Writes fields; the first writing keeps the form and the rules that the review was begun with. */
  readonly put: (values: Readonly<Record<string, Json>>) => void;
}

/** Reads a review; undefined until loaded. */
export function useReview(id: string, year: number, memberId: string | null): Review | undefined {
  const record = recordKey('appraisal', id);
  const fields = useFields(record);
  const person = useFields(recordKey('member', memberId ?? 'none'));
  const write = useWrite();
  const [today] = useState(() => dateInVietnam(new Date().toISOString()));
  return useMemo(() => {
    if (!fields || !person) return undefined;
    const appraisal = readAppraisal(id, fields);
    const member = memberId === null ? null : readMember(memberId, person);
    const day = dayOfYear(year, today);
    const rules = allAppraisalRules.find((one) => one.id === appraisal?.rules) ?? appraisalRulesOf(allAppraisalRules, year);
    const form = rules?.forms.find((one) => one.id === appraisal?.form) ?? rules?.forms.find(({ kind }) => kind === formKindFor(member, day));
    if (!rules || !form) return undefined;
    const put = (values: Readonly<Record<string, Json>>): void => {
      const begun = appraisal?.form ? values : { form: form.id, rules: rules.id, ...values };
      void write(Object.entries(begun).map(([field, value]) => ({ key: record, field, value })));
    };
    return { record, year, fields, appraisal, member, day, today, rules, form, graded: isGraded(appraisal, member, day), put };
  }, [fields, person, id, memberId, year, today, record, write]);
}
