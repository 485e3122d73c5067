import type { MeetingRecord } from '@/protocol';

const nobody = { total: 0, present: 0 };

/** A small document that the server takes. */
export const DOCUMENT: MeetingRecord = {
  type: 'meeting',
  schema: 1,
  meetingId: 'm',
  kind: 'regular',
  cellName: 'Chi bộ Thử',
  procedure: { id: 'regular', version: 1, basis: 'thử' },
  date: '2026-03-03',
  place: 'Phòng họp',
  startedAt: '2026-03-03T07:00:00.000Z',
  endedAt: '2026-03-03T08:30:00.000Z',
  closedAt: '2026-03-03T08:40:00.000Z',
  minutes: 90,
  chair: 'Trần Văn Thử',
  clerk: 'Lê Thị Thử',
  attendance: { strength: 3, expected: 3, present: 3, ratePercent: 100, official: { total: 3, present: 3 }, probationary: nobody, temporaryIn: nobody, temporaryOut: nobody, exempt: nobody, excused: [], unexcused: [], late: 0, leftEarly: 0 },
  guests: [],
  documents: [],
  steps: [],
  warnings: [],
  contributions: { count: 0, speakers: 0, byKind: {} },
  votes: [],
  conclusion: 'Nhất trí.',
  tasks: [],
  reviewedTasks: { due: 0, done: 0 },
  petitions: [],
  score: null,
  minutesText: [],
  minutesHash: '0'.repeat(64),
};
