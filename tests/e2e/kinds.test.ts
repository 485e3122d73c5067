/** The other kinds of meeting: a thematic one, an extraordinary one that votes on an admission by secret ballot, chi ủy before the next regular one, cấp ủy, and a regular one with a thematic part after it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type RunningServer } from '../support/server';
import { at, closeMinutes, contribute, counted, mark, next, pick, score, voteForAll } from './support/meeting';
import { Phone } from './support/phone';
import { openMeeting, pasteMembers } from './support/seed';

let server: RunningServer;
let phone: Phone;

beforeAll(async () => {
  server = await startServer();
  phone = await Phone.open(server.url);
  await phone.alone('Chi bộ Khoa Nội');
  await pasteMembers(phone.page);
});
afterAll(async () => {
  await phone?.close();
  await server?.stop();
});

/** Plans a meeting of a kind for today; returns its address without a step. */
async function plan(kind: string, first: string, reason?: string): Promise<string> {
  await phone.show('/cuoc-hop/moi');
  await phone.page.getByRole('radio', { name: kind, exact: true }).check();
  await phone.field(/^Địa điểm/).fill('Phòng họp tầng 2');
  const create = phone.button('Tạo buổi họp và bắt đầu chuẩn bị');
  expect(await create.isDisabled()).toBe(reason !== undefined);
  if (reason) await phone.field(/^Lý do họp bất thường/).fill(reason);
  await phone.shot(`new-${first}`);
  await create.click();
  await phone.page.waitForURL(new RegExp(`/cuoc-hop/[a-z0-9]{8,}/${first}$`));
  return new URL(phone.page.url()).pathname.replace(/\/[^/]+$/, '');
}
/** Makes the year plan, plans this quarter's theme for a day outside it, mends that, and makes the meeting from the plan. */
async function arrangeTheme(theme: string, presenter: string): Promise<string> {
  const [today, quarter] = await phone.page.evaluate(() => {
    const now = new Date();
    const two = (n: number): string => String(n).padStart(2, '0');
    return [`${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`, ['I', 'II', 'III', 'IV'][Math.floor(now.getMonth() / 3)]] as const;
  });
  await phone.show('/them');
  await phone.page.getByRole('link', { name: /^Kế hoạch sinh hoạt năm/ }).click();
  await phone.tap(/^Lập kế hoạch năm \d{4}$/);
  await phone.tap(`Chọn chủ đề quý ${quarter}`);
  await phone.field('Chủ đề').fill(theme);
  await phone.field('Người trình bày').selectOption({ label: presenter });
  await phone.field('Ngày họp chuyên đề').fill(`${Number(today.slice(0, 4)) + 1}-01-02`);
  await phone.tap('Xong');
  const conflict = phone.page.getByRole('button', { name: `Ngày họp chuyên đề quý ${quarter} nằm ngoài quý` });
  await phone.shot('plan-conflict');
  await conflict.click();
  await phone.field('Ngày họp chuyên đề').fill(today);
  await phone.tap('Xong');
  await conflict.waitFor({ state: 'detached' });
  await phone.shot('plan');
  await phone.page.getByRole('link', { name: `Tạo buổi họp chuyên đề quý ${quarter}` }).click();
  expect(await phone.page.getByRole('radio', { name: 'Sinh hoạt chuyên đề', exact: true }).isChecked()).toBe(true);
  await phone.field(/^Địa điểm/).fill('Phòng họp tầng 2');
  await phone.shot('new-from-plan');
  await phone.tap('Tạo buổi họp và bắt đầu chuẩn bị');
  await phone.page.waitForURL(/\/cuoc-hop\/[a-z0-9]{8,}\/cd-kh-01$/);
  return new URL(phone.page.url()).pathname.replace(/\/[^/]+$/, '');
}
const step = (meeting: string, id: string): Promise<void> => phone.show(`${meeting}/${id}`);

/** Reads the minutes back and ends the meeting; then both sign on paper and the minutes are closed. Returns what was read. */
async function finish(meeting: string, readBack: string): Promise<string> {
  await step(meeting, readBack);
  await phone.tap('Mở biên bản để đọc');
  const reader = phone.page.getByRole('dialog', { name: 'Biên bản' });
  const text = await reader.innerText();
  await reader.getByRole('button', { name: 'Đã đọc lại, chi bộ thông qua' }).click();
  await phone.tap('Kết thúc buổi họp');
  await phone.page.getByRole('alertdialog').getByRole('button', { name: 'Vẫn kết thúc' }).click();
  await at(phone, 'Hoàn thiện và ký biên bản');
  // The message lies over what comes next, for ten seconds.
  await phone.tap('Đóng thông báo');
  for (const who of [/^Chủ trì: /, /^Thư ký: /]) await phone.page.getByRole('region', { name: who }).getByRole('button', { name: 'Ký trên giấy' }).click();
  await closeMinutes(phone);
  return text;
}

