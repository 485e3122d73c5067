/** Another guidance from a day on: what was planned before keeps its own, what is planned after takes the new one; and the official wording over a step's. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, type RunningServer } from '../support/server';
import { Phone } from './support/phone';
import { pasteMembers, planMeeting } from './support/seed';

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

const basis = async (meeting: string): Promise<string> => {
  await phone.show('/cuoc-hop');
  await phone.show(`${meeting}/tk-md-01`);
  await phone.page.getByText('Ai làm, căn cứ vào đâu').click();
  await phone.page.getByText(/^Quy trình theo Hướng dẫn .*\d{4}\.$/).waitFor();
  return phone.page.getByText(/^Quy trình theo Hướng dẫn .*\d{4}\.$/).innerText();
};

it('a meeting keeps the guidance it was planned under', async () => {
  const old = await planMeeting(phone.page);
  await phone.show('/cai-dat');
  await phone.page.getByText(/Từ 28\/10\/2025 đã có Hướng dẫn 42-HD\/BTCTW/).waitFor();
  await phone.page.getByText('Đổi quy trình hoặc khung chấm điểm').click();
  await phone.field('Quy trình').selectOption('hd42-2025');
  await phone.field('Khung chấm điểm').selectOption('an-phu-2025');
  await phone.page.getByText('Đổi quy trình hoặc khung chấm điểm').scrollIntoViewIfNeeded();
  await phone.shot('profile-form');
  await phone.tap('Áp dụng từ ngày này');
  await phone.page.getByText('Đã ghi. Các buổi họp tạo từ ngày đó').waitFor();
  expect(await phone.text()).not.toContain('mới hơn quy trình');
  await phone.page.getByText('Quy trình đang dùng').scrollIntoViewIfNeeded();
  await phone.shot('profile');
  await phone.show('/cuoc-hop/moi');
  await phone.page.getByText('Hướng dẫn 42-HD/BTCTW ngày 28/10/2025').waitFor();
  const now = await planMeeting(phone.page);
  expect(await basis(old)).toContain('05-HD/ĐUK');
  expect(await basis(now)).toContain('42-HD/BTCTW');
  await phone.show(`${now}/tk-kt-04`);
  await phone.page.getByText('Phiếu 100 điểm có bậc').waitFor();
  await phone.page.getByText('Chỗ biểu mẫu không nói rõ').click();
  await phone.page.getByText('Ứng dụng hiểu là từ 50% trở lên được 5 điểm.').waitFor();
  await phone.page.getByText('Còn thiếu gì để đạt Tốt').click();
  await phone.page.getByText('Đã qua, không làm lại được').waitFor();
  await phone.shot('goal');
});

it('the official wording stands in the step, with who compared it', async () => {
  await phone.show('/cai-dat/loi-van');
  await phone.shot('wording');
  await phone.tap(/^Tuyên bố lý do, giới thiệu đại biểu/);
  const sheet = phone.page.getByRole('dialog');
  await sheet.getByLabel('Tên bước').fill('Tuyên bố lý do theo văn bản gốc');
  expect(await sheet.getByRole('checkbox').isDisabled()).toBe(true);
  await sheet.getByLabel('Người đối chiếu').fill('Nguyễn Văn Bí');
  await sheet.getByRole('checkbox').check();
  await phone.shot('wording-step');
  await sheet.getByRole('button', { name: 'Xong' }).click();
  await phone.page.getByText('Đã đối chiếu', { exact: true }).waitFor();
  await phone.show('/cuoc-hop');
  const meeting = await phone.page.getByRole('link', { name: /Sinh hoạt thường kỳ/ }).first().getAttribute('href');
  await phone.show(`${meeting}/tk-md-01`);
  await phone.heading('Tuyên bố lý do theo văn bản gốc').waitFor();
  await phone.page.getByText('Ai làm, căn cứ vào đâu').click();
  await phone.page.getByText(/Chi bộ đã đối chiếu với văn bản gốc: Nguyễn Văn Bí/).waitFor();
});
