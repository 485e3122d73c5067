/** What happens in the cell between its meetings: dues each month, who comes and goes, the newer guidance. */
import { vnDate } from './figures';
import type { Move } from './hand';
import { ADMITTED, CHANGE, EXEMPT, MOVED, PEOPLE, UNPAID, YEAR } from './plan';
import { dues } from './script';

export interface Event {
  readonly date: string;
  readonly moves: readonly Move[];
}

/** Months that one member did not pay. */
const NOT_PAID = ['03', '07', '11'];

const status = (name: string, what: string, from: string): Move[] => [
  ['now', `${from}T08:00:00+07:00`],
  ['go', '/dang-vien'],
  ['tap', `${name}*`],
  ['tap', 'Đổi diện sinh hoạt'],
  ['tick', what],
  ['fill', 'Từ ngày', vnDate(from)],
  ['tap', 'Ghi vào sổ'],
  ['closed'],
  ['saved'],
];

function newcomer(): Event {
  const { since, joinedOn, birth } = PEOPLE.find(({ name }) => name === ADMITTED)!;
  return {
    date: since!,
    moves: [
      ['now', `${since}T08:00:00+07:00`],
      ['go', '/dang-vien/moi'],
      ['fill', 'Họ và tên', ADMITTED],
      ['fill', 'Ngày sinh', vnDate(birth)],
      ['fill', 'Ngày vào Đảng', vnDate(joinedOn)],
      ['tick', 'Dự bị'],
      ['saved'],
    ],
  };
}

const guidance: Event = {
  date: `${YEAR}-06-10`,
  moves: [
    ['now', `${YEAR}-06-10T08:00:00+07:00`],
    ['go', '/cai-dat'],
    ['tap', 'Đổi quy trình hoặc khung chấm điểm'],
    ['choose', 'Quy trình', 'Hướng dẫn 42-HD/BTCTW*'],
    ['choose', 'Khung chấm điểm', 'Phiếu 100 điểm có bậc*'],
    ['fill', 'Áp dụng từ ngày', CHANGE],
    ['tap', 'Áp dụng từ ngày này'],
    ['see', 'Sắp đổi'],
    ['saved'],
  ],
};

/** In the order of their days. */
export const events = (): Event[] => [
  { date: `${YEAR}-04-01`, moves: status(EXEMPT, 'Được miễn công tác và sinh hoạt', `${YEAR}-04-01`) },
  newcomer(),
  guidance,
  { date: `${YEAR}-08-01`, moves: status(MOVED, 'Đã rời chi bộ', `${YEAR}-08-01`) },
  ...Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0')).map((month) => ({ date: `${YEAR}-${month}-28`, moves: dues(`${YEAR}-${month}`, NOT_PAID.includes(month) ? [UNPAID] : []) })),
];