describe('a thematic meeting', () => {
  it('has its theme and presenter from the year plan, is discussed, scored and closed, and goes up', async () => {
    const meeting = await arrangeTheme('Giảm thời gian chờ khám của người bệnh', 'Phạm Thị Dung');
    await next(phone);
    expect(await phone.field('Tên chuyên đề').inputValue()).toBe('Giảm thời gian chờ khám của người bệnh');
    await phone.page.getByRole('group', { name: 'Người trình bày' }).getByRole('button', { name: 'Phạm Thị Dung' }).waitFor();
    await phone.shot('thematic-theme');
    await openMeeting(phone.page, meeting, 'cd-md-01');
    await next(phone);
    await pick(phone, 'Thư ký ghi biên bản', 'Lê Chi Ủy');
    await step(meeting, 'cd-nd-03');
    await contribute(phone, 'Vũ Thị Giang', 'Nên chia giờ hẹn theo buồng khám.');
    await step(meeting, 'cd-kt-02');
    await phone.field('Kết luận của chủ trì').fill('- Thí điểm hẹn giờ từ tháng sau.');
    await voteForAll(phone);
    await step(meeting, 'cd-kt-04');
    await score(phone);
    await phone.shot('thematic-score');
    const minutes = await finish(meeting, 'cd-kt-05');
    expect(minutes).toContain('Tên chuyên đề: Giảm thời gian chờ khám của người bệnh; người trình bày: đồng chí Phạm Thị Dung.');
    expect(minutes).toContain('Nên chia giờ hẹn theo buồng khám.');
    await step(meeting, 'cd-sau-03');
    await phone.page.getByText('Đang chờ gửi').waitFor();
  });
});

/** Writes the next step of an event in a member's life, as the form offers it. */
async function writeStep(name: string): Promise<void> {
  await phone.button(`Ghi bước này: ${name}`).click();
  await phone.page.getByRole('dialog', { name }).getByRole('button', { name: 'Ghi vào sổ' }).click();
  await phone.page.getByRole('dialog', { name }).waitFor({ state: 'detached' });
  await phone.settled();
}

