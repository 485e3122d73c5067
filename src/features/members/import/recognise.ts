import { fieldOfHeading, isIdNumber, isNumbering, type Field } from './fields';
import { guessFields, looksLikeDates, splitsName } from './guess';
import { cellText, isBlankRow, type Cell } from './sheet';

/** One column of the file and what it is taken for. `index` counts from 0. */
export interface Column {
  readonly field: Field;
  readonly index: number;
  readonly heading: string;
}

/** What the columns of a file mean. It is data: a person may change the meaning of any column before the preview. */
export interface Recognition {
  /** Index of the (first) row of headings, or null when there is none. */
  readonly headingRow: number | null;
  /** Index of the first row of members. */
  readonly firstRow: number;
  /** Every column in which something stands, but for running numbers; those nobody reads have the field `ignore`. */
  readonly columns: readonly Column[];
  /** Headings that name none of our fields (a running number is not missed, so not listed). */
  readonly unknown: readonly string[];
  /** [IMP-13] Headings of ID card numbers: their columns cannot be chosen. */
  readonly refused: readonly string[];
}

type Rows = readonly (readonly Cell[])[];

const SEARCHED_ROWS = 15;

/** The headings of one or two rows, and where the members begin. */
interface Headings {
  readonly row: number;
  readonly next: number;
  readonly texts: readonly string[];
  readonly fields: readonly (Field | null)[];
}

/**
 * [IMP-6] Finds the row of headings among the first {@link SEARCHED_ROWS} rows and says what each column means.
 * [IMP-7] Two rows may make the headings: "Ngày vào Đảng" above "Dự bị | Chính thức".
 * [IMP-10] Where there are none, the columns are guessed from what stands in them.
 */
export function recognise(rows: Rows): Recognition {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const found = findHeadings(rows, width);
  const first = found ? skipNumberRow(rows, found.next) : Math.max(0, rows.findIndex((row) => !isBlankRow(row)));
  const body = rows.slice(first, first + 200);
  const fields = found ? settle(found, body) : guessFields(body, width);
  const texts = found?.texts ?? [];
  const columns = fields
    .map((field, index) => ({ field: field ?? ('ignore' as const), index, heading: texts[index] ?? '' }))
    .filter((column) => column.heading !== '' || body.some((row) => cellText(row[column.index]) !== ''));
  const ignored = columns.filter((column) => column.field === 'ignore').map((column) => column.heading);
  const refused = ignored.filter(isIdNumber);
  return {
    headingRow: found?.row ?? null,
    firstRow: first,
    columns: columns.filter(({ heading, field }) => field !== 'ignore' || heading === '' || !(isNumbering(heading) || refused.includes(heading))),
    unknown: ignored.filter((heading) => !isNumbering(heading) && !refused.includes(heading)),
    refused,
  };
}

/** The most fields win; among equals one row before two, then the upper one. */
function findHeadings(rows: Rows, width: number): Headings | null {
  const last = Math.min(rows.length, SEARCHED_ROWS);
  const single = Array.from({ length: last }, (_, row) => readHeadings(rows, row, width, 1));
  const double = single.filter(({ row, fields }) => !holdsData(rows[row + 1] ?? [], fields.indexOf('name'))).map(({ row }) => readHeadings(rows, row, width, 2));
  let best: Headings | null = null;
  let most = 0;
  for (const headings of [...single, ...double]) {
    const known = new Set(headings.fields.filter((field) => field !== null));
    if ((known.has('name') || known.has('givenName')) && known.size > most) [best, most] = [headings, known.size];
  }
  return best;
}

/** True when the row cannot be the second of two rows of headings: it holds a number, a date, or a name under "Họ và tên". */
function holdsData(row: readonly Cell[], nameAt: number): boolean {
  const name = cellText(row[nameAt]);
  return (name !== '' && fieldOfHeading(name) === null) || row.some((cell) => typeof cell === 'number' || cell instanceof Date || /\d{2}/.test(cellText(cell)));
}

function readHeadings(rows: Rows, row: number, width: number, depth: 1 | 2): Headings {
  const texts: string[] = [];
  const fields: (Field | null)[] = [];
  let carried = '';
  for (let index = 0; index < width; index += 1) {
    const own = cellText(rows[row]?.[index]);
    const below = depth === 2 ? cellText(rows[row + 1]?.[index]) : '';
    if (own !== '') carried = own;
    // A merged heading stands in its first cell only; the cells below it belong to it.
    const above = own !== '' ? own : below !== '' ? carried : '';
    const both = [above, below].filter((text) => text !== '').join(' ');
    texts.push(both);
    fields.push(fieldOfHeading(both) ?? (below === '' ? null : fieldOfHeading(below)));
  }
  return { row, next: row + depth, texts, fields };
}

/** Many forms number their columns in a row of its own: 1, 2, 3 or (1), (2), (3) or A, B, 1. */
function skipNumberRow(rows: Rows, row: number): number {
  const cells = (rows[row] ?? []).map(cellText).filter((text) => text !== '');
  const numbers = cells.filter((text) => /^\(?(\d{1,2}|[A-E])\)?$/.test(text));
  return cells.length >= 2 && numbers.length === cells.length ? row + 1 : row;
}

/** Takes each field once, and lets the cells decide where a heading can mean two things. */
function settle(found: Headings, body: Rows): (Field | null)[] {
  const fields = [...found.fields];
  const name = fields.indexOf('name');
  // [IMP-8] "Họ và tên" merged over two columns: the second has no heading, and single words stand in it.
  if (name >= 0 && !fields.includes('givenName') && (found.texts[name + 1] ?? '') === '' && splitsName(body, name)) {
    fields[name] = 'familyName';
    fields[name + 1] = 'givenName';
  }
  // "Chính thức" and "Dự bị" head a column of dates or a column of marks.
  fields.forEach((field, index) => {
    if (field === 'official' && looksLikeDates(body, index)) fields[index] = 'officialOn';
    if (field === 'probationary' && looksLikeDates(body, index)) fields[index] = 'joinedOn';
    // [IMP-9] "Nam | Nữ" under "Năm sinh" holds birth dates.
    if (field === 'male' && looksLikeDates(body, index)) fields[index] = 'birthMale';
    if (field === 'female' && looksLikeDates(body, index)) fields[index] = 'birthFemale';
  });
  return fields.map((field, index) => (field !== null && fields.indexOf(field) !== index ? null : field));
}
