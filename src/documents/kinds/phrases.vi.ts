import type { Actor, MeetingKind } from '@/domain';

/*
 * Every Vietnamese phrase of the documents beside the minutes. They are in Vietnamese whatever the language of the screen, so these are not in
 * the locale files. Counts arrive written out ("03"), names with "đồng chí", dates with "ngày".
 */

export const foot = {
  forCell: 'T/M CHI BỘ',
  forCellCommittee: 'T/M CHI ỦY',
  forCommittee: 'T/M CẤP ỦY',
  secretary: 'BÍ THƯ',
  deputy: 'PHÓ BÍ THƯ',
  clerk: 'THƯ KÝ',
  chair: 'CHỦ TRÌ',
  scorer: 'NGƯỜI CHẤM ĐIỂM',
  presenter: 'NGƯỜI TRÌNH BÀY',
  tellers: 'T/M TỔ KIỂM PHIẾU',
  tellersHead: 'TỔ TRƯỞNG',
  keep: '- Lưu Chi bộ.',
  toReport: (name: string) => `${name} (để báo cáo)`,
  members: (committee: boolean) => (committee ? 'Chi ủy, các đảng viên chi bộ' : 'Các đảng viên chi bộ'),
  asInvited: 'Như kính gửi',
  noDate: 'ngày … tháng … năm …',
};

export const decision = {
  resolution: 'NGHỊ QUYẾT',
  conclusion: 'KẾT LUẬN',
  conclusionSubject: (subject: string) => `của Chi bộ tại buổi ${subject}`,
  opening: (v: { date: string; place: string; cell: string; held: string }) => [v.date, v.place === '' ? '' : `tại ${v.place}`, `${v.cell} tổ chức ${v.held}`].filter(Boolean).join(', '),
  present: (n: string, of: string, rate: string) => `có mặt ${n}/${of} đồng chí thuộc diện phải dự, đạt tỷ lệ ${rate}`,
  absent: (excused: string, unexcused: string) => `vắng mặt có lý do ${excused}, không có lý do ${unexcused}`,
  exempt: (n: string) => `được miễn công tác và sinh hoạt đảng ${n}`,
  lasted: (minutes: string) => `thời gian sinh hoạt ${minutes} phút`,
  officers: (chair: string, clerk: string) => [chair === '' ? '' : `Chủ trì: ${chair}`, clerk === '' ? '' : `thư ký: ${clerk}`].filter(Boolean).join('; '),
  resolves: 'Sau khi nghe báo cáo và thảo luận, Chi bộ quyết nghị những nội dung sau:',
  concludes: 'Sau khi thảo luận, Chi bộ kết luận những nội dung sau:',
  review: 'ĐÁNH GIÁ KẾT QUẢ LÃNH ĐẠO THỰC HIỆN NHIỆM VỤ',
  reviewResult: 'Kết quả đạt được',
  reviewTasks: 'Kết quả thực hiện nhiệm vụ đã giao',
  reviewWeak: 'Hạn chế, tồn tại',
  ahead: 'PHƯƠNG HƯỚNG, NHIỆM VỤ',
  carry: 'PHÂN CÔNG VÀ TỔ CHỨC THỰC HIỆN',
  carryTasks: 'Chi bộ phân công các nhiệm vụ sau:',
  carryAll: (what: string, committee: boolean) =>
    `${committee ? 'Chi ủy, các' : 'Các'} đồng chí đảng viên có trách nhiệm thực hiện ${what} này; ${committee ? 'chi ủy' : 'bí thư'} theo dõi, đôn đốc và báo cáo kết quả tại kỳ sinh hoạt sau.`,
  quality: 'TỰ ĐÁNH GIÁ CHẤT LƯỢNG BUỔI SINH HOẠT',
  scored: (points: string, total: string, grade: string) => `Chi bộ tự chấm buổi sinh hoạt đạt ${points}/${total} điểm, xếp loại ${grade}.`,
  voted: (what: string, yes: string, base: string, rate: string) => `${what} này được Chi bộ biểu quyết thông qua với ${yes}/${base} đồng chí có quyền biểu quyết tán thành, đạt tỷ lệ ${rate}.`,
  votedDown: (what: string, yes: string, base: string, rate: string, needed: string) =>
    `${what} này chưa được Chi bộ biểu quyết thông qua: có ${yes}/${base} đồng chí có quyền biểu quyết tán thành, đạt tỷ lệ ${rate}, cần ít nhất ${needed}; chưa được ban hành.`,
  notVoted: (what: string) => `${what} này được Chi bộ biểu quyết thông qua với …/… đồng chí có quyền biểu quyết tán thành, đạt tỷ lệ …%.`,
  resolutionName: 'Nghị quyết',
  conclusionName: 'Kết luận',
  matters: 'NỘI DUNG KẾT LUẬN',
  proposals: 'VỀ CÁC Ý KIẾN, ĐỀ XUẤT, KIẾN NGHỊ',
  accepted: 'tiếp thu',
  reserved: 'bảo lưu',
  up: 'gửi lên cấp ủy cấp trên',
  gap: '……………………………………………',
};