describe('an extraordinary meeting', () => {
  let candidate = '';

  it('asks for its reason, admits by two thirds in a secret ballot, and says what does not add up', async () => {
    await phone.place('Đảng viên');
    await phone.button('Thêm').click();
    await phone.button(/^Kết nạp đảng viên/).click();
    await phone.field(/^Họ và tên/).fill('Trần Văn Mới');
    await phone.settled();
    candidate = new URL(phone.page.url()).pathname;
    await phone.shot('life-candidate');
    const meeting = await plan('Họp bất thường', 'bt-cb-01', 'Xét đề nghị kết nạp quần chúng Trần Văn Mới');
    await openMeeting(phone.page, meeting, 'bt-md-01');
    await next(phone);
    await pick(phone, 'Thư ký ghi biên bản', 'Lê Chi Ủy');
    await next(phone);
    await mark(phone, 'Đỗ Văn Hùng', 'Ốm đau');
    await mark(phone, 'Đặng Văn Hải', 'Ốm đau');
    await counted(phone, '7/9');
    await step(meeting, 'bt-nd-03');
    await phone.field('Biểu quyết về việc').selectOption({ label: 'Kết nạp đảng viên: Trần Văn Mới' });
    await phone.settled();
    expect(await phone.field('Loại biểu quyết').isDisabled()).toBe(true);
    expect(await phone.field('Loại biểu quyết').inputValue()).toBe('admission');
    expect(await phone.field('Nội dung biểu quyết').inputValue()).toBe('Đề nghị kết nạp đảng viên đối với quần chúng Trần Văn Mới');
    await phone.page.getByRole('checkbox', { name: 'Bỏ phiếu kín' }).check();
    await phone.page.getByText('Cần 6 phiếu tán thành (từ 2/3 của 9).').waitFor();
    await phone.field('Tổ kiểm phiếu').fill('Phạm Thị Dung, Vũ Thị Giang');
    const number = (name: string, value: number): Promise<void> => phone.page.getByRole('spinbutton', { name, exact: true }).fill(String(value));
    await number('Phiếu thu về', 7);
    await number('Phiếu hợp lệ', 6);
    await phone.page.getByText('Hợp lệ cộng không hợp lệ là 6, phải bằng 7 phiếu thu về.').waitFor();
    await number('Phiếu không hợp lệ', 1);
    await number('Tán thành', 5);
    await phone.page.getByText('cộng lại là 5, phải bằng 6 phiếu hợp lệ.').waitFor();
    expect(await phone.button('Ghi kết quả kiểm phiếu').isDisabled()).toBe(true);
    await phone.shot('secret-mismatch');
    await number('Không tán thành', 1);
    await phone.page.getByText(/không được thông qua, mới đạt 55,6%/).waitFor();
    await number('Không tán thành', 0);
    await number('Tán thành', 6);
    await phone.page.getByText(/được thông qua, đạt 66,7% \(cần 6 phiếu\)/).waitFor();
    await phone.shot('secret-ready');
    await phone.tap('Ghi kết quả kiểm phiếu');
    await phone.page.getByText(/Phiếu kín: phát ra 7, thu về 7, hợp lệ 6, không hợp lệ 1/).waitFor();
    const minutes = await finish(meeting, 'bt-kt-03');
    expect(minutes).toContain('Xét đề nghị kết nạp quần chúng Trần Văn Mới.');
    expect(minutes).toContain('Bỏ phiếu kín, phát ra 07 phiếu, thu về 07 phiếu, trong đó hợp lệ 06, không hợp lệ 01; tổ kiểm phiếu: Phạm Thị Dung, Vũ Thị Giang.');
    expect(minutes).toContain('Kết quả: được thông qua.');
  });

  it('[LIFE-9] leads to the ceremony; the next meeting then has one probationary member more, and the same vote base', async () => {
    await phone.place('Đảng viên');
    await phone.page.getByRole('list', { name: 'Quần chúng đang xét kết nạp' }).getByRole('link', { name: /^Trần Văn Mới/ }).click();
    await phone.page.getByText('6/9 phiếu tán thành (cần 6)').waitFor();
    expect(new URL(phone.page.url()).pathname).toBe(candidate);
    await writeStep('Gửi hồ sơ đề nghị cấp ủy');
    await writeStep('Cấp ủy ra quyết định kết nạp');
    await phone.shot('life-decided');
    await writeStep('Tổ chức lễ kết nạp');
    await phone.heading('Kết nạp đảng viên: Trần Văn Mới').waitFor();
    await phone.page.getByRole('link', { name: 'Mở trang đảng viên' }).click();
    await phone.page.getByText('Đảng phí tháng').waitFor();
    await phone.shot('life-member');
    const meeting = await plan('Họp bất thường', 'bt-cb-01', 'Nghe thông báo');
    await openMeeting(phone.page, meeting, 'bt-md-01');
    await step(meeting, 'bt-md-03');
    await counted(phone, '10/10');
    expect(await phone.page.getByRole('status', { name: 'Tình hình điểm danh' }).innerText()).toContain('Cơ sở biểu quyết\n9');
    await phone.page.getByRole('button', { name: /^Trần Văn Mới.*[Dd]ự bị/ }).waitFor();
    await step(meeting, 'bt-nd-03');
    await phone.page.getByText('Cần 5 phiếu tán thành (quá nửa của 9).').waitFor();
    await step(meeting, 'bt-kt-03');
  });
});

