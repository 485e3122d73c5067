import type { CalendarDate, Member, MemberId } from '@/domain';
import { dateProblems, yearsAfter } from '../date-problems';
import { changedFields } from './differences';
import type { Field } from './fields';
import { findMatch, indexMembers, type MemberIndex } from './match';
import { withParts, type Remark } from './parts';
import type { Recognition } from './recognise';
import { isFullRow, kindOfRow } from './row-kind';
import { Seen } from './seen';
import { cellText, isBlankRow, type Cell, type Sheet } from './sheet';
import { readRow, type ImportValues, type Problem, type Reason, type RowReading, type ValueField } from './values';
import { readState, type State } from './words';

/** What becomes of a row: a new member, changes of a known one, nothing new, or nothing at all. */
export type Action = 'add' | 'update' | 'same' | 'skip';

/** One row of the file as it would be taken in. Making it writes nothing. */
export interface PreviewRow {
  /** The row's number as Excel shows it, from 1. */
  readonly row: number;
  readonly values: ImportValues;
  readonly problems: readonly Problem[];
  /** The member of the book that this row is, or may be (then with the problem `maybeSame`). */
  readonly match?: MemberId;
  /** Fields in which the row differs from that member. */
  readonly changed: readonly ValueField[];
  readonly action: Action;
}

/** Reasons for which a row cannot come in as it stands. */
const BLOCKING: ReadonlySet<Reason> = new Set<Reason>(['nameMissing', 'duplicateInFile']);
/** True when the row cannot come in, whatever the person chooses. */
export const isBlocked = (row: Pick<PreviewRow, 'problems'>): boolean => row.problems.some((problem) => BLOCKING.has(problem.reason));

/** What a person may choose for all rows. */
export interface PreviewOptions {
  /** Words for the note on a date of which the file knows only a part; without it, such a date is left out. */
  readonly remark?: Remark | undefined;
}

/** Plain numbers that are dates where days count from 1904: Excel's 1900 begins so many days earlier. */
const FROM_1904 = 1462;
const DATE_FIELDS: ReadonlySet<Field> = new Set<Field>(['birthDate', 'birthMale', 'birthFemale', 'joinedOn', 'officialOn', 'official', 'probationary', 'exempt']);

/**
 * Reads every row under the headings by the given meaning of the columns, beside the members already in the book.
 * @param today the day of the import; a status holds from it, and no birth or joining may lie after it
 */
export function preview(sheet: Sheet, mapping: Recognition, existing: readonly Member[], today: CalendarDate, options: PreviewOptions = {}): PreviewRow[] {
  const columns = columnsOf(mapping);
  const hidden = new Set(sheet.hidden);
  const context: Context = { book: indexMembers(existing), seen: new Seen(), today, ...options };
  const out: PreviewRow[] = [];
  walk(sheet, mapping, (row, index, group) => {
    const cellOf = (field: Field): Cell => {
      const cell = row[columns.get(field) ?? -1] ?? null;
      // A number below is a year, or no date at all.
      return sheet.from1904 && typeof cell === 'number' && cell > 2200 && DATE_FIELDS.has(field) ? cell + FROM_1904 : cell;
    };
    out.push(judge(index + 1, readRow(cellOf, today, group), hidden.has(index), context));
  });
  return out;
}

/** [IMP-14] Rows below the headings, as Excel numbers them, in which something stands and which are no members: sums, headings of groups, signatures. */
export function leftOut(sheet: Sheet, mapping: Recognition): number[] {
  const taken = new Set<number>();
  walk(sheet, mapping, (_, index) => void taken.add(index));
  return sheet.rows.flatMap((row, index) => (index < mapping.firstRow || taken.has(index) || isBlankRow(row) ? [] : [index + 1]));
}

const columnsOf = (mapping: Recognition): Map<Field, number> => new Map(mapping.columns.filter((column) => column.field !== 'ignore').map((column) => [column.field, column.index]));

function walk(sheet: Sheet, mapping: Recognition, onMember: (row: readonly Cell[], index: number, group: State | null) => void): void {
  const columns = columnsOf(mapping);
  let group: State | null = null;
  let ended = false;
  sheet.rows.forEach((row, index) => {
    if (index < mapping.firstRow) return;
    const kind = kindOfRow(row, columns, mapping.columns);
    if (kind === 'end') ended = true;
    if (kind === 'group') group = readState(row.map(cellText).join(' '));
    if (kind === 'member' && (!ended || isFullRow(row, columns))) onMember(row, index, group);
  });
}

interface Context extends PreviewOptions {
  readonly book: MemberIndex;
  readonly seen: Seen;
  readonly today: CalendarDate;
}

function judge(row: number, reading: RowReading, hidden: boolean, context: Context): PreviewRow {
  const plain = inferStanding(reading.values, context.today);
  const found = findMatch(context.book, plain);
  const member = found.kind === 'same' || found.kind === 'maybe' ? found.member : null;
  // Nobody can say yet whose notes these would join.
  const remark = found.kind === 'namesake' && found.member?.note ? undefined : context.remark;
  const { values, problems: told } = withParts(plain, reading.problems, member, remark);
  const problems: Problem[] = [...told, ...dateProblems(values)];
  if (hidden) problems.push({ field: 'name', reason: 'hiddenRow' });
  const name = (reason: Reason): Problem => ({ field: 'name', reason });
  if (!/\p{L}/u.test(values.name)) return { row, values, problems: [name('nameMissing'), ...problems], changed: [], action: 'skip' };
  const twin = context.seen.add(values);
  if (twin) problems.unshift(name(twin));
  if (twin === 'duplicateInFile') return { row, values, problems, changed: [], action: 'skip' };
  const sure = found.kind === 'same';
  if (found.kind !== 'none' && !sure) problems.unshift(name('maybeSame'));
  const taken = member !== null && context.seen.claims(member.id);
  if (taken && sure) problems.unshift(name('duplicateInFile'));
  if (found.kind === 'several' || taken) return { row, values, problems, changed: [], action: 'skip' };
  if (!member && found.kind === 'namesake' && found.member) {
    return { row, values, problems, match: found.member.id, changed: changedFields(values, found.member, context.today), action: 'add' };
  }
  if (!member) return { row, values, problems, changed: [], action: 'add' };
  const changed = changedFields(values, member, context.today);
  return { row, values, problems, match: member.id, changed, action: changed.length > 0 ? 'update' : 'same' };
}

/** [IMP-19] Probation lasts a year: who joined less than a year ago and has no date of recognition is on probation. Source: Điều lệ Đảng, Điều 5. */
function inferStanding(values: ImportValues, today: CalendarDate): ImportValues {
  if (values.standing !== null || values.officialOn !== null || values.joinedOn === null) return values;
  return values.joinedOn > yearsAfter(today, -1) ? { ...values, standing: 'probationary' } : values;
}
