import type { ContributionKind, Decision, Grade, MeetingKind, Position } from '@/domain';
import type { MinutesPart } from './types';

/*
 * Every Vietnamese phrase of the minutes. Documents are in Vietnamese whatever the language of the screen, so these are
 * not in the locale files. Counts arrive written out ("03"), names without "đồng chí", dates with "ngày".
 */

/** The words of a key; `otherwise` for a key that a record made up (also one like "constructor"). */
export const wordsOf = <V>(table: Readonly<Record<string, V>>, key: string | undefined, otherwise: V): V =>
  key !== undefined && Object.hasOwn(table, key) ? (table[key] as V) : otherwise;

/** Who meets, by kind of meeting. */
export const BODY: Record<MeetingKind, string> = {
  regular: 'Chi bộ',
  thematic: 'Chi bộ',
  extraordinary: 'Chi bộ',
  combined: 'Chi bộ',
  cellCommittee: 'Chi ủy',
  committee: 'Cấp ủy',
};

export const TITLE = 'BIÊN BẢN';

/** What the minutes are of: stands under the title. */
export const SUBJECT: Record<MeetingKind, (when: { month: string; quarter: string; date: string }) => string> = {
  regular: ({ month }) => `sinh hoạt chi bộ thường kỳ ${month}`,
  thematic: ({ quarter }) => `sinh hoạt chi bộ chuyên đề ${quarter}`,
  extraordinary: ({ date }) => `sinh hoạt chi bộ bất thường ${date}`,
  combined: ({ month, quarter }) => `sinh hoạt chi bộ thường kỳ ${month}, kết hợp chuyên đề ${quarter}`,
  cellCommittee: ({ month }) => `họp chi ủy ${month}`,
  committee: ({ month }) => `họp cấp ủy ${month}`,
};

/** What was held, in a sentence: "… tổ chức sinh hoạt thường kỳ tháng …". */
export const HELD: Record<MeetingKind, (when: { month: string; quarter: string }) => string> = {
  regular: ({ month }) => `sinh hoạt thường kỳ ${month}`,
  thematic: ({ quarter }) => `sinh hoạt chuyên đề ${quarter}`,
  extraordinary: () => 'sinh hoạt bất thường',
  combined: ({ month, quarter }) => `sinh hoạt thường kỳ ${month}, kết hợp chuyên đề ${quarter}`,
  cellCommittee: ({ month }) => `họp chi ủy ${month}`,
  committee: ({ month }) => `họp cấp ủy ${month}`,
};

/** The parts, as they are headed ("I- …"). */
export const PART: Record<MinutesPart, string> = { opening: 'MỞ ĐẦU', content: 'NỘI DUNG', closing: 'KẾT THÚC' };

export const HEADING = {
  time: 'Thời gian, địa điểm',
  reason: 'Lý do họp',
  theme: 'Chuyên đề',
  attendanceSmall: 'Thành phần dự họp',
  attendance: 'Tình hình đảng viên dự sinh hoạt',
  guests: 'Đại biểu, khách mời',
  officers: 'Chủ trì, thư ký',
  dues: 'Tình hình đóng đảng phí',
  programme: 'Nội dung, chương trình',
  documents: 'Văn bản đã phổ biến',
  contributions: 'Ý kiến phát biểu',
  otherSteps: 'Các nội dung khác',
  conclusion: 'Kết luận',
  tasks: 'Phân công nhiệm vụ',
  votes: 'Kết quả biểu quyết',
  score: 'Tự chấm điểm, xếp loại buổi sinh hoạt',
  exceptions: 'Những điểm chưa thực hiện theo quy trình',
  ending: 'Thông qua biên bản, kết thúc',
} as const;

export const POSITION: Record<Exclude<Position, 'none'>, string> = {
  secretary: 'Bí thư chi bộ',
  deputy: 'Phó Bí thư chi bộ',
  committeeMember: 'Chi ủy viên',
};

/** Reasons for absence that the screens offer (keys of the domain), in words. */
export const ABSENCE_REASON: Readonly<Record<string, string>> = {
  business: 'đi công tác',
  study: 'đi học',
  sick: 'ốm đau',
  maternity: 'nghỉ thai sản',
  privateLeave: 'có việc riêng, đã xin phép',
  onDuty: 'bận trực',
  abroad: 'đang ở nước ngoài',
};

export const CONTRIBUTION: Record<ContributionKind, string> = {
  opinion: 'ý kiến',
  proposal: 'đề xuất',
  criticism: 'phê bình',
  question: 'chất vấn',
  petition: 'kiến nghị lên cấp trên',
};

