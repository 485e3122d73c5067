// @vitest-environment happy-dom
import { render, screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { BARE, FULL, HASH } from '../../../../tests/fixtures/committee';
import { startI18n } from '@/i18n';
import type { MeetingRecord, OpenedMeeting, ReceiptCheck } from '@/sync/committee';
import { Record } from '.';

const SIGNATURE = 'U2lnbmF0dXJl';
const KEY = 'S2V5T2ZUaGVTZXJ2ZXI=';
function show(body: MeetingRecord, check: ReceiptCheck = 'valid'): HTMLElement {
  const submission: OpenedMeeting = {
    id: 'submission-0001',
    cell: { id: 'cell-0001', name: 'Chi bộ Xưởng In' },
    body,
    receipt: { receipt: { submissionId: 'submission-0001', cell: 'cell-0001', hash: HASH, receivedAt: '2026-02-05T10:00:00.000Z', number: 41 }, signature: SIGNATURE, serverKey: KEY },
    check,
  };
  return render(<Record submission={submission} />).container;
}
const part = (name: string): HTMLElement => screen.getByRole('region', { name });

/** Every text of a value, however deep. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** What stands on the page in other words: keys, and dates and moments as they are written. */
const IN_WORDS: Readonly<Record<string, string>> = {
  meeting: '',
  'meeting-0001': '',
  c1: '',
  c2: '',
  s1: '',
  s2: '',
  s3: '',
  thematic: 'Sinh hoạt chi bộ chuyên đề',
  '2026-02-05': '05/02/2026',
  '2026-03-20': '20/03/2026',
  [FULL.startedAt]: '14:00 đến 15:44 (104 phút)',
  [FULL.endedAt]: '15:44',
  [FULL.closedAt]: '16:10 05/02/2026',
  business: 'Ngô Công Tác: đi công tác',
  'READY-2': 'Chưa thông báo trước cho đảng viên',
  conclusion: 'Thông qua kết luận',
  admission: 'Đề nghị kết nạp đảng viên',
  fair: 'Khá',
};

beforeAll(() => startI18n('vi', ['common', 'committee']));

describe('a record as the committee reads it', () => {
  it('leaves no text of the record out', () => {
    const page = show(FULL).textContent;
    const missing = textsOf(FULL).filter((text) => !page.includes(IN_WORDS[text] ?? text));
    expect(missing).toEqual([]);
  });

  it('shows the head counts', () => {
    show(FULL);
    const text = part('Điểm danh').textContent;
    expect(text).toMatch(/37Tổng số đảng viên29 \/ 33Có mặt87,9%Tỷ lệ dự6Đến muộn7Về sớm/);
    expect(within(part('Điểm danh')).getAllByRole('row').map((row) => row.textContent)).toEqual([
      'DiệnCó mặtTổng số',
      'Chính thức2631',
      'Dự bị12',
      'Nơi khác đến sinh hoạt tạm thời23',
      'Đi sinh hoạt tạm thời nơi khác04',
      'Được miễn sinh hoạt05',
    ]);
    expect(text).toMatch(/Vắng có lý do \(3\).*Hồ Không Rõ: chưa ghi lý doVắng không có lý do \(1\)Đỗ Vắng Mặt/);
  });

  it('shows steps done, skipped and left, with minutes', () => {
    show(FULL);
    const rows = within(part('Các bước đã làm')).getAllByRole('listitem').map((row) => row.textContent);
    expect(rows[0]).toMatch(/11 phútĐã làm$/);
    expect(rows[1]).toMatch(/Lý do: Người trình bày bị ốmBỏ qua$/);
    expect(rows[2]).toMatch(/\(không bắt buộc\)Chưa làm$/);
    expect(part('Các bước đã làm').textContent).toMatch(/Đã làm 1\/3 bước, trong đó 1\/2 bước bắt buộc/);
  });

  it('[VOTE-2] shows each vote with its base, what it needed and what came of it', () => {
    show(FULL);
    const [first, second] = within(part('Biểu quyết')).getAllByRole('listitem').map((row) => row.textContent);
    expect(first).toMatch(/Thông qua kế hoạch xây khoĐược thông qua.*Tán thành24Không tán thành1Ý kiến khác2Cơ sở tính31/);
    expect(first).toMatch(/24\/31 phiếu tán thành \(77,4%\)\. Cần quá nửa: 16 phiếu/);
    expect(second).toMatch(/^Đề nghị kết nạp đảng viênKhông được thông qua.*Cần từ hai phần ba: 21 phiếu/);
  });

  it('shows contributions, tasks, score and receipt in numbers', () => {
    show(FULL);
    expect(part('Ý kiến phát biểu').textContent).toMatch(/14Lượt ý kiến12 \/ 29Người phát biểu.*Ý kiến 8.*Đề xuất 3.*Phê bình 1.*Chất vấn 2.*Kiến nghị lên trên 0/);
    expect(part('Nhiệm vụ').textContent).toMatch(/hoàn thành 4\/9.*Người làm: Tạ Được Giao\. Hạn: 20\/03\/2026.*Người làm: không ghi\. Hạn: không ghi/);
    expect(within(part('Tự chấm điểm, xếp loại')).getAllByRole('row').map((row) => row.textContent)).toEqual([
      'Tiêu chíĐiểmTối đa',
      'Đúng giờ giấc4,55',
      'Thảo luận sôi nổiLý do: Ít người trẻ phát biểu1725',
      'Tổng cộng Khá81,5100',
    ]);
    const receipt = part('Biên nhận').textContent;
    for (const text of ['41', '17:00 05/02/2026', HASH, SIGNATURE, KEY, 'submission-0001', FULL.minutesHash]) expect(receipt).toContain(text);
  });

  it('stands with everything empty, and says so part by part', () => {
    const page = show(BARE).textContent;
    for (const words of [
      'Không phổ biến văn bản nào', 'Không biểu quyết nội dung nào', 'Không ghi kết luận', 'Không giao nhiệm vụ mới', 'Không có kiến nghị',
      'Chi bộ chưa chấm điểm buổi này', 'Hồ sơ không kèm nội dung biên bản', 'Không có điểm nào', 'Không có nhiệm vụ kỳ trước',
    ]) expect(page).toContain(words);
    expect(page).not.toMatch(/undefined|NaN|null/);
  });

  it.each([
    ['valid', 'Chữ ký hợp lệ'],
    ['otherContent', 'Nội dung không khớp biên nhận'],
    ['badSignature', 'Chữ ký không hợp lệ'],
    ['unchecked', 'Chưa kiểm tra được chữ ký'],
  ] as const)('says at the top and at the receipt what the signature is worth: %s', (check, words) => {
    show(FULL, check);
    expect(screen.getAllByText(words)).toHaveLength(2);
  });

  it('shows a cell’s present name beside the one in the record when they differ', () => {
    show({ ...FULL, cellName: 'Chi bộ Nhà In cũ' });
    expect(part('Thông tin chung').textContent).toContain('Chi bộ Xưởng In (trong hồ sơ ghi: Chi bộ Nhà In cũ)');
  });

  it('shows the papers of a secret ballot, and of a show of hands none', () => {
    show(FULL);
    const [open, secret] = within(part('Biểu quyết')).getAllByRole('listitem').map((item) => item.textContent);
    expect(open).not.toContain('Bỏ phiếu kín');
    expect(secret).toContain('Bỏ phiếu kín: phát ra 27, thu về 26, hợp lệ 25, không hợp lệ 1.');
  });
});
