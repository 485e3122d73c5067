import type { Page } from 'playwright-core';
import { button, go, heading, MEMBERS, settled } from '../seed';
import { walkCards } from './cards';
import { walkPlan } from './plan';
import { walkProofs } from './proofs';
import { walkFiles } from './files';
import { walkLife } from './life';
import type { Look } from './start';

/** Rows with every mistake that the preview names. */
const DOUBTFUL = [
  'Họ và tên\tNgày sinh\tNgày vào Đảng\tNgày chính thức\tGhi chú',
  'Phạm Thị Dung\t30/06/1984\t02/09/2010\t02/09/2011\tchuyên viên chính',
  'Nguyễn Văn Bí\t1/1/1960\t\t\t',
  'Lê Văn Nhầm\t31/02/1990\t01/01/2030\t\t001085012345',
  'Lê Văn Nhầm\t1991\t02/02/2020\t02/02/2010\t',
  '\t12/12/1999\t\t\t',
].join('\n');

/** The pages of a book in which nothing is yet. */
export async function walkEmptyBook(page: Page, look: Look): Promise<void> {
  await look('today: first day');
  for (const [path, name] of [
    ['/cuoc-hop', 'meetings: none'],
    ['/cuoc-hop/moi', 'new meeting'],
    ['/dang-vien', 'members: none'],
    ['/dang-vien/nhap', 'import: source'],
    ['/bao-cao', 'reports: none'],
    ['/bao-cao/lich-su', 'histories: none'],
    ['/them', 'more'],
    ['/nhiem-vu', 'tasks: none'],
    ['/cai-dat/loi-van', 'official wording'],
    ['/so-phe-binh', 'notebook: nobody'],
    ['/van-ban', 'papers: none'],
    ['/tai-lieu-mat', 'secret documents'],
    ['/kiem-diem', 'review: nobody'],
    ['/kiem-diem/khong-co', 'review: no such'],
    ['/xuat-excel', 'Excel: nothing to export'],
    ['/ke-hoach-nam', 'year plan: none'],
    ['/tim-kiem', 'search'],
    ['/khong-co', 'no such page'],
    ['/dang-vien/moi', 'new member'],
    ['/phan-cong', 'duties: nobody'],
    ['/dang-vien/the-qr', 'cards: nobody'],
    ['/qua-trinh/khongcoviecnay', 'no such event'],
    ['/dang-vien/khongco', 'no such member'],
    ['/cuoc-hop/khongcobuoinay', 'no such meeting'],
  ] as const) {
    await go(page, path);
    await look(name);
  }
}

/** The import, from a text that is no list to the result; then the register, a member's form and its sheets. */
export async function walkMembers(page: Page, look: Look): Promise<void> {
  await go(page, '/dang-vien/nhap');
  await button(page, 'Đọc danh sách').click();
  await look('import: nothing pasted');
  await page.getByLabel('Danh sách', { exact: true }).fill(MEMBERS);
  await button(page, 'Đọc danh sách').click();
  await look('import: columns');
  await button(page, 'Xem từng hàng').click();
  await look('import: rows');
  await button(page, /^Nhập \d+ đồng chí$/).click();
  await heading(page, 'Đã nhập xong').waitFor();
  await look('import: done');
  await button(page, 'Nhập tệp khác').click();
  await page.getByLabel('Danh sách', { exact: true }).fill(DOUBTFUL);
  await button(page, 'Đọc danh sách').click();
  await button(page, 'Xem từng hàng').click();
  await look('import: doubtful rows');

  await walkPlan(page, look);
  await walkProofs(page, look);
  await go(page, '/van-ban');
  await button(page, 'Ghi vào sổ: Nghị quyết chuyên đề').click();
  await page.getByLabel('Trích yếu nội dung').fill('Nâng cao chất lượng sinh hoạt chi bộ');
  await page.getByLabel('Hạn sơ kết').fill('2026-01-15');
  await look('papers: a document');
  await button(page, /^Lấy số tiếp theo/).click();
  await page.getByLabel('Loại văn bản').selectOption('directive');
  await look('papers: a number that does not fit');
  await page.getByLabel('Loại văn bản').selectOption('resolution');
  await button(page, 'Xong').click();
  await look('papers');
  await go(page, '/xuat-excel/dang-vien');
  await button(page, 'Tạo tệp Excel').click();
  await button(page, 'Lưu về máy').waitFor();
  await look('Excel: a file is ready');
  await go(page, '/dang-phi');
  await button(page, 'Đã đóng: Bùi Thị Hạnh').click();
  await look('dues');
  await go(page, '/so-phe-binh');
  await look('notebook');
  await page.getByRole('link', { name: /Bùi Thị Hạnh/ }).click();
  await settled(page);
  await look('notebook: a page');
  await button(page, 'Được góp ý').click();
  await page.getByLabel('Điều chi bộ góp ý').fill('Cần phát biểu thẳng thắn hơn trong các buổi sinh hoạt.');
  await page.getByLabel('Hướng khắc phục').fill('Mỗi buổi họp phát biểu ít nhất một ý kiến.');
  await page.getByLabel('Khắc phục trước ngày').fill('2026-12-31');
  await look('notebook: a note');
  await button(page, 'Xong').click();
  await settled(page);
  await look('notebook: a page with a note');
  await walkReview(page, look);
  await walkLife(page, look);
  await walkCards(page, look);
  await go(page, '/dang-vien');
  await look('members');
  await page.getByRole('searchbox').fill('hanh');
  await look('members: found');
  await page.getByRole('link', { name: /Bùi Thị Hạnh/ }).click();
  await settled(page);
  await look('member');
  await page.getByLabel('Ngày sinh').fill('99/99/1999');
  await page.getByLabel('Số thẻ đảng viên').fill('001085012345');
  await look('member: refused values');
  await page.getByLabel('Ngày sinh').fill('01/12/1986');
  await button(page, 'Đổi diện sinh hoạt').click();
  await button(page, 'Ghi vào sổ').click();
  await look('member: change of status, nothing chosen');
  await page.getByRole('radio', { name: /Được miễn công tác và sinh hoạt/ }).check();
  await button(page, 'Ghi vào sổ').click();
  await look('member: exempt');
  await button(page, 'Xóa khỏi sổ').click();
  await look('member: delete?');
  await button(page, 'Giữ lại').click();
}

