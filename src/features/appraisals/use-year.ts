import { useMemo } from 'react';
import { appraisalId, compareNames, dayOfYear, isReviewed, readAppraisal, readMember, reviewYear, type Appraisal, type CalendarDate, type RecordKey, type Reviewed } from '@/domain';
import { useCollection } from '@/storage';

/** A review on the year's list; `member` null: the cell as a whole. */
export interface Line extends Reviewed {
  readonly id: string;
}

/** What the year's page shows. */
export interface ReviewYear {
  readonly year: number;
  /** The day that the year is looked at. */
  readonly day: CalendarDate;
  readonly cell: Line;
  /** By given name. */
  readonly people: readonly Line[];
  readonly years: readonly number[];
  /** All reviews of the book with what is written in them. */
  readonly all: readonly (Appraisal & { readonly key: RecordKey; readonly fields: readonly string[] })[];
}

/** A year's reviews: everybody who belongs to the cell, and whoever has one. Undefined until read. */
export function useReviewYear(asked: number | null, today: CalendarDate): ReviewYear | undefined {
  const members = useCollection('member');
  const records = useCollection('appraisal');
  return useMemo(() => {
    if (!members || !records) return undefined;
    const year = asked ?? reviewYear(today);
    const day = dayOfYear(year, today);
    const all = records.flatMap(({ id, key, fields }) => {
      const appraisal = readAppraisal(id, fields);
      return appraisal ? [{ ...appraisal, key, fields: Object.keys(fields) }] : [];
    });
    const of = (memberId: string | null): Appraisal | null => all.find(({ id }) => id === appraisalId(year, memberId)) ?? null;
    const people = members
      .map(({ id, fields }) => readMember(id, fields))
      .filter((member) => member.name !== '' && (isReviewed(member, day) || of(member.id)))
      .sort((a, b) => compareNames(a.name, b.name))
      .map((member): Line => ({ id: appraisalId(year, member.id), member, appraisal: of(member.id) }));
    const present = Number(today.slice(0, 4));
    const years = [...new Set([year, present, present - 1, ...all.map((one) => one.year)])].sort((a, b) => b - a);
    return { year, day, cell: { id: appraisalId(year, null), member: null, appraisal: of(null) }, people, years, all };
  }, [members, records, asked, today]);
}
