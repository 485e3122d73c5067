import { useMemo } from 'react';
import { compareNames, planState, profileOn, readCell, readMember, readYearPlan, recordKey, statusOn, withPreparation, yearOf, type CalendarDate, type Cell, type Change, type Json, type ListedMeeting, type Member, type PlanRules, type PlanState, type RecordKey, type YearPlan } from '@/domain';
import { procedureFor } from '@/packs';
import { useCollection, useDirectory, useFields, useWrite, type DirectoryEntry } from '@/storage';
import { useGuidedCell } from '@/storage/guided';

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
  const cellFields = useGuidedCell();
  const directory = useDirectory();
  const members = useCollection('member');
  const write = useWrite();
  const prepared = usePrepared(directory, year);
  return useMemo(() => {
    if (!records || !cellFields || !prepared || !members) return undefined;
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
      state: planState(plan, prepared, today, rules),
      today,
      rules,
      people: everybody.filter((member) => statusOn(member, today) !== 'left').sort((a, b) => compareNames(a.name, b.name)),
      nameOf: (id) => names.get(id) ?? '',
      put: (changes) => void write(changes),
      set: (fields) => void write(Object.entries(fields).map(([field, value]) => ({ key, field, value }))),
    };
    return { cell, plans, view };
  }, [records, cellFields, prepared, members, write, year, today]);
}

/** The list of meetings; those of the year's themes that are being prepared with what their preparation says. A year has four, seldom more than one at a time. */
function usePrepared(directory: readonly DirectoryEntry[] | undefined, year: number): readonly ListedMeeting[] | undefined {
  const ids = directory?.filter(({ kind, state, date }) => state === 'planned' && (kind === 'thematic' || kind === 'combined') && yearOf(date) === year).map(({ id }) => id) ?? [];
  const first = useFields(recordKey('meeting', ids[0] ?? 'none'));
  const second = useFields(recordKey('meeting', ids[1] ?? 'none'));
  const third = useFields(recordKey('meeting', ids[2] ?? 'none'));
  const fourth = useFields(recordKey('meeting', ids[3] ?? 'none'));
  const wanted = ids.join(' ');
  return useMemo(() => {
    if (!directory || !first || !second || !third || !fourth) return undefined;
    const records = new Map(wanted.split(' ').map((id, index) => [id, [first, second, third, fourth][index]]));
    return directory.map((entry) => withPreparation(entry, records.get(entry.id) ?? {}));
  }, [directory, wanted, first, second, third, fourth]);
}
