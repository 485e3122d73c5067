import { isDate, type Meeting, type MeetingKind } from '@/domain';

/** The kind of meeting in a file's name: plain letters, so that every phone and mail server keeps it whole. */
const KIND: Record<MeetingKind, string> = {
  regular: 'thuong-ky',
  thematic: 'chuyen-de',
  cellCommittee: 'hop-chi-uy',
  committee: 'hop-cap-uy',
  extraordinary: 'bat-thuong',
  combined: 'thuong-ky-chuyen-de',
};

/** The name of a minutes file, e.g. `bien-ban-2026-11-24-thuong-ky.docx`: when and what kind, no name of cell or person. */
export const minutesFileName = (meeting: Pick<Meeting, 'date' | 'kind'>, extension = 'docx'): string =>
  `${['bien-ban', isDate(meeting.date) ? meeting.date : '', Object.hasOwn(KIND, meeting.kind) ? KIND[meeting.kind] : ''].filter(Boolean).join('-')}.${extension}`;

/** What an Excel file of the book holds: the register, the attendance of a year, the tasks, the scores of a year. */
export const EXCEL_KINDS = ['members', 'attendance', 'tasks', 'scores'] as const;
/** One of {@link EXCEL_KINDS}. */
export type ExcelKind = (typeof EXCEL_KINDS)[number];

const EXCEL: Record<ExcelKind, string> = { members: 'danh-sach-dang-vien', attendance: 'du-hop', tasks: 'nhiem-vu', scores: 'cham-diem' };

/** The name of an Excel file, e.g. `du-hop-2026.xlsx`: what it holds and of which day or year, no name of cell or person. */
export const excelFileName = (kind: ExcelKind, when: string): string => `${EXCEL[kind]}-${when}.xlsx`;
