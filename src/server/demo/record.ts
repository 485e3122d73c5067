import { canonicalJson, criteriaOf, stepsOf, type Frame, type Procedure } from '@/domain';
import type { MeetingRecord } from '@/protocol';
import { sha256 } from '../accounts';
import { PEOPLE, TOPICS } from './people';

const PRESENT = 21;
const EXPECTED = 22;

/** A meeting of the demonstration. `date`: when it was held, YYYY-MM-DD. `index`: which topic it had. */
export interface DemoMeeting {
  readonly cellName: string;
  readonly place: string;
  readonly date: string;
  readonly index: number;
}

/** The record of a made-up regular meeting, as a phone would send it: 14.00 to 15.35 in Việt Nam, everything in order. */
export function demoRecord({ cellName, place, date, index }: DemoMeeting, procedure: Procedure, frame: Frame): MeetingRecord {
  const topic = TOPICS[index % TOPICS.length] ?? TOPICS[0];
  const conclusion = `Chi bộ thống nhất: ${topic}. Giao chi ủy theo dõi, báo cáo ở kỳ sinh hoạt sau.`;
  const minutesText = [
    { heading: 'Thành phần', text: `Có mặt ${PRESENT} trên ${EXPECTED} đảng viên. Chủ trì: đồng chí ${PEOPLE.chair}. Thư ký: đồng chí ${PEOPLE.clerk}.` },
    { heading: 'Nội dung', text: `Chi bộ nghe thông tin thời sự, đánh giá công tác tháng trước và thảo luận: ${topic}.` },
    { heading: 'Kết luận', text: conclusion },
  ];
  return {
    type: 'meeting',
    schema: 1,
    meetingId: `demo-${date}`,
    kind: 'regular',
    cellName,
    procedure: { id: procedure.id, version: procedure.version, basis: procedure.basis },
    date,
    place,
    startedAt: `${date}T07:00:00.000Z`,
    endedAt: `${date}T08:35:00.000Z`,
    closedAt: `${date}T08:50:00.000Z`,
    minutes: 95,
    chair: PEOPLE.chair,
    clerk: PEOPLE.clerk,
    attendance: {
      strength: EXPECTED,
      expected: EXPECTED,
      present: PRESENT,
      ratePercent: Math.round((PRESENT / EXPECTED) * 1000) / 10,
      official: { total: 20, present: 19 },
      probationary: { total: 2, present: 2 },
      temporaryIn: { total: 0, present: 0 },
      temporaryOut: { total: 0, present: 0 },
      exempt: { total: 0, present: 0 },
      excused: [PEOPLE.excused],
      unexcused: [],
      late: 0,
      leftEarly: 0,
    },
    guests: index === 0 ? [PEOPLE.guest] : [],
    documents: [{ number: '00-HD/MAU', title: 'Hướng dẫn công tác tháng (văn bản mẫu)' }],
    steps: inMeeting(procedure).map(({ id, label, required, minutes }) => ({ id, label, required, done: required, minutes: required ? (minutes ?? 0) : 0 })),
    warnings: [],
    contributions: { count: 9, speakers: 8, byKind: { opinion: 6, proposal: 2, criticism: 1, question: 0, petition: 0 } },
    votes: [{ decision: 'conclusion', question: 'Thông qua kết luận của chi bộ', yes: 19, no: 0, other: 0, base: 20, passed: true }],
    conclusion,
    tasks: [{ what: topic, who: PEOPLE.assignee, due: null }],
    reviewedTasks: { due: 3, done: 3 },
    petitions: [],
    score: score(frame, index),
    minutesText,
    minutesHash: sha256(canonicalJson(minutesText)),
  };
}

/** The steps of the meeting itself that may leave the cell. */
const inMeeting = (procedure: Procedure) =>
  stepsOf({ ...procedure, phases: procedure.phases.filter(({ id }) => id === 'opening' || id === 'content' || id === 'closing') }).filter((step) => step.sensitivity !== 'restricted');

function score(frame: Frame, index: number): MeetingRecord['score'] {
  const lost = 3 + (index % 3) * 4;
  const heaviest = Math.max(...criteriaOf(frame).map(({ max }) => max));
  const lines = criteriaOf(frame).map(({ id, label, max }) => ({ id, label, max, points: max === heaviest ? max - lost : max }));
  const points = lines.reduce((sum, line) => sum + line.points, 0);
  const grade = frame.bands.find(({ min }) => points >= min)?.grade ?? 'poor';
  return { frame: frame.id, points, total: frame.total, grade, lines, weakness: 'Còn một việc chậm so với kế hoạch.' };
}
