import { useMemo } from 'react';
import { compareNames, planState, profileOn, readCell, readMember, readYearPlan, recordKey, statusOn, type CalendarDate, type Cell, type Change, type Json, type Member, type PlanRules, type PlanState, type RecordKey, type YearPlan } from '@/domain';
import { procedureFor } from '@/packs';
import { useCollection, useDirectory, useFields, useWrite } from '@/storage';

/** What every part of the page reads, and the one way to write. */
export interface PlanView {
  readonly key: RecordKey;
  readonly plan: YearPlan;
  readonly state: PlanState;
  readonly today: CalendarDate;
  readonly rules: PlanRules;
  readonly people: readonly Member[];
  readonly nameOf: (id: string) => string;
  /** Writes fields of the plan; null deletes. */
  readonly set: (fields: Readonly<Record<string, Json>>) => void;
  /** Writes changes of any records in one transaction. */
  readonly put: (changes: readonly Change[]) => void;
}

/** Parts of the page that open in a sheet. */
export type Shown = { readonly part: 'days' } | { readonly part: 'month'; readonly month: string } | { readonly part: 'quarter'; readonly quarter: number } | { readonly part: 'visit'; readonly id: string };

/** The plan of a year beside the book; `view` null where none was made, undefined while the book is being read. */
export function usePlan(year: number, today: CalendarDate): { cell: Cell; plans: readonly YearPlan[]; view: PlanView | null } | undefined {
  const records = useCollection('plan');
  const cellFields = useFields('cell:cell');
  const directory = useDirectory();
  const members = useCollection('member');
  const write = useWrite();
  return useMemo(() => {
    if (!records || !cellFields || !directory || !members) return undefined;
    const cell = readCell(cellFields);
    const plans = records.flatMap(({ id, fields }) => readYearPlan(id, fields) ?? []);
    const plan = plans.find((one) => one.year === year);
    if (!plan) return { cell, plans, view: null };
    const key = recordKey('plan', String(year));
    const everybody = members.map(({ id, fields }) => readMember(id, fields));
    const rules = { leadDays: procedureFor('thematic', profileOn(cellFields, today))?.params.documentsLeadDays.value ?? 1, hasCommittee: cell.hasCommittee };
    const names = new Map<string, string>(everybody.map(({ id, name }) => [id, name]));
    const view: PlanView = {
      key,
      plan,
      state: planState(plan, directory, today, rules),
      today,
      rules,
      people: everybody.filter((member) => statusOn(member, today) !== 'left').sort((a, b) => compareNames(a.name, b.name)),
      nameOf: (id) => names.get(id) ?? '',
      put: (changes) => void write(changes),
      set: (fields) => void write(Object.entries(fields).map(([field, value]) => ({ key, field, value }))),
    };
    return { cell, plans, view };
  }, [records, cellFields, directory, members, write, year, today]);
}