/** The yearly review of one member, with every sheet and every mistake of the vote. */
async function walkReview(page: Page, look: Look): Promise<void> {
  await go(page, '/kiem-diem');
  await look('review: the year');
  await page.getByRole('link', { name: /Bùi Thị Hạnh/ }).click();
  await settled(page);
  await look('review: a member, nothing yet');
  await button(page, 'Nộp hôm nay').click();
  await button(page, /^II\.1\. Hạn chế/).click();
  await page.getByLabel('Nội dung', { exact: true }).fill('Còn ít phát biểu trong các buổi sinh hoạt.');
  await look('review: a section');
  await button(page, 'Xong').click();
  await page.getByText('Chấm điểm theo mẫu').click();
  await page.getByRole('spinbutton', { name: /chung/ }).fill('25');
  await page.getByRole('spinbutton', { name: /kết quả/ }).fill('50');
  await page.getByRole('radio', { name: 'Hoàn thành xuất sắc nhiệm vụ' }).click();
  await page.getByLabel('Nội dung nhận xét').fill('Hoàn thành nhiệm vụ được giao, cần mạnh dạn hơn.');
  await button(page, 'Ghi biểu quyết').click();
  await look('review: the vote, nothing counted');
  await page.getByRole('checkbox', { name: 'Bỏ phiếu kín' }).click();
  await page.getByRole('spinbutton', { name: 'Hoàn thành tốt nhiệm vụ' }).fill('7');
  await look('review: the vote, sums that do not agree');
  await page.getByRole('spinbutton', { name: 'Hoàn thành xuất sắc nhiệm vụ' }).fill('2');
  await look('review: the vote, decided');
  await button(page, 'Xong').click();
  await page.getByLabel('Mức xếp loại').selectOption('completed');
  await look('review: a member, decided');
  await page.getByRole('checkbox', { name: 'Không xếp loại đồng chí này' }).click();
  await look('review: a member, not graded');
  await page.getByRole('checkbox', { name: 'Không xếp loại đồng chí này' }).click();
  await go(page, '/kiem-diem/2026-cell');
  await look('review: the cell as a whole');
  await go(page, '/kiem-diem');
  await look('review: the year, one decided');
}

/** Tasks, settings, devices and the way to the server, in a book that is connected. */
export async function walkAround(page: Page, look: Look): Promise<void> {
  await go(page, '/nhiem-vu');
  await button(page, 'Thêm nhiệm vụ').click();
  await page.getByLabel('Nội dung', { exact: true }).fill('Rà soát hồ sơ đảng viên');
  await page.getByLabel('Hạn hoàn thành').fill('2026-01-15');
  await look('tasks: sheet');
  await walkFiles(page, look);
  await page.keyboard.press('Escape');
  await look('tasks');
  await go(page, '/tim-kiem');
  await page.getByRole('searchbox').fill('ra soat');
  await look('search: found');

  await go(page, '/cai-dat');
  await look('settings');
  await page.getByText('Cho phép nói để ghi trong buổi họp').click();
  await look('settings: where the voice goes');
  await button(page, 'Hủy').click();
  await button(page, 'Đổi mật khẩu').click();
  await page.getByRole('dialog').getByLabel('Mật khẩu đang dùng', { exact: true }).fill('000000');
  await page.getByRole('dialog').getByLabel('Mật khẩu mới', { exact: true }).fill('123');
  await page.getByRole('dialog').getByRole('button', { name: 'Đổi mật khẩu' }).click();
  await look('change of passcode: too short');
  await page.keyboard.press('Escape');
  await go(page, '/sao-luu');
  await look('backup');
  await button(page, 'Tạo tệp sao lưu').click();
  await look('backup: no passphrase');
  await page.getByLabel('Mật khẩu của tệp', { exact: true }).fill('sáng nay trời mưa');
  await page.getByLabel('Nhập lại mật khẩu của tệp').fill('sáng nay trời mưa');
  await button(page, 'Tạo tệp sao lưu').click();
  await heading(page, 'Tệp sao lưu đã sẵn sàng').waitFor({ timeout: 30_000 });
  await look('backup: ready');
  await go(page, '/thiet-bi');
  await look('devices');
  await button(page, 'Tạo mã thêm máy').click();
  await page.getByRole('img', { name: 'Hình QR của mã thêm máy' }).waitFor();
  await look('devices: joining code');
  await go(page, '/phieu-khoi-phuc');
  await button(page, 'Làm phiếu khôi phục').click();
  await page.getByRole('img', { name: 'Hình QR của phiếu khôi phục' }).waitFor();
  await look('recovery sheet: paper');
  await button(page, 'Phiếu đã ở trên giấy').click();
  await look('recovery sheet: read back');
  await button(page, 'Xem lại phiếu').click();
  await button(page, 'Thôi, không làm phiếu').click();
  await look('recovery sheet');
  await go(page, '/gui-nhan');
  await look('send and receive');
}