/** What a vote was about, where its question is not written or must not be. */
export const DECISION: Record<Decision, string> = {
  resolution: 'Thông qua nghị quyết',
  conclusion: 'Thông qua kết luận',
  programme: 'Thông qua nội dung, chương trình sinh hoạt',
  minutes: 'Thông qua biên bản',
  selfScore: 'Thông qua kết quả tự chấm điểm buổi sinh hoạt',
  memberGrade: 'Xếp loại chất lượng đảng viên',
  exemption: 'Cho đảng viên được miễn công tác và sinh hoạt đảng',
  discipline: 'Thi hành kỷ luật đảng viên',
  admission: 'Đề nghị kết nạp đảng viên',
  becomingOfficial: 'Đề nghị công nhận đảng viên chính thức',
  removal: 'Đề nghị xóa tên đảng viên',
  expulsion: 'Đề nghị khai trừ đảng viên',
  leaving: 'Đề nghị cho đảng viên ra khỏi Đảng',
  other: 'Nội dung khác',
};

export const GRADE: Record<Grade, string> = { good: 'Tốt', fair: 'Khá', average: 'Trung bình', poor: 'Kém' };

/** What a rule of the readiness list had wanted, said as what was missing. */
export const NOT_READY: Readonly<Record<string, string>> = {
  'READY-1': 'Chi ủy chưa họp trước buổi sinh hoạt',
  'READY-2': 'Chưa thông báo trước thời gian, địa điểm, nội dung cho đảng viên',
  'READY-3': 'Chưa gửi tài liệu trước đúng thời hạn',
  'READY-4': 'Danh sách đảng viên chưa được rà soát trong tháng',
};

export const comrade = (name: string): string => `đồng chí ${name}`;
export const people = (n: string): string => `${n} đồng chí`;

export const opening = {
  held: (body: string, held: string) => `${body} tổ chức ${held}`,
  begun: (clock: string) => `bắt đầu lúc ${clock}`,
  planned: (clock: string) => `dự kiến bắt đầu lúc ${clock}`,
  at: (place: string) => `tại ${place}`,

  strength: (n: string) => `Tổng số đảng viên của chi bộ: ${people(n)}`,
  strengthOf: (body: string, n: string) => `Tổng số thành viên ${body}: ${people(n)}`,
  ofWhom: 'trong đó',
  official: 'chính thức',
  probationary: 'dự bị',
  exempt: 'được miễn công tác và sinh hoạt đảng',
  temporaryOut: 'đã giới thiệu sinh hoạt tạm thời đi nơi khác',
  suspended: 'bị đình chỉ sinh hoạt',
  temporaryIn: (n: string) => `Ngoài ra có ${people(n)} từ nơi khác đến sinh hoạt tạm thời`,
  present: (n: string, of: string, rate: string) => `Có mặt: ${n}/${people(of)} thuộc diện phải dự, đạt tỷ lệ ${rate}`,
  presentTemporaryIn: (n: string, of: string) => `Đảng viên sinh hoạt tạm thời có mặt: ${n}/${people(of)}`,
  presentSuspended: (n: string) => `Đảng viên bị đình chỉ sinh hoạt có mặt: ${people(n)}`,
  unnamed: 'một đồng chí',
  excused: (n: string) => `Vắng mặt có lý do: ${people(n)}, gồm:`,
  unexcused: (n: string) => `Vắng mặt không có lý do: ${people(n)}, gồm:`,
  noneExcused: 'Vắng mặt có lý do: không có.',
  noneUnexcused: 'Vắng mặt không có lý do: không có.',
  reasonMissing: 'chưa ghi lý do',
  late: (names: string) => `Đến muộn: ${names}.`,
  leftEarly: (names: string) => `Về sớm: ${names}.`,

  guests: (n: string) => `Dự buổi sinh hoạt có ${n} đại biểu, khách mời:`,
  chair: (who: string) => `Chủ trì: ${who}.`,
  clerk: (who: string) => `Thư ký (người ghi biên bản): ${who}.`,
  dues: (n: string, month: string) => `Đến buổi sinh hoạt, đã có ${people(n)} đóng đảng phí${month === '' ? '' : ` ${month}`}.`,
  programmePassed: (body: string) => `${body} đã thông qua nội dung, chương trình buổi sinh hoạt.`,
  programmeIs: 'Nội dung, chương trình buổi sinh hoạt:',
  programmePassedIs: (body: string) => `${body} đã thông qua nội dung, chương trình buổi sinh hoạt như sau:`,
};

