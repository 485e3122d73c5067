import { isCellMeeting, isDate, type Cell, type Meeting, type MemberId, type RosterEntry } from '@/domain';
import { formatDate } from '@/i18n';
import { heldOf } from './kinds/input';
import { bareName } from './minutes/context';

/** What an invitation is made of. */
export interface InvitationInput {
  readonly meeting: Pick<Meeting, 'kind' | 'date' | 'time' | 'place' | 'agenda' | 'theme'>;
  readonly cell: Pick<Cell, 'name'>;
  readonly roster: readonly Pick<RosterEntry, 'name' | 'position'>[];
  readonly nameOf: (id: MemberId | null) => string;
  /** The procedure's own programme, where none is written down. */
  readonly usualAgenda: string;
}

const DAYS = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'];

function whenOf({ date, time }: InvitationInput['meeting']): string {
  const day = isDate(date) ? `${DAYS[new Date(`${date}T00:00:00Z`).getUTCDay()]}, ngày ${formatDate(date)}` : '';
  return [time, day].filter(Boolean).join(', ');
}

/** Whom those who cannot come tell: the secretary by name, as far as the register knows one. */
function absence(roster: InvitationInput['roster']): string {
  const name = bareName(roster.find(({ position }) => position === 'secretary')?.name);
  return `Đồng chí nào vắng mặt, xin báo cáo trước với ${name ? `đồng chí ${name}, Bí thư` : 'đồng chí Bí thư'}, nêu rõ lý do.`;
}

/**
 * [SHARE-6] The invitation as a message, to be pasted: kind, day, time, place, theme, programme, what to prepare, whom to tell when absent. It takes
 * nothing from the notes of the preparation, from tasks, or from why an extraordinary meeting is held. Source: facts.md §1.1 [V] S05, [V2] S01; its words are ours.
 */
export function invitationText({ meeting, cell, roster, nameOf, usualAgenda }: InvitationInput): string {
  const { kind, place, agenda, theme } = meeting;
  const whole = isCellMeeting(kind);
  const name = cell.name.trim() || 'chi bộ';
  const items = (agenda.trim() || usualAgenda).split('\n').map((line) => line.trim().replace(/^(?:[-+•*]|\d+[.)])\s*/, '')).filter((line) => line !== '');
  const presenter = bareName(nameOf(theme.presenterId));
  return [
    whole ? `Kính gửi các đồng chí đảng viên ${name}!` : `Kính gửi các đồng chí ${kind === 'committee' ? 'cấp ủy viên' : 'chi ủy viên'}!`,
    `Trân trọng kính mời các đồng chí dự ${heldOf(meeting)}.`,
    whenOf(meeting) && `Thời gian: ${whenOf(meeting)}.`,
    place.trim() && `Địa điểm: ${place.trim()}.`,
    theme.title.trim() && `Chuyên đề: ${theme.title.trim()}${presenter ? `, đồng chí ${presenter} trình bày` : ''}.`,
    items.length > 0 && ['Nội dung:', ...items.map((item, index) => `${index + 1}. ${item}`)].join('\n'),
    `Chuẩn bị: đọc tài liệu, chuẩn bị ý kiến phát biểu${whole ? ' và kết quả thực hiện nhiệm vụ được giao' : ''}.`,
    absence(roster),
  ].filter(Boolean).join('\n');
}