export const taskTable = { at: 'TT', what: 'Nhiệm vụ', who: 'Người thực hiện', due: 'Thời hạn', state: 'Kết quả', done: 'Đã hoàn thành', overdue: 'Chưa hoàn thành, quá hạn', underWay: 'Đang thực hiện' };

export const attendance = {
  title: 'DANH SÁCH',
  subject: (subject: string) => `đảng viên tham dự ${subject}`,
  subjectSmall: (subject: string) => `thành viên dự ${subject}`,
  at: 'TT', name: 'Họ và tên', standing: 'Đảng viên', position: 'Chức vụ', sign: 'Ký tên', note: 'Ghi chú',
  official: 'Chính thức', probationary: 'Dự bị',
  status: { temporaryIn: 'Sinh hoạt tạm thời', temporaryOut: 'Sinh hoạt tạm thời nơi khác', exempt: 'Được miễn sinh hoạt', suspended: 'Đình chỉ sinh hoạt' } as Readonly<Record<string, string>>,
  position_: { secretary: 'Bí thư', deputy: 'Phó Bí thư', committeeMember: 'Chi ủy viên' } as Readonly<Record<string, string>>,
  excused: (reason: string) => `Vắng có lý do${reason === '' ? '' : `: ${reason}`}`,
  unexcused: 'Vắng không lý do',
  late: (clock: string) => `Đến muộn${clock === '' ? '' : ` (${clock})`}`,
  leftEarly: (clock: string) => `Về sớm${clock === '' ? '' : ` (${clock})`}`,
  total: (n: string, official: string, probationary: string) => `Danh sách có ${n} đồng chí, trong đó chính thức ${official}, dự bị ${probationary}.`,
  present: (n: string, of: string, rate: string) => `Có mặt: ${n}/${of} đồng chí thuộc diện phải dự, đạt tỷ lệ ${rate}.`,
  guests: 'Đại biểu, khách mời:',
};

export const extract = {
  title: 'TRÍCH BIÊN BẢN',
  of: (v: { date: string; cell: string; held: string; place: string }) => [v.date, `${v.cell} tổ chức ${v.held}`, v.place === '' ? '' : `tại ${v.place}`].filter(Boolean).join(', '),
  follows: 'Biên bản buổi sinh hoạt ghi những nội dung sau:',
  true: 'Nội dung trên được trích đúng theo biên bản của buổi sinh hoạt, lưu tại Chi bộ.',
};

export const notice = {
  title: 'THÔNG BÁO',
  invitation: 'GIẤY MỜI',
  subject: (subject: string) => `về việc tổ chức ${subject}`,
  subjectGuest: (subject: string) => `dự ${subject}`,
  opening: (cell: string, held: string) => `${cell} thông báo tới các đồng chí đảng viên về việc tổ chức ${held} như sau:`,
  invites: (cell: string) => `${cell} trân trọng kính mời:`,
  invitesOne: (cell: string, who: string) => `${cell} trân trọng kính mời ${who}.`,
  nobody: 'Đồng chí …………………………………………………',
  toAttend: (held: string) => `Tới dự buổi ${held}.`,
  time: 'Thời gian, địa điểm',
  at: (clock: string, date: string) => [clock, date].filter(Boolean).join(', '),
  place: (place: string) => `Địa điểm: ${place}.`,
  when: (when: string) => `Thời gian: ${when}.`,
  reason: 'Lý do',
  theme: (title: string, who: string) => `Chuyên đề: ${title}${who === '' ? '' : `; người trình bày: ${who}`}.`,
  agenda: 'Nội dung, chương trình',
  matter: 'Nội dung',
  who: 'Thành phần',
  everyone: 'Toàn thể đảng viên của chi bộ.',
  committee: 'Toàn thể các đồng chí thành viên.',
  documents: 'Tài liệu được gửi trước buổi sinh hoạt; đề nghị các đồng chí nghiên cứu, chuẩn bị ý kiến.',
  closing: (committee: boolean) => `Đề nghị các đồng chí dự đầy đủ, đúng giờ. Đồng chí nào không dự được thì báo cáo ${committee ? 'chi ủy' : 'bí thư'} trước buổi sinh hoạt và nêu rõ lý do.`,
  closingGuest: 'Rất mong đồng chí bố trí thời gian tới dự.',
};

