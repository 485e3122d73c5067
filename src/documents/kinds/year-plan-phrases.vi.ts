/** Words of the year plan as a document. Ours: no text prescribes its form. */
export const yearPlan = {
  title: 'KẾ HOẠCH',
  subject: (year: number) => `sinh hoạt chi bộ năm ${year}`,
  opening: (cell: string, year: number) => `${cell} xây dựng kế hoạch sinh hoạt năm ${year} như sau:`,
  regular: 'SINH HOẠT THƯỜNG KỲ',
  each: (fixed: string) => `Chi bộ sinh hoạt thường kỳ mỗi tháng một lần${fixed === '' ? '' : `, vào ${fixed}`}.`,
  day: (day: number) => `ngày ${String(day).padStart(2, '0')} hằng tháng`,
  nth: (weekday: string, week: string) => `${weekday}, ${week} hằng tháng`,
  weekdays: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  weeks: ['tuần thứ nhất', 'tuần thứ hai', 'tuần thứ ba', 'tuần thứ tư', 'tuần cuối'],
  committee: (days: number) => (days === 0 ? 'Chi ủy họp trước chi bộ, trong cùng ngày.' : `Chi ủy họp trước chi bộ ${String(days).padStart(2, '0')} ngày.`),
  unit: (day: number) => `Họp chuyên môn của đơn vị vào ngày ${String(day).padStart(2, '0')} hằng tháng.`,
  head: { month: 'Tháng', committee: 'Họp chi ủy', cell: 'Họp chi bộ', note: 'Ghi chú', quarter: 'Quý', theme: 'Chủ đề', presenter: 'Người trình bày', on: 'Ngày họp' },
  moved: (why: string) => (why === '' ? 'Dời ngày' : `Dời ngày: ${why}`),
  withTheme: (quarter: string) => `Kết hợp chuyên đề quý ${quarter}`,
  thematic: 'SINH HOẠT CHUYÊN ĐỀ',
  quarterly: (days: number) => `Mỗi quý tổ chức một buổi sinh hoạt chuyên đề. Bản đề dẫn được duyệt trước khi gửi; tài liệu gửi đảng viên trước ít nhất ${String(days).padStart(2, '0')} ngày.`,
  visits: 'CẤP ỦY CẤP TRÊN DỰ SINH HOẠT',
  gap: '…',
} as const;

/** Quarters as documents number them. */
export const ROMAN = ['I', 'II', 'III', 'IV'] as const;
