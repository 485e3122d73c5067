/** The plan of the year as taps and words: what the secretary does on the screens for each meeting. */
import { beginsAt, voteOf, vnDate } from './figures';
import type { Move } from './hand';
import { EXEMPT, type Absence, type Kind, type Sitting } from './plan';

const moment = (date: string, seconds: number): string => new Date(Date.parse(`${date}T14:00:00+07:00`) + seconds * 1000).toISOString();
const daysBefore = (date: string, days: number): string => new Date(Date.parse(`${date}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
const CLERK = 'Lê Chi Ủy';

export const KIND: Record<Kind, string> = { regular: 'Sinh hoạt thường kỳ', thematic: 'Sinh hoạt chuyên đề', cellCommittee: 'Họp chi ủy', extraordinary: 'Họp bất thường' };
/** First step; then the steps of the preparation that this secretary fills in. */
const PREPARATION: Record<Kind, readonly string[]> = {
  regular: ['tk-cb-02', 'tk-cb-03', 'tk-cb-04', 'tk-cb-05', 'tk-cb-06', 'tk-cb-07'],
  thematic: ['cd-kh-01', 'cd-kh-02', 'cd-cb-02', 'cd-cb-03', 'cd-cb-04', 'cd-cb-06'],
  cellCommittee: ['cu-cb-02', 'cu-cb-03'],
  extraordinary: ['bt-cb-04', 'bt-cb-05'],
};
const SIGNING: Record<Kind, string> = { regular: 'tk-sau-01', thematic: 'cd-sau-00', cellCommittee: 'cu-sau-01', extraordinary: 'bt-sau-01' };

/** When the preparation is done: two days before for the cell's meetings, on the day else. */
const preparedOn = ({ kind, date }: Sitting): string => (kind === 'regular' || kind === 'thematic' ? daysBefore(date, 2) : date);

/** The form of a new meeting. Its address is read from the page after it. */
export function planned(sitting: Sitting): Move[] {
  const { kind, date } = sitting;
  return [
    ['now', `${preparedOn(sitting)}T10:00:00+07:00`],
    ['go', '/cuoc-hop/moi'],
    ['tick', KIND[kind]],
    ...(kind === 'regular' ? [['holds', 'Ngày họp', date] as Move] : [['fill', 'Ngày họp', date] as Move]),
    ...(kind === 'extraordinary' ? [['fill', 'Lý do họp bất thường', 'Xét đề nghị kết nạp quần chúng Trần Văn Mới'] as Move] : []),
    ['tap', 'Tạo buổi họp và bắt đầu chuẩn bị'],
    ['at', /moi$/.source],
  ];
}

function preparation(sitting: Sitting, step: string): Move[] {
  const told: Move[] = [['fill', 'Ngày đã thông báo', preparedOn(sitting)]];
  const met: Move[] = [['fill', 'Ngày họp chi ủy', daysBefore(sitting.date, 2)]];
  const sent: Move[] = sitting.documentsOn ? [['fill', 'Ngày đã gửi tài liệu', sitting.documentsOn]] : [];
  switch (step) {
    case 'tk-cb-02':
    case 'cu-cb-02':
      return [['tap', 'Trần Thị Phó', 'Người chuẩn bị nội dung']];
    case 'tk-cb-03':
      // The book knows the day: chi ủy's minutes are in it.
      return [['tap', `Chi ủy đã họp ngày ${vnDate(`${sitting.date.slice(0, 8)}03`)}, ghi ngày này`], ['gone', 'Chi ủy đã họp ngày*']];
    case 'tk-cb-04':
      return [['fill', 'Kết luận của chủ trì', '- Giữ vững kỷ cương, hoàn thành chỉ tiêu tháng.'], ['fill', 'Ghi chép', 'Gợi ý thảo luận: thái độ phục vụ, hồ sơ bệnh án.']];
    case 'tk-cb-05':
    case 'cu-cb-03':
    case 'bt-cb-04':
    case 'cd-cb-04':
      return told;
    case 'tk-cb-06':
    case 'cd-cb-03':
      return sent;
    case 'cd-kh-01':
      return [['fill', 'Ghi chép', 'Kế hoạch chuyên đề của quý.']];
    case 'cd-kh-02':
      return [['fill', 'Tên chuyên đề', `Chuyên đề ngày ${vnDate(sitting.date)}`]];
    case 'cd-cb-02':
      return [['fill', 'Ngày chi ủy thông qua bản đề dẫn', daysBefore(sitting.date, 3)], ...met];
    default:
      return [['tap', 'Đã rà soát hôm nay'], ['see', 'Đã rà soát']];
  }
}

const ROLL = /-md-03$/;
const CLERKS = /-md-02$/;

/** What is written down at a step of the sitting. */
function atStep(sitting: Sitting, id: string, done: readonly string[]): Move[] {
  const moves: Move[] = [];
  if (CLERKS.test(id)) moves.push(['tap', CLERK, 'Thư ký ghi biên bản']);
  if (ROLL.test(id)) moves.push(...Object.entries(sitting.marks).flatMap(([name, mark]) => marked(name, mark)), ['saved'], ['read', 'roll', 'Tình hình điểm danh']);
  if (id === 'tk-md-04') moves.push(['tap', 'Tất cả *'], ['saved']);
  if (id === 'tk-nd-03') moves.push(...done.map((what): Move => ['tick', 'Đã xong', `*. ${what}`]), ['saved']);
  if (/nd-07|cd-nd-03|cu-nd-03|bt-nd-02/.test(id)) moves.push(...sitting.speakers.flatMap((name) => speaks(name, 'Nhất trí, đề nghị làm rõ thêm việc phân công.')), ['saved'], ['read', 'spoke', 'Ý kiến phát biểu']);
  if (id === 'tk-nd-08') moves.push(...sitting.critics.flatMap((name) => speaks(name, 'Tự nhận còn chậm báo cáo.')));
  if (id === 'tk-kt-02') moves.push(...sitting.given.flatMap(({ what, who, due }) => given(what, who, due)));
  if (/cd-kt-02|cu-kt-01|bt-kt-01/.test(id)) moves.push(['fill', 'Kết luận của chủ trì', '- Thống nhất các nội dung đã bàn.']);
  if (id.endsWith('kt-04')) moves.push(...scored());
  if (sitting.hands[id]) moves.push(...(id === 'bt-nd-03' ? secret(sitting) : hands(sitting, id)));
  return moves;
}

function marked(name: string, mark: Absence): Move[] {
  const row: Move = ['tap', `${name}*`];
  if (mark.how === 'late') return [row, ['tap', 'Đến muộn'], ['fill', 'Đến lúc', mark.at], ['saved'], row, ['gone', 'Đến muộn']];
  const answer = { excused: 'Ốm đau', unexcused: 'Vắng không lý do', present: 'Có mặt' }[mark.how];
  return [row, ['tap', answer], ['gone', answer]];
}

const speaks = (name: string, text: string): Move[] => [['tap', `${name}*`], ['fill', 'Tóm tắt ý kiến', text], ['tap', 'Xong'], ['closed']];

const given = (what: string, who: string, due: string): Move[] => [
  ['tap', 'Giao việc'],
  ['fill', 'Việc cần làm', what],
  ['tap', 'Chọn đồng chí*', 'Người thực hiện'],
  ['tap', `${who}*`],
  ['fill', 'Hoặc chọn ngày khác', due],
  ['saved'],
  ['tap', 'Xong'],
  ['closed'],
];

function hands(sitting: Sitting, id: string): Move[] {
  const { no, other } = sitting.hands[id]!;
  const each: Move[] = [...(no ? [['fill', 'Không tán thành', String(no)] as Move] : []), ...(other ? [['fill', 'Ý kiến khác', String(other)] as Move] : [])];
  return [...each, ['saved'], ['tap', no + other > 0 ? 'Số còn lại tán thành*' : 'Tất cả tán thành*'], ['tap', 'Ghi kết quả biểu quyết'], ['read', id, 'Kết quả biểu quyết']];
}

function secret(sitting: Sitting): Move[] {
  const { yes, no } = voteOf(sitting, 'bt-nd-03');
  const number = (label: string, value: number): Move[] => [['fill', label, String(value)], ['saved']];
  return [
    ['choose', 'Loại biểu quyết', 'Kết nạp đảng viên'],
    ['tick', 'Bỏ phiếu kín'],
    ['fill', 'Tổ kiểm phiếu', 'Phạm Thị Dung, Hoàng Văn Đức'],
    ...number('Phiếu thu về', yes + no),
    ...number('Phiếu hợp lệ', yes + no),
    ...number('Tán thành', yes),
    ...number('Không tán thành', no),
    ['tap', 'Ghi kết quả kiểm phiếu'],
    ['read', 'bt-nd-03', 'Kết quả biểu quyết'],
  ];
}

const scored = (): Move[] => [
  ['saved'],
  ['see', 'Chưa chấm'],
  ['read', 'evidence', 'Tự chấm điểm, xếp loại'],
  ['tap', 'Nhận các điểm gợi ý'],
  ['tap', 'Chấm tối đa các mục còn lại'],
  ['see', 'điểm, đã chấm đủ'],
  ['read', 'score', 'Tự chấm điểm, xếp loại'],
];

/** The meeting itself: prepared, opened, led through its steps, ended, signed on paper, closed. */
export function held(sitting: Sitting, address: string): Move[] {
  const { kind, date, steps, skipped } = sitting;
  const moves: Move[] = PREPARATION[kind].flatMap((step): Move[] => [['go', `${address}/${step}`], ...preparation(sitting, step), ['saved']]);
  const first = steps[0]![0];
  moves.push(['now', moment(date, -60)], ['go', `${address}/${first}`]);
  if (kind === 'regular' && !sitting.documentsOn) moves.push(['tap', 'Vẫn họp, ghi lý do'], ['tap', 'Kỳ này không có tài liệu gửi trước'], ['see', 'Lý do: kỳ này không có tài liệu gửi trước']);
  moves.push(['now', moment(date, 0)], ['tap', 'Khai mạc buổi họp'], ['gone', 'Khai mạc buổi họp'], ['saved']);
  for (const [index, [id]] of steps.entries()) {
    moves.push(...atStep(sitting, id, sitting.done));
    const last = index === steps.length - 1;
    if (last) moves.push(['tap', 'Đã đọc lại, chi bộ thông qua'], ['gone', 'Đã đọc lại, chi bộ thông qua']);
    moves.push(['saved'], ['now', moment(date, last ? beginsAt(sitting, '') : beginsAt(sitting, steps[index + 1]![0]))]);
    if (id === skipped) moves.push(['tap', 'Bỏ qua bước này, ghi lý do'], ['tap', 'Không đủ thời gian'], ['tap', 'Bỏ qua'], ['closed'], ['saved']);
    else if (!last) moves.push(['next']);
    else moves.push(['tap', 'Kết thúc buổi họp'], ['tapIf', 'Vẫn kết thúc'], ['saved']);
  }
  moves.push(['go', `${address}/${SIGNING[kind]}`], ['tap', 'Ký trên giấy', 'Thư ký: *'], ['tap', 'Ký trên giấy', 'Chủ trì: *'], ['saved'], ['read', 'minutes', '#main'], ['tap', 'Đóng biên bản'], ['tap', 'Đóng'], ['see', 'Biên bản đã đóng'], ['saved']);
  return moves;
}

/** Dues of a month: everybody's, but for those named. */
export function dues(month: string, unpaid: readonly string[]): Move[] {
  const exempt: Move[] = month >= '2026-04' ? [['tap', `Được miễn: ${EXEMPT}`]] : [];
  return [
    ['now', `${month}-28T09:00:00+07:00`],
    ['go', '/dang-phi'],
    ...exempt,
    ['saved'],
    ['tap', '* đồng chí còn lại đều đã đóng'],
    ['saved'],
    ...unpaid.flatMap((name): Move[] => [['tap', `Hoàn tác: ${name}`], ['saved']]),
    ['read', 'dues', '#main'],
  ];
}