describe('chi ủy', () => {
  it('meets by itself, keeps its minutes in the book, and its day is offered to the cell’s next meeting', async () => {
    const meeting = await plan('Họp chi ủy', 'cu-cb-01');
    await openMeeting(phone.page, meeting, 'cu-md-01');
    await next(phone);
    await pick(phone, 'Thư ký ghi biên bản', 'Lê Chi Ủy');
    await next(phone);
    await counted(phone, '3/3');
    await phone.shot('committee-roll');
    await step(meeting, 'cu-kt-01');
    await phone.field('Kết luận của chủ trì').fill('- Đưa ba việc ra chi bộ.');
    await phone.page.getByText('Cần 2 phiếu tán thành (quá nửa của 3).').waitFor();
    await voteForAll(phone);
    const minutes = await finish(meeting, 'cu-kt-03');
    expect(minutes).toContain('Tổng số thành viên chi ủy: 03 đồng chí');
    // Two went up to wait for a network: the thematic and the extraordinary one.
    await phone.show('/gui-nhan');
    expect(await phone.text()).not.toContain('Họp chi ủy');
    await phone.show('/cuoc-hop');
    await phone.shot('list');
    for (const kind of ['Họp chi ủy', 'Họp bất thường', 'Sinh hoạt chuyên đề']) expect(await phone.text()).toContain(kind);
    const regular = await plan('Sinh hoạt thường kỳ', 'tk-cb-01');
    await step(regular, 'tk-cb-03');
    await phone.button(/^Chi ủy đã họp ngày \d\d\/\d\d\/\d{4}, ghi ngày này$/).click();
    await phone.button(/^Chi ủy đã họp ngày/).waitFor({ state: 'detached' });
  });
});

describe('cấp ủy', () => {
  it('meets by itself with those who have a post, and nothing of it waits to be sent', async () => {
    const meeting = await plan('Họp cấp ủy', 'ca-cb-01');
    await openMeeting(phone.page, meeting, 'ca-md-01');
    await next(phone);
    await pick(phone, 'Thư ký ghi biên bản', 'Lê Chi Ủy');
    await next(phone);
    await counted(phone, '3/3');
    await phone.shot('superior-roll');
    await step(meeting, 'ca-nd-04');
    await contribute(phone, 'Trần Thị Phó', 'Phân công cấp ủy viên dự sinh hoạt với các chi bộ.');
    await phone.shot('superior-discussion');
    await step(meeting, 'ca-kt-01');
    await phone.field('Kết luận của chủ trì').fill('- Mỗi cấp ủy viên dự một chi bộ trong tháng.');
    await voteForAll(phone);
    const minutes = await finish(meeting, 'ca-kt-03');
    expect(minutes).toContain('Tổng số thành viên cấp ủy: 03 đồng chí');
    expect(minutes).toContain('Phân công cấp ủy viên dự sinh hoạt với các chi bộ.');
    await phone.show('/gui-nhan');
    expect(await phone.text()).not.toContain('cấp ủy tháng');
  });
});

describe('a regular meeting with a thematic part', () => {
  it('[KIND-2] is the month’s regular one: goes through both parts, is scored as one and goes up', async () => {
    const meeting = await plan('Thường kỳ kết hợp chuyên đề', 'kh-cb-00');
    await step(meeting, 'cd-kh-02');
    await phone.field('Tên chuyên đề').fill('Nêu gương của đảng viên trong khoa');
    await pick(phone, 'Người trình bày', 'Phạm Thị Dung');
    // This month has a regular one already, so that the next month's day was proposed.
    await step(meeting, 'tk-md-01');
    await phone.tap('Đổi sang hôm nay');
    await openMeeting(phone.page, meeting);
    await next(phone);
    await pick(phone, 'Thư ký ghi biên bản', 'Lê Chi Ủy');
    await step(meeting, 'tk-nd-07');
    await contribute(phone, 'Vũ Thị Giang', 'Đề nghị bổ sung nhân lực trực đêm.');
    await step(meeting, 'cd-nd-03');
    await phone.shot('combined-discussion');
    await contribute(phone, 'Bùi Thị Hạnh', 'Đảng viên cần đi đầu trong giao tiếp ứng xử.');
    await step(meeting, 'tk-kt-03');
    await phone.field('Kết luận của chủ trì').fill('- Thực hiện cả hai nội dung trong tháng.');
    await voteForAll(phone);
    await step(meeting, 'tk-kt-04');
    await score(phone);
    await phone.page.getByRole('paragraph').filter({ hasText: 'Đã họp 0 phút, yêu cầu từ 120 phút.' }).waitFor();
    await phone.shot('combined-score');
    const minutes = await finish(meeting, 'tk-kt-05');
    const [regular, thematic] = ['Đề nghị bổ sung nhân lực trực đêm.', 'Đảng viên cần đi đầu trong giao tiếp ứng xử.'].map((said) => minutes.indexOf(said)) as [number, number];
    expect(minutes).toContain('Tên chuyên đề: Nêu gương của đảng viên trong khoa');
    expect(regular).toBeGreaterThan(0);
    expect(thematic).toBeGreaterThan(regular);
    await step(meeting, 'tk-sau-03');
    await phone.page.getByText('Đang chờ gửi').waitFor();
  });
});
