import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Procedure } from '@/domain';
import { button, go, heading, openMeeting, settled } from '../seed';
import { walkDoor } from './cards';
import type { Look } from './start';

const procedure = JSON.parse(readFileSync(new URL('../../../../src/packs/procedures/regular.hd05-duk-2021.json', import.meta.url), 'utf8')) as Procedure;
const STEPS = procedure.phases.flatMap((phase) => phase.steps);

/** The first step of every kind: two steps with the same blocks look the same. */
const KINDS = STEPS.filter((step, index) => STEPS.findIndex((other) => other.blocks.join() === step.blocks.join()) === index).map(({ id }) => id);

async function eachStep(page: Page, meeting: string, state: string, look: Look): Promise<void> {
  for (const id of KINDS) {
    await go(page, `${meeting}/${id}`);
    await look(`${state} ${id}`);
  }
}

const sheet = (page: Page) => page.locator('dialog[open]');
const closeSheet = async (page: Page): Promise<void> => {
  await sheet(page).getByRole('button', { name: 'Đóng', exact: true }).click();
  await sheet(page).waitFor({ state: 'detached' });
  await settled(page);
};

/** A meeting being prepared: every kind of step, and what opens from them. */
export async function walkPlanned(page: Page, meeting: string, look: Look): Promise<void> {
  await eachStep(page, meeting, 'planned', look);
  await go(page, `${meeting}/tk-cb-02`);
  await button(page, /^Bước \d+\/\d+$/).click();
  await sheet(page).waitFor();
  await look('list of steps');
  await closeSheet(page);
  await go(page, `${meeting}/van-ban`);
  await look('documents: planned');
  await button(page, /^Phiếu biểu quyết/).click();
  await look('documents: ballot papers');
  await closeSheet(page);
  await go(page, `${meeting}/tk-cb-02`);
  await button(page, /\d\d:\d\d$/).click();
  await sheet(page).waitFor();
  await look('details of the meeting');
  await button(page, 'Hủy buổi họp này').click();
  await look('call it off?');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Hủy buổi họp này' }).click();
  await look('called off');
  await button(page, 'Khôi phục buổi họp').click();
  await button(page, 'Chọn đồng chí khác').or(button(page, 'Chọn đồng chí')).first().click();
  await look('pick a person');
  await sheet(page).getByRole('searchbox').fill('khong ai');
  await look('pick a person: nobody found');
  await closeSheet(page);
  await page.getByText('Ai làm, căn cứ vào đâu').click();
  await settled(page);
  await look('why this step');
  await button(page, 'Bỏ qua bước này, ghi lý do').click();
  await sheet(page).waitFor();
  await sheet(page).getByRole('button', { name: 'Bỏ qua', exact: true }).click();
  await look('leave the step out, no reason given');
  await closeSheet(page);
  await go(page, `${meeting}/tk-md-01`);
  await button(page, 'Vẫn họp, ghi lý do').first().click();
  await look('readiness: a reason');
}

