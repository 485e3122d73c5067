import { isDate, type Meeting, type MeetingKind } from '@/domain';
import type { DocumentKind } from './kinds';

/** The kind of meeting in a file's name: plain letters, so that every phone and mail server keeps it whole. */
const KIND: Record<MeetingKind, string> = {
  regular: 'thuong-ky',
  thematic: 'chuyen-de',
  cellCommittee: 'hop-chi-uy',
  committee: 'hop-cap-uy',
  extraordinary: 'bat-thuong',
  combined: 'thuong-ky-chuyen-de',
};

const DOCUMENT: Record<DocumentKind, string> = {
  notice: 'thong-bao', invitation: 'giay-moi', programme: 'chuong-trinh', thematicPlan: 'ke-hoach-chuyen-de', thematicOutline: 'de-cuong-chuyen-de', attendance: 'diem-danh',
  ballot: 'phieu', minutes: 'bien-ban', extract: 'trich-bien-ban', resolution: 'nghi-quyet', conclusion: 'ket-luan', scoreSheet: 'cham-diem', counting: 'kiem-phieu', correction: 'dinh-chinh',
};

/** The name of a document's file, e.g. `nghi-quyet-2026-11-24-thuong-ky.pdf`: what, when and what kind of meeting, no name of cell or person. */
export const documentFileName = (kind: DocumentKind, meeting: Pick<Meeting, 'date' | 'kind'>, extension: string): string =>
  `${[DOCUMENT[kind], isDate(meeting.date) ? meeting.date : '', Object.hasOwn(KIND, meeting.kind) ? KIND[meeting.kind] : ''].filter(Boolean).join('-')}.${extension}`;

/** The name of a minutes file, e.g. `bien-ban-2026-11-24-thuong-ky.docx`. */
export const minutesFileName = (meeting: Pick<Meeting, 'date' | 'kind'>): string => documentFileName('minutes', meeting, 'docx');

/** The name of a meeting's calendar file, e.g. `lich-hop-2026-11-24-thuong-ky.ics`. */
export const calendarFileName = ({ date, kind }: Pick<Meeting, 'date' | 'kind'>): string => `${['lich-hop', date, KIND[kind]].filter(Boolean).join('-')}.ics`;

/** The name of a year plan's file, e.g. `ke-hoach-sinh-hoat-2027.pdf`. */
export const yearPlanFileName = (year: number, extension: string): string => `ke-hoach-sinh-hoat-${year}.${extension}`;

/** The name of a yearly review's paper, e.g. `ban-kiem-diem-2026.docx`: no name of a person. */
export const reviewFileName = (paper: 'self' | 'grade', year: number, extension: string): string => `${paper === 'self' ? 'ban-kiem-diem' : 'nhan-xet-xep-loai'}-${year}.${extension}`;

/** What an Excel file of the book holds: the register, the attendance of a year, the tasks, the scores of a year. */
export const EXCEL_KINDS = ['members', 'attendance', 'tasks', 'scores'] as const;
/** One of {@link EXCEL_KINDS}. */
export type ExcelKind = (typeof EXCEL_KINDS)[number];

const EXCEL: Record<ExcelKind, string> = { members: 'danh-sach-dang-vien', attendance: 'du-hop', tasks: 'nhiem-vu', scores: 'cham-diem' };

/** The name of an Excel file, e.g. `du-hop-2026.xlsx`: what it holds and of which day or year, no name of cell or person. */
export const excelFileName = (kind: ExcelKind, when: string): string => `${EXCEL[kind]}-${when}.xlsx`;