export const programme = {
  title: 'CHƯƠNG TRÌNH',
  at: 'TT', what: 'Nội dung', who: 'Người thực hiện', minutes: 'Thời lượng',
  focus: 'Nội dung trọng tâm:',
  lasts: (n: string) => `${n} phút`,
  sum: 'Cộng',
  begins: (clock: string, date: string, place: string) => [`Bắt đầu lúc ${clock}`, date, place === '' ? '' : `tại ${place}`].filter(Boolean).join(', '),
  actor: {
    secretary: 'Bí thư', deputy: 'Phó Bí thư', committeeMember: 'Chi ủy viên', chair: 'Chủ trì', clerk: 'Thư ký', member: 'Đảng viên',
    superior: 'Đại biểu cấp trên', duesCollector: 'Người thu đảng phí', scorer: 'Người chấm điểm', assigned: 'Người được phân công',
  } satisfies Record<Actor, string> as Readonly<Record<string, string>>,
};

export const thematic = {
  plan: 'KẾ HOẠCH',
  planSubject: (quarter: string, title: string) => `tổ chức sinh hoạt chuyên đề ${quarter}${title === '' ? '' : ` “${title}”`}`,
  outline: 'ĐỀ CƯƠNG',
  outlineSubject: (title: string) => `chuyên đề “${title || '…'}”`,
  purpose: 'MỤC ĐÍCH, YÊU CẦU',
  purposes: (title: string) => [
    `- Giúp cán bộ, đảng viên trong chi bộ nhận thức đúng, đầy đủ về nội dung chuyên đề${title === '' ? '' : ` “${title}”`}; liên hệ trách nhiệm của bản thân và tình hình của đơn vị.`,
    '- Nâng cao chất lượng sinh hoạt chi bộ, năng lực lãnh đạo và sức chiến đấu của chi bộ.',
    '- Chuyên đề được chuẩn bị kỹ, thiết thực, sát tình hình của chi bộ; đảng viên nghiên cứu bản đề dẫn và chuẩn bị ý kiến trước buổi sinh hoạt.',
  ],
  content: 'NỘI DUNG, THỜI GIAN, ĐỊA ĐIỂM',
  theme: (title: string) => `Tên chuyên đề: ${title || '…………………………………………………'}.`,
  group: (name: string) => `Nhóm chuyên đề: ${name}.`,
  presenter: (who: string) => `Người chuẩn bị và trình bày: ${who || 'đồng chí ……………………'}.`,
  attendees: 'Thành phần: toàn thể đảng viên của chi bộ.',
  groups: {
    hcm: 'học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
    capacity: 'nâng cao trình độ lý luận, chuyên môn, năng lực công tác',
    resolutions: 'thực hiện chỉ thị, nghị quyết, pháp luật',
    decline: 'ngăn chặn suy thoái, “tự diễn biến”, “tự chuyển hóa”',
    building: 'xây dựng Đảng, hệ thống chính trị, cơ quan',
    corruption: 'phòng, chống tham nhũng, lãng phí, tiêu cực',
    task: 'nhiệm vụ của cơ quan, đơn vị',
  } as Readonly<Record<string, string>>,
  assign: 'PHÂN CÔNG CHUẨN BỊ',
  work: 'Công việc', by: 'Người thực hiện', until: 'Thời hạn',
  jobs: { draft: 'Viết bản đề dẫn', approve: (committee: boolean) => (committee ? 'Chi ủy góp ý, thông qua bản đề dẫn' : 'Góp ý, thông qua bản đề dẫn'), send: 'Gửi bản đề dẫn tới đảng viên', notify: 'Thông báo thời gian, địa điểm, chủ đề', opinions: 'Nghiên cứu bản đề dẫn, chuẩn bị ý kiến', record: 'Ghi biên bản, theo dõi chấm điểm', publish: 'Hoàn thiện chuyên đề, báo cáo cấp ủy cấp trên' },
  cellCommittee: 'Chi ủy', secretary: 'Bí thư', members: 'Đảng viên', clerk: 'Thư ký',
  before: (date: string) => `Trước ${date}`,
  course: 'TIẾN TRÌNH BUỔI SINH HOẠT',
  carry: (committee: boolean) => `Căn cứ Kế hoạch này, các đồng chí được phân công chuẩn bị chu đáo, bảo đảm nội dung và thời gian; ${committee ? 'chi ủy' : 'bí thư'} theo dõi, đôn đốc việc thực hiện.`,
  parts: [
    { head: 'ĐẶT VẤN ĐỀ', points: ['Lý do chọn chuyên đề, tình hình của chi bộ, đơn vị liên quan tới chuyên đề', 'Mục đích, yêu cầu của chuyên đề'] },
    { head: 'NỘI DUNG', points: ['Quan điểm, chủ trương của Đảng và văn bản của cấp trên về nội dung chuyên đề', 'Thực trạng tại chi bộ, đơn vị: việc đã làm được', 'Hạn chế và nguyên nhân', 'Giải pháp, việc cần làm trong thời gian tới'] },
    { head: 'GỢI Ý THẢO LUẬN, LIÊN HỆ', points: ['Đảng viên liên hệ nhận thức và trách nhiệm của bản thân', 'Chi bộ cần tiếp thu, vận dụng những nội dung nào; giao ai, thời hạn nào'] },
    { head: 'KẾT LUẬN', points: ['Đánh giá chất lượng, tác dụng của chuyên đề', 'Nội dung chi bộ thống nhất vận dụng'] },
  ],
  gap: '…'.repeat(30),
};

