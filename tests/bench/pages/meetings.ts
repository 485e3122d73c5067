/** A regular meeting whose every step has its records, as a diligent secretary leaves it. */
import { criteriaOf, stepsOf, type CalendarDate, type Frame, type Json, type Procedure, type RosterEntry } from '@/domain';

const SENTENCES = [
  'Chi bộ đã lãnh đạo đơn vị hoàn thành nhiệm vụ được giao trong tháng, không để hồ sơ nào quá hạn.',
  'Tư tưởng đảng viên và quần chúng ổn định, yên tâm công tác, chấp hành nghiêm chủ trương của Đảng, pháp luật của Nhà nước.',
  'Một số đồng chí còn lo lắng về việc sắp xếp lại bộ máy; chi ủy đã gặp gỡ, giải thích kịp thời.',
  'Việc số hóa hồ sơ lưu trữ còn chậm so với kế hoạch, cần phân rõ trách nhiệm từng bộ phận.',
  'Đề nghị chi ủy rà soát lại quy chế phối hợp và báo cáo chi bộ tại kỳ sinh hoạt sau.',
  'Đồng chí kể lại một mẩu chuyện về Bác và liên hệ với việc tiết kiệm giấy, điện ở phòng mình.',
  'Tập trung hoàn thành chỉ tiêu của quý, chuẩn bị nội dung sinh hoạt chuyên đề theo kế hoạch năm.',
  'Nhất trí với đánh giá của chi ủy; bổ sung kết quả giúp đỡ quần chúng ưu tú và đảng viên dự bị.',
];
const KINDS = ['opinion', 'proposal', 'question', 'petition', 'criticism'];
const CONTRIBUTIONS = 8;

/** Some of the sentences, from one on. */
export const sentences = (from: number, count: number): string => Array.from({ length: count }, (_, i) => SENTENCES[(from + i) % SENTENCES.length]).join(' ');

export interface MeetingPlan {
  /** Its place in the five years: what is said goes by it. */
  readonly index: number;
  readonly date: CalendarDate;
  /** When it began: 95 minutes before it ended, or before now for one going on. */
  readonly startedAt: Date;
  readonly ended: boolean;
  readonly roster: readonly RosterEntry[];
  readonly procedure: Procedure;
  readonly frame: Frame;
}

/** The fields of a meeting that is only planned. */
export const plannedFields = ({ date, procedure }: Pick<MeetingPlan, 'date' | 'procedure'>): Record<string, Json> => ({
  kind: 'regular',
  date,
  time: '14:00',
  place: 'Phòng họp tầng 2',
  procedure: { id: procedure.id, version: procedure.version },
  createdAt: `${date}T01:00:00.000Z`,
});

/** The fields of a meeting held, up to the signatures. */
export function heldFields(plan: MeetingPlan): Record<string, Json> {
  const { index, date, startedAt, ended, roster, procedure, frame } = plan;
  const at = (minutes: number): string => new Date(startedAt.getTime() + minutes * 60_000).toISOString();
  const person = (n: number): string => roster[n % roster.length]!.id;
  const fields: Record<string, Json> = {
    ...plannedFields(plan),
    startedAt: at(0),
    ...(ended && { endedAt: at(95) }),
    roster: roster as unknown as Json,
    chairId: person(0),
    clerkId: person(4),
    agenda: `${SENTENCES[6]}\n${SENTENCES[0]}`,
    dues: { paid: roster.length - 3, note: 'các đồng chí còn lại đóng trong tuần' },
    conclusion: sentences(index, 4),
    weakness: sentences(index + 3, 1),
    'guest/g1': { name: 'Đ/c Lê Thị Hồng', role: 'Phó Bí thư Đảng ủy' },
    'prep/committeeMetOn': date,
    'prep/preparerId': person(1),
    'prep/noticeSentOn': date,
    'prep/documentsSentOn': date,
    'prep/rosterCheckedOn': date,
    'prep/scorerId': person(2),
    'prep/override/READY-3': 'văn bản của cấp trên đến sát ngày họp',
    readBack: { at: at(94), amendments: sentences(index, 1) },
  };
  for (let i = 0; i < 3; i += 1) fields[`att/${person(index + 7 + i * 5)}`] = i < 2 ? { kind: 'excused', reason: 'đi công tác' } : { kind: 'late', time: '14:20' };
  for (let i = 0; i < 3; i += 1) fields[`doc/d${i}`] = { number: `${100 + i}-CV/ĐU`, title: sentences(index + i, 1) };
  const steps = stepsOf(procedure).filter(({ id }) => !id.startsWith('tk-sau'));
  steps.forEach((step, order) => {
    const minute = Math.round((order / steps.length) * 93);
    fields[`step/${step.id}/done`] = at(minute + 1);
    fields[`visit/${at(minute)}`] = step.id;
    if (step.blocks.includes('note')) fields[`step/${step.id}/note`] = sentences(index + order, 3);
    if (step.blocks.includes('contributions')) {
      for (let i = 0; i < CONTRIBUTIONS; i += 1) {
        const con = `con/${step.id}-${i}`;
        fields[con] = { memberId: person(index + order + i), kind: KINDS[i % KINDS.length]!, at: at(minute), stepId: step.id };
        fields[`${con}/text`] = sentences(index + order + i, 2);
        if (i % 2 === 1) fields[`${con}/answer`] = sentences(index + i, 1);
      }
    }
    if (step.blocks.includes('votes')) {
      const inRoom = roster.length - 3;
      fields[`vote/${step.id}`] = { decision: 'programme', stepId: step.id, yes: inRoom, no: 0, other: 0, base: roster.length - 2, inRoom, at: at(minute) };
      fields[`vote/${step.id}/question`] = sentences(index + order, 1);
    }
  });
  for (const { id, max } of criteriaOf(frame)) {
    fields[`score/${id}`] = { points: max };
    fields[`score/${id}/reason`] = sentences(index, 1);
  }
  if (ended) for (const who of ['chair', 'clerk']) fields[`sign/${who}`] = { memberId: person(who === 'chair' ? 0 : 4), at: at(96), how: 'paper' };
  return fields;
}
