import type { Organisation } from '../organisation';

/** The demonstration committee and its cells. All names are made up, and say so. */
export const DEMO: Organisation = {
  committee: { name: 'Đảng ủy Khối Cơ quan và Doanh nghiệp (dữ liệu trình diễn)' },
  cells: [
    { code: 'van-phong', name: 'Chi bộ Văn phòng Khối (mẫu)' },
    { code: 'giay-song-mo', name: 'Chi bộ Công ty Giấy Sông Mơ (mẫu)' },
    { code: 'truong-nghe', name: 'Chi bộ Trường Trung cấp nghề Thanh Vân (mẫu)' },
    { code: 'tram-y-te', name: 'Chi bộ Trạm Y tế Đồi Thông (mẫu)' },
    { code: 'ke-hoach', name: 'Chi bộ Phòng Kế hoạch (mẫu)' },
  ].map((cell) => ({ ...cell, superior: 'Đảng ủy Khối Cơ quan và Doanh nghiệp', placeName: 'Sông Mơ', profile: 'hd05-duk-2021' })),
};

/** Which cells have sent something already, and of which months (0: this one, 1: the one before, …). */
export const DEMO_SENT: readonly { code: string; device: string; monthsAgo: readonly number[] }[] = [
  { code: 'van-phong', device: 'Điện thoại mẫu', monthsAgo: [3, 2, 1, 0] },
  { code: 'truong-nghe', device: 'Máy tính mẫu', monthsAgo: [1] },
];

/** Made-up people of the demonstration's records. */
export const PEOPLE = {
  chair: 'Nguyễn Văn Mẫu',
  clerk: 'Trần Thị Thử',
  excused: { name: 'Lê Thị Ví Dụ', reason: 'Đi công tác' },
  guest: { name: 'Phạm Minh Họa', role: 'Cấp ủy viên phụ trách' },
  assignee: 'Hoàng Thị Mẫu',
} as const;

/** What the demonstration's meetings were about, one a month. */
export const TOPICS = [
  'Rà soát hồ sơ công việc, giải quyết dứt điểm việc tồn đọng trong tháng',
  'Cải tiến việc tiếp nhận và trả lời kiến nghị của quần chúng',
  'Chuẩn bị nội dung sinh hoạt chuyên đề quý',
  'Hướng dẫn đảng viên mới làm quen với quy trình công tác',
] as const;

/** The demonstration's administrator: needs no credential, only the printed link. */
export const DEMO_ADMINISTRATOR = { login: 'trinh-dien', name: 'Đặng Thị Minh Họa', office: 'Văn phòng (mẫu)' } as const;