export const scoreSheet = {
  title: 'PHIẾU TỰ CHẤM ĐIỂM',
  subject: (subject: string) => `chất lượng buổi ${subject}`,
  basis: (title: string, basis: string) => `Căn cứ: ${title} (${basis}).`,
  at: 'TT', what: 'Tiêu chí', max: 'Điểm tối đa', given: 'Điểm tự chấm', note: 'Ghi chú',
  met: 'Đạt', notMet: 'Chưa đạt',
  total: 'Tổng điểm',
  grade: (grade: string) => `Xếp loại buổi sinh hoạt: ${grade}.`,
  noGrade: 'Xếp loại buổi sinh hoạt: …………………….',
  weakness: 'Hạn chế cần khắc phục:',
};

export const ballot = {
  vote: 'PHIẾU BIỂU QUYẾT',
  opinion: 'PHIẾU XIN Ý KIẾN',
  about: (question: string) => `Về việc: ${question}`,
  gap: 'Về việc: ………………………………………………',
  yes: 'Tán thành', no: 'Không tán thành', other: 'Ý kiến khác',
  write: 'Ý kiến:',
  how: 'Đánh dấu X vào một ô. Phiếu không ghi tên, không ký tên.',
};

export const counting = {
  title: 'BIÊN BẢN',
  subject: (question: string) => `kiểm phiếu ${question}`,
  named: 'BIÊN BẢN kiểm phiếu',
  opening: (v: { date: string; place: string; cell: string; held: string }) => [`Trong buổi ${v.held}`, v.date, v.place === '' ? '' : `tại ${v.place}`, `${v.cell} bỏ phiếu kín`].filter(Boolean).join(', '),
  about: (question: string) => `Nội dung bỏ phiếu: ${question}.`,
  hidden: 'một nội dung thuộc phần nội bộ',
  tellers: 'Tổ kiểm phiếu',
  result: 'Kết quả kiểm phiếu',
  at: 'TT', what: 'Nội dung', count: 'Số lượng', rate: 'Tỷ lệ',
  rows: { base: 'Đảng viên có quyền biểu quyết', inRoom: 'Có mặt khi bỏ phiếu', handedOut: 'Phiếu phát ra', returned: 'Phiếu thu về', valid: 'Phiếu hợp lệ', invalid: 'Phiếu không hợp lệ', yes: 'Tán thành', no: 'Không tán thành', other: 'Ý kiến khác' },
  rateOf: 'Tỷ lệ tính trên tổng số đảng viên có quyền biểu quyết.',
  conclusion: 'Kết luận',
};

export const correction = {
  title: 'ĐÍNH CHÍNH',
  subject: (subject: string) => `biên bản ${subject}`,
  opening: (v: { subject: string; closed: string }) => `Biên bản ${v.subject} đã được thông qua và ký${v.closed === '' ? '' : ` ${v.closed}`}. Chi bộ đính chính biên bản như sau:`,
  nth: (n: string) => `Đính chính thứ ${n}`,
  text: (text: string) => `Nội dung đính chính: ${text}`,
  reason: (reason: string) => `Lý do: ${reason}`,
  by: (who: string, date: string) => [who === '' ? '' : `Người đính chính: ${who}`, date === '' ? '' : `ghi ${date}`].filter(Boolean).join(', '),
  rest: 'Các nội dung khác của biên bản không thay đổi.',
};

/** What a plain word for the meeting is, in the middle of a sentence. */
export const SITTING: Record<MeetingKind, string> = { regular: 'buổi sinh hoạt', thematic: 'buổi sinh hoạt', extraordinary: 'buổi sinh hoạt', combined: 'buổi sinh hoạt', cellCommittee: 'cuộc họp', committee: 'cuộc họp' };
