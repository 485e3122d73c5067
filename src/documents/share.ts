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
