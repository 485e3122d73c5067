import type { CalendarDate, Member, MemberId } from '@/domain';
import { dateProblems, yearsAfter } from '../date-problems';
import { changedFields } from './differences';
import type { Field } from './fields';
import { findMatch, indexMembers, type MemberIndex } from './match';
import type { Recognition } from './recognise';
import { isFullRow, kindOfRow } from './row-kind';
import { Seen } from './seen';
import { cellText, type Cell, type Sheet } from './sheet';
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

/**
 * Reads every row under the headings by the given meaning of the columns, beside the members already in the book.
 * @param today the day of the import; a status holds from it, and no birth or joining may lie after it
 */
export function preview(sheet: Sheet, mapping: Recognition, existing: readonly Member[], today: CalendarDate): PreviewRow[] {
  const columns = new Map<Field, number>(mapping.columns.filter((column) => column.field !== 'ignore').map((column) => [column.field, column.index]));
  const hidden = new Set(sheet.hidden);
  const context: Context = { book: indexMembers(existing), seen: new Seen(), today };
  const out: PreviewRow[] = [];
  let group: State | null = null;
  let ended = false;
  sheet.rows.forEach((row, index) => {
    if (index < mapping.firstRow) return;
    const kind = kindOfRow(row, columns, mapping.columns);
    if (kind === 'end') ended = true;
    if (kind === 'group') group = readState(row.map(cellText).join(' '));
    if (kind !== 'member' || (ended && !isFullRow(row, columns))) return;
    const reading = readRow((field): Cell => row[columns.get(field) ?? -1] ?? null, today, group);
    out.push(judge(index + 1, reading, hidden.has(index), context));
  });
  return out;
}

interface Context {
  readonly book: MemberIndex;
  readonly seen: Seen;
  readonly today: CalendarDate;
}

function judge(row: number, reading: RowReading, hidden: boolean, context: Context): PreviewRow {
  const values = inferStanding(reading.values, context.today);
  const problems: Problem[] = [...reading.problems, ...dateProblems(values)];
  if (hidden) problems.push({ field: 'name', reason: 'hiddenRow' });
  const name = (reason: Reason): Problem => ({ field: 'name', reason });
  if (!/\p{L}/u.test(values.name)) return { row, values, problems: [name('nameMissing'), ...problems], changed: [], action: 'skip' };
  const twin = context.seen.add(values);
  if (twin) problems.unshift(name(twin));
  if (twin === 'duplicateInFile') return { row, values, problems, changed: [], action: 'skip' };
  const found = findMatch(context.book, values);
  const sure = found.kind === 'same';
  if (found.kind !== 'none' && !sure) problems.unshift(name('maybeSame'));
  const member = found.kind === 'same' || found.kind === 'maybe' ? found.member : null;
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
