import { foldHeading, isIdNumber, isNumbering, type Field } from './fields';
import { isDateLike } from './guess';
import type { Column } from './recognise';
import { cellText, type Cell } from './sheet';

/** What a row under the headings is: `group` is the heading of a group of members, `end` begins the signatures. */
export type RowKind = 'member' | 'group' | 'end' | 'other';

const NAMES: readonly Field[] = ['name', 'familyName', 'givenName'];

/** Folded by {@link foldHeading}. */
const END = /^(nguoi (lap|tong hop|ghi|kiem tra)( .*)?|lap (bieu|bang)|t m .*|tm (chi bo|chi uy|dang uy|ban).*|ky (va )?(ghi )?(ro )?(ho )?ten|xac nhan( .*)?|(.* )?ngay \d{0,2} ?thang \d{0,2} ?nam( \d{4})?|(pho )?bi thu)$/;

// With their tone marks, lest Tống and Điền be taken for a sum and a heading.
const SUM = /^(tổng(\s+(số|cộng))?|cộng|tong (so|cong))(?=[\s:.,]|$)/;
const GROUP = /^(([ivx]+|[a-h]|\d{1,2})[\s.):/-]+)?(đảng viên|tổ đảng|chi [uủ][ỷy]|chi bộ|danh sách|các đồng chí|(được |diện )?miễn|nhóm|bộ phận|tổ (số )?\d+|sinh hoạt tạm thời|dự bị|chính thức)(?=[\s:.,(]|$)/;

/**
 * [IMP-14] Tells a member's row from the rest: blank, a sum, a group's heading ("II. Đảng viên dự bị"), the headings once
 * more on a new page, the signatures at the end.
 */
export function kindOfRow(row: readonly Cell[], columns: ReadonlyMap<Field, number>, all: readonly Column[]): RowKind {
  const filled = row.map(cellText).filter((text) => text !== '');
  if (filled.length === 0) return 'other';
  const folded = filled.map(foldHeading);
  const plain = filled.map((text) => text.toLocaleLowerCase('vi'));
  const name = NAMES.map((field) => foldHeading(cellText(row[columns.get(field) ?? -1]))).join(' ').trim();
  if ((name === '' || END.test(name)) && folded.some((text) => END.test(text))) return 'end';
  if (plain.slice(0, 2).some((text) => SUM.test(text))) return 'other';
  // A group's heading is alone in its row, but for a number before it; a merged one stands in the first cell.
  if (filled.length <= 2 && GROUP.test(plain.join(' '))) return 'group';
  const headings = all.map((column) => foldHeading(column.heading));
  if (filled.length > 1 && folded.every((text) => isNumbering(text) || isIdNumber(text) || headings.some((heading) => heading === text || heading.startsWith(`${text} `)))) return 'other';
  return [...columns.values()].some((index) => cellText(row[index]) !== '') ? 'member' : 'other';
}

const DATES: readonly Field[] = ['birthDate', 'birthMale', 'birthFemale', 'joinedOn', 'officialOn'];

/** True when a row names a person and has a date of theirs: names alone under the signatures are those who signed. */
export function isFullRow(row: readonly Cell[], columns: ReadonlyMap<Field, number>): boolean {
  const at = (field: Field): Cell => row[columns.get(field) ?? -1] ?? null;
  return NAMES.some((field) => cellText(at(field)) !== '') && DATES.some((field) => isDateLike(at(field)));
}