/** The open meeting: every kind of step filled, and what opens from them. */
export async function walkOpen(page: Page, meeting: string, look: Look): Promise<void> {
  await openMeeting(page, meeting);
  await eachStep(page, meeting, 'open', look);
  await page.evaluate(() => localStorage.setItem('so-chi-bo.dictation', '1'));
  await go(page, `${meeting}/tk-nd-03`);
  await button(page, 'Nói để ghi').first().waitFor();
  await look('a note that may be spoken');
  await page.evaluate(() => localStorage.removeItem('so-chi-bo.dictation'));
  await go(page, `${meeting}/van-ban`);
  await look('documents');
  await button(page, /^Dự thảo nghị quyết/).click();
  await sheet(page).getByLabel('Số văn bản').fill('x');
  await button(page, 'Tạo PDF').click();
  await sheet(page).getByRole('status').waitFor();
  await look('documents: a file is ready, a number refused');
  await closeSheet(page);
  await button(page, /^Trích biên bản/).click();
  await look('documents: an extract');
  await closeSheet(page);

  await go(page, `${meeting}/tk-md-01`);
  await button(page, 'Chữ to để đọc').click();
  await look('the sentence, large');
  await closeSheet(page);
  await button(page, 'Sửa lời').click();
  await button(page, 'Thêm đại biểu').click();
  await page.getByLabel('Họ tên đại biểu 1').fill('Ngô Văn Khách');
  await look('sentence edited, a guest');
  await button(page, 'Xem thời gian của bước này và cả buổi').or(page.locator('.meeting-time')).first().click();
  await look('times said');
  await go(page, `${meeting}/tk-md-02`);
  // The sentence of the step before was left open; this step's is not.
  await button(page, 'Sửa lời').waitFor();
  await button(page, 'Trần Thị Phó').click();

  await go(page, `${meeting}/tk-md-03`);
  await button(page, /^Đặng Văn Hải/).click();
  await look('roll: choices');
  await page.getByRole('group', { name: 'Vắng có lý do' }).getByRole('button', { name: 'Lý do khác' }).click();
  await look('roll: other reason');
  await button(page, /^Đặng Văn Hải/).click();
  await button(page, /^Đỗ Văn Hùng/).click();
  await page.getByRole('group', { name: 'Trường hợp khác' }).getByRole('button', { name: 'Đến muộn' }).click();
  await look('roll: late');
  await walkDoor(page, look);

  await go(page, `${meeting}/tk-md-05`);
  await button(page, /^Tất cả tán thành/).click();
  await look('vote: counted');
  await button(page, 'Ghi kết quả biểu quyết').click();
  await settled(page);
  await look('vote: recorded');
  await button(page, 'Thêm biểu quyết khác').click();
  await look('vote: another');

  await go(page, `${meeting}/tk-nd-01`);
  await button(page, 'Thêm văn bản').click();
  await page.getByLabel('Trích yếu văn bản 1').fill('Hướng dẫn sinh hoạt chi bộ quý này');
  await look('documents: one');

  await go(page, `${meeting}/tk-nd-07`);
  await button(page, 'Bùi Thị Hạnh').or(button(page, 'Vũ Thị Giang')).first().click();
  await look('contribution');
  await sheet(page).getByLabel('Tóm tắt ý kiến').fill('Đề nghị trang bị thêm máy chiếu cho phòng họp');
  await sheet(page).getByRole('button', { name: 'Đề xuất' }).click();
  await sheet(page).getByRole('button', { name: 'Xong' }).click();
  await settled(page);
  await look('contributions: one');
  await button(page, /^Xóa ý kiến của đồng chí/).click();
  await look('contribution: delete?');
  await button(page, 'Giữ lại').click();
  await go(page, `${meeting}/tk-kt-01`);
  await look('proposals: one');

  await go(page, `${meeting}/tk-kt-02`);
  await button(page, 'Giao việc').click();
  await look('task');
  await sheet(page).getByLabel('Việc cần làm').fill('Kiểm tra việc học nghị quyết');
  await sheet(page).getByRole('button', { name: 'Trần Thị Phó' }).click();
  await sheet(page).getByRole('button', { name: /^Cuối tháng/ }).first().click();
  await sheet(page).getByRole('button', { name: 'Xong' }).click();
  await settled(page);
  await look('tasks given: one');

  await go(page, `${meeting}/tk-kt-03`);
  await page.getByLabel('Kết luận của chủ trì').fill('Thống nhất nội dung buổi sinh hoạt.');
  await button(page, 'Gợi ý từ nội dung đã ghi').click();
  await settled(page);
  await look('conclusion, suggested');
  await page.getByLabel('Loại biểu quyết').selectOption('resolution');
  await button(page, /^Tất cả tán thành/).click();
  await button(page, 'Ghi kết quả biểu quyết').click();
  await heading(page, 'Ghi nghị quyết vào sổ văn bản').waitFor();
  await look('resolution: passed');
  await button(page, 'Chuyên đề').click();
  await button(page, 'Ghi số, hạn sơ kết, tổng kết').click();
  await look('resolution: number and reviews');
  await closeSheet(page);

  await go(page, `${meeting}/tk-kt-04`);
  await button(page, 'Nhận các điểm gợi ý').click();
  await settled(page);
  await button(page, 'Chấm tối đa các mục còn lại').click();
  await page.getByText(/^Còn thiếu gì để đạt/).click();
  await settled(page);
  await look('score: given');

  await go(page, `${meeting}/tk-kt-05`);
  await button(page, 'Mở biên bản để đọc').click();
  await settled(page);
  await look('minutes read back');
  await sheet(page).getByRole('button', { name: 'Đã đọc lại, chi bộ thông qua' }).click();
  await settled(page);
  await look('minutes passed');
  await button(page, 'Kết thúc buổi họp').click();
  await look('end before all is done?');
  await button(page, 'Vẫn kết thúc').click();
  await heading(page, 'Hoàn thiện và ký biên bản').waitFor();
  await settled(page);
  await look('ended, with a message');
}

/** After the meeting: minutes edited, signed, closed, exported, corrected. */
export async function walkClosed(page: Page, meeting: string, look: Look): Promise<void> {
  await go(page, `${meeting}/tk-sau-01`);
  const edit = button(page, /^Sửa mục /).first();
  await edit.click();
  await page.getByLabel(/^Nội dung mục/).fill('Sửa tay một mục.');
  await look('minutes: a section being edited');
  await button(page, 'Xong').first().click();
  await settled(page);
  await look('minutes: edited by hand');
  await page.getByText(/^Thêm mục khác/).click();
  await look('minutes: other sections');
  await button(page, 'Ký trên giấy').first().click();
  await settled(page);
  await button(page, 'Bản nháp Word').click();
  await page.getByText(/^Đã có file/).waitFor({ timeout: 30_000 });
  await look('minutes: a draft in Word, one signature');
  await button(page, 'Đóng biên bản').click();
  await look('close?');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Đóng', exact: true }).click();
  await heading(page, 'Biên bản đã đóng').waitFor();
  await settled(page);
  await eachStep(page, meeting, 'closed', look);
  await go(page, `${meeting}/tk-sau-01`);
  await button(page, 'Thêm đính chính').click();
  await sheet(page).getByLabel('Nội dung đúng').fill('Đồng chí Hải vắng có lý do.');
  await sheet(page).getByLabel('Lý do đính chính').fill('Ghi nhầm khi điểm danh');
  await look('correction');
  await button(page, 'Ghi đính chính').click();
  await settled(page);
  await look('corrected');
  await go(page, `${meeting}/tk-sau-02`);
  await page.getByText('Nội dung để đăng', { exact: true }).first().click();
  await look('text to post');
}
