/**
 * The tap budgets of a meeting with thirty members. Typing names and sentences is not counted; every press on the glass is, also one
 * that only brings a field into focus. The whole meeting begins on "Hôm nay" with the book open and the preparation done, goes through
 * every step of the opening, the content and the closing, and ends when the minutes are closed, both signatures given on paper.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type RunningServer } from '../support/server';
import { TapCounter } from './support/counter';
import { at, closeMinutes, contribute, counted, giveTask, importRegister, mark, next, pick, planMeeting, score, voteForAll } from './support/meeting';
import { Phone } from './support/phone';
import { PASSCODE } from './support/seed';

/** A headless browser has no share sheet: this one takes down what it was handed. */
const SHARE_SHEET = `
  navigator.canShare = () => true;
  navigator.share = async ({ files }) => { window.shared = files.map(({ name, size }) => ({ name, size })); };
`;

let server: RunningServer;
let phone: Phone;
const counter = new TapCounter();

beforeAll(async () => {
  server = await startServer();
  phone = await Phone.open(server.url, {
    prepare: async (context) => {
      await counter.watch(context);
      await context.addInitScript(SHARE_SHEET);
    },
  });
  await phone.alone('Chi bộ Khoa Nội');
  await phone.tap(/Nhập danh sách đảng viên/);
  await importRegister(phone);
  await phone.place('Hôm nay');
  await phone.tap(/Chuẩn bị buổi họp đầu tiên/);
  await prepare();
});
afterAll(async () => {
  await phone?.close();
  await server?.stop();
});

/** Everything that comes before the day itself. */
async function prepare(): Promise<void> {
  await planMeeting(phone);
  await next(phone);
  await pick(phone, 'Người chuẩn bị nội dung', 'Lê Hữu Bách');
  await next(phone);
  await phone.button('Hôm nay').click();
  await next(phone);
  await phone.field('Kết luận của chủ trì').fill('- Hoàn thành kế hoạch tháng tới.');
  await next(phone);
  await phone.button('Hôm nay').click();
  await next(phone);
  const yesterday = new Date(Date.now() + (7 - 24) * 3_600_000).toISOString().slice(0, 10);
  await phone.field('Ngày đã gửi tài liệu').fill(yesterday);
  await next(phone);
  await phone.tap('Đã rà soát hôm nay');
  await next(phone);
  await pick(phone, 'Người theo dõi chấm điểm', 'Phạm Thị Cúc');
  await phone.place('Hôm nay');
}

/** The app is opened from its icon, and the passcode typed. */
async function coldStart(): Promise<void> {
  await phone.page.goto(phone.url);
  await phone.field('Mật khẩu').waitFor();
  await phone.page.keyboard.insertText(PASSCODE);
  await phone.page.keyboard.press('Enter');
  await phone.heading('Hôm nay').waitFor();
}

describe('taps', () => {
  it('stay within the budget of every task', async () => {
    const { page } = phone;
    const row = (task: string, budget: number, work: () => Promise<void>): Promise<void> => counter.measure(page, task, budget, work);

    await coldStart();
    await row('cold start, unlocked, to the attendance of the meeting of today', 2, async () => {
      await phone.tap('Điểm danh');
      await page.getByRole('list', { name: 'Danh sách điểm danh' }).waitFor();
    });
    await phone.place('Hôm nay');
    await coldStart();

    await row('a whole regular meeting: 3 absent, 6 contributions, 1 vote, 3 tasks, score, close', 70, async () => {
      await phone.tap('Vào buổi họp');
      await phone.tap('Khai mạc buổi họp');
      await page.getByRole('group', { name: 'Người chủ trì' }).getByRole('button', { name: 'Trần Quốc Bình', pressed: true }).waitFor();
      await next(phone);
      await pick(phone, 'Thư ký ghi biên bản', 'Phạm Thị Cúc');
      await next(phone);
      await at(phone, /^Điểm danh/);
      await row('attendance with three absent, reasons included', 8, async () => {
        await mark(phone, 'Lê Hữu Bách', 'Đi công tác');
        await mark(phone, 'Cao Thị Lan', 'Ốm đau');
        await mark(phone, 'Quách Văn Phú', 'Vắng không lý do');
        await counted(phone, '27/30');
      });
      await next(phone);
      await phone.tap(/^Tất cả \d+ đồng chí đã đóng/);
      for (let step = 0; step < 8; step += 1) await next(phone);
      await at(phone, /^Đảng viên thảo luận/);
      await row('one contribution, with its kind', 3, () => contribute(phone, 'Ngô Minh Hải', 'Lập nhóm kiểm tra chéo hồ sơ', 'Đề xuất'));
      await contribute(phone, 'Kiều Thị Thủy', 'Bổ sung máy tính', 'Kiến nghị lên trên');
      for (const name of ['Nguyễn Thị Ánh', 'Đỗ Thùy Dương', 'Vũ Đình Hiếu']) await contribute(phone, name, 'Nhất trí với đánh giá của chi ủy');
      await next(phone);
      await contribute(phone, 'Phan Thanh Sơn', 'Tự nhận khuyết điểm chậm hồ sơ');
      for (let step = 0; step < 4; step += 1) await next(phone);
      await at(phone, /^Phân công nhiệm vụ/);
      await row('one task with person and date', 5, () => giveTask(phone, 'Chuẩn bị mẩu chuyện về Bác', 'Tạ Bích Ngọc', /^Trước buổi họp sau/));
      await giveTask(phone, 'Kiểm tra chéo hồ sơ', 'Phạm Thị Cúc', /^15 ngày/);
      await giveTask(phone, 'Lập danh sách máy tính', 'Lê Hữu Bách', /^15 ngày/);
      await next(phone);
      await phone.tap('Gợi ý từ nội dung đã ghi');
      await row('one vote by show of hands, all in favour', 4, () => voteForAll(phone));
      await next(phone);
      await score(phone);
      await page.getByText(/điểm, đã chấm đủ/).waitFor();
      await next(phone);
      await phone.tap('Đã đọc lại, chi bộ thông qua');
      await page.getByText(/^Biên bản đã được đọc lại/).waitFor();
      await phone.tap('Kết thúc buổi họp');
      await at(phone, 'Hoàn thiện và ký biên bản');
      for (const who of [/^Thư ký: /, /^Chủ trì: /]) await page.getByRole('region', { name: who }).getByRole('button', { name: 'Ký trên giấy' }).click();
      await page.getByText('Biên bản đã đủ.').waitFor();
      await row('close', 5, () => closeMinutes(phone));
    });

    const close = counter.rows.find(({ task }) => task === 'close')!;
    await row('the Word file and the share sheet', 5, async () => {
      await phone.tap('Xuất file Word');
      await phone.tap('Chia sẻ');
      await phone.tap('Gửi');
      await page.waitForFunction(() => 'shared' in window);
    });
    const word = counter.rows.pop()!;
    counter.rows.splice(counter.rows.indexOf(close), 1, { ...close, task: 'close, produce the Word file, open the share sheet', taps: close.taps + word.taps });
    const shared = (await page.evaluate('window.shared')) as { name: string; size: number }[];
    expect(shared).toEqual([{ name: expect.stringMatching(/\.docx$/) as string, size: expect.any(Number) as number }]);
    expect(shared[0]!.size).toBeGreaterThan(5_000);

    console.log(counter.table());
    expect(counter.rows).toHaveLength(7);
    expect(counter.rows.filter(({ taps, budget }) => taps > budget)).toEqual([]);
    expect(counter.rows.every(({ taps }) => taps > 0)).toBe(true);
  });
});