export const content = {
  theme: (title: string, who: string) => `Tên chuyên đề: ${title}${who === '' ? '' : `; người trình bày: ${who}`}`,
  documents: (body: string, n: string) => `${body} đã phổ biến, quán triệt ${n} văn bản:`,
  reviewed: (body: string, n: string, done: string) => `${body} đã xem xét ${n} nhiệm vụ giao từ các kỳ trước, trong đó có ${done} nhiệm vụ đã hoàn thành`,
  reviewedRate: (rate: string) => `tỷ lệ hoàn thành các nhiệm vụ đến hạn là ${rate}`,
  done: (date: string) => (date === '' ? 'đã hoàn thành' : `đã hoàn thành ${date}`),
  overdue: (date: string) => `chưa hoàn thành, đã quá thời hạn ${date}`.trim(),
  underWay: (date: string) => (date === '' ? 'đang thực hiện' : `đang thực hiện, thời hạn ${date}`),
  result: (text: string) => `kết quả: ${text}`,
  paperReview: (what: 'review' | 'summary', number: string, title: string) =>
    `${what === 'review' ? 'Sơ' : 'Tổng'} kết nghị quyết${number === '' ? '' : ` số ${number}`}: ${title.replace(/^nghị quyết\s+/iu, '')}`,
  paperDone: (rate: string) => `mức độ hoàn thành ${rate}`,
  speakers: (body: string, turns: string, speakers: string) => `${body} thảo luận, có ${turns} lượt ý kiến của ${people(speakers)}:`,
  spoke: 'phát biểu ý kiến',
  spokeTimes: (n: string) => `phát biểu ${n} lượt`,
  unnamed: 'Một đồng chí',
  keptInCell: (n: string) => `Có ${n} lượt ý kiến phê bình, góp ý nội bộ được giữ tại chi bộ, không ghi nội dung vào biên bản.`,
  restricted: (body: string, part: string, minutes: string, turns: string) =>
    `${body} đã thực hiện phần ${part}${minutes === '' ? '' : ` trong ${minutes} phút`}${turns === '' ? '' : `, có ${turns} lượt ý kiến`}; nội dung cụ thể được giữ trong nội bộ chi bộ, không ghi vào biên bản.`,
  otherSteps: (body: string, names: string) => `${body} cũng đã thực hiện các nội dung: ${names}.`,
  otherStep: (body: string, name: string) => `${body} cũng đã thực hiện nội dung: ${name}.`,
};

export const closing = {
  petitions: (n: string) => `Có ${n} kiến nghị gửi cấp ủy cấp trên:`,
  conclusion: 'Đồng chí chủ trì kết luận như sau:',
  tasks: (body: string, n: string) => `${body} phân công ${n} nhiệm vụ:`,
  due: (date: string) => `thời hạn: ${date}`,
  votes: (body: string, n: string) => `${body} đã biểu quyết ${n} nội dung, kết quả như sau:`,
  ballots: (n: { handedOut: string; returned: string; valid: string; invalid: string }) =>
    `bỏ phiếu kín, phát ra ${n.handedOut} phiếu, thu về ${n.returned} phiếu, trong đó hợp lệ ${n.valid}, không hợp lệ ${n.invalid}`,
  tellers: (who: string) => `tổ kiểm phiếu: ${who}`,
  voteHidden: 'Một nội dung thuộc phần nội bộ',
  voteCount: (v: { base: string; inRoom: string; yes: string; no: string; other: string; rate: string }) =>
    `tổng số đảng viên có quyền biểu quyết là ${v.base}, có mặt khi biểu quyết là ${v.inRoom}; tán thành ${v.yes}, không tán thành ${v.no}, ý kiến khác ${v.other}; tỷ lệ tán thành ${v.rate}`,
  passed: 'Kết quả: được thông qua.',
  failed: (needed: string) => `Kết quả: không được thông qua (cần ít nhất ${needed} phiếu tán thành).`,
  impossible: (needed: string) => `Kết quả: không được thông qua vì số người có mặt không đủ ${needed} phiếu cần có.`,
  mismatch: (counted: string, inRoom: string) =>
    `Số phiếu đếm được (${counted}) không khớp với số người có quyền biểu quyết đang có mặt (${inRoom}) nên chưa xác định kết quả.`,
  scored: (body: string, points: string, total: string) => `${body} tự chấm buổi sinh hoạt đạt ${points}/${total} điểm`,
  scoredSoFar: (body: string, points: string, missing: string) => `${body} đã chấm được ${points} điểm, còn ${missing} tiêu chí chưa chấm`,
  graded: (grade: string) => `xếp loại ${grade}`,
  frame: (title: string, basis: string) => `theo ${title} (${basis})`,
  line: (label: string, points: string, max: string) => `${label}: ${points}/${max} điểm`,
  lineReason: (reason: string) => `(${reason})`,
  scorer: (who: string) => `Người được phân công theo dõi, chấm điểm: ${who}.`,
  weakness: 'Hạn chế cần khắc phục:',
  override: (what: string, reason: string) => `${what}; lý do: ${reason}`,
  overrideUnnamed: 'Có một điểm chưa đúng quy trình',
  skipped: (step: string) => `Không thực hiện phần “${step}”`,
  readBack: (body: string) => `Biên bản đã được đọc lại trước ${body} và được nhất trí thông qua.`,
  readBackAmended: (body: string) => `Biên bản đã được đọc lại trước ${body} và được thông qua với các ý kiến sửa đổi, bổ sung sau:`,
  ended: (clock: string, date: string) => `Buổi sinh hoạt kết thúc lúc ${clock}${date === '' ? ' cùng ngày' : `, ${date}`}`,
  endedSmall: (clock: string, date: string) => `Cuộc họp kết thúc lúc ${clock}${date === '' ? ' cùng ngày' : `, ${date}`}`,
  lastedSmall: (minutes: string) => `thời gian họp là ${minutes} phút`,
  lasted: (minutes: string) => `thời gian sinh hoạt là ${minutes} phút`,
};
