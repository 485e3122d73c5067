import type { Page } from 'playwright-core';
import { button, heading, settled } from '../seed';
import type { Look } from './start';

/** The committee's pages, from the link to a record. */
export async function walkCommittee(page: Page, url: string, link: string, look: Look): Promise<void> {
  await page.goto(`${url}/cap-uy`);
  await heading(page, 'Đăng nhập trang của cấp ủy').waitFor();
  await look('committee: not signed in');
  // From elsewhere, as a link is opened; a reload would come without the token, which leaves the address at once.
  await page.goto('about:blank');
  await page.goto(`${url}/cap-uy/vao#khongphailienket0123456789`);
  await heading(page, 'Chưa đăng nhập được').waitFor();
  await look('committee: wrong link');
  await page.goto('about:blank');
  await page.goto(link);
  await heading(page, /^Tình hình sinh hoạt chi bộ tháng/).waitFor();
  await settled(page);
  await look('committee: month');
  await button(page, /^Cấp mã kích hoạt/).first().click();
  await look('committee: code?');
  await page.getByRole('dialog').getByRole('button', { name: /^Tạo mã|^Cấp mã/ }).click();
  await page.getByRole('dialog').getByText(/\b[0-9A-Z]{5}-[0-9A-Z]{5}\b/).waitFor();
  await look('committee: code');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: /^Mở hồ sơ/ }).first().click();
  await settled(page);
  await look('committee: record');
  await button(page, 'Xếp loại buổi này').click();
  await page.getByRole('dialog').getByText(/^Ký tên: /).waitFor();
  await look('committee: grade');
  await button(page.getByRole('dialog'), 'Đóng').click();
  await page.goto(`${url}/cap-uy/khoa-du-phong`);
  await settled(page);
  await look('committee: no spare key');
  await button(page, 'Lập khóa dự phòng').click();
  await page.getByRole('article').getByRole('img').waitFor();
  await look('committee: spare key on paper');
  await button(page, 'Phiếu đã ở trên giấy').click();
  await look('committee: spare key read back');
  await page.goto(`${url}/cap-uy/huong-dan`);
  await heading(page, 'Đang áp dụng').waitFor();
  await settled(page);
  await look('committee: guidance');
  await page.getByLabel('Quy trình', { exact: true }).selectOption('hd42-2025');
  await button(page, 'Gửi tới các chi bộ').click();
  await page.getByRole('alertdialog').waitFor();
  await look('committee: guidance?');
  await button(page.getByRole('alertdialog'), 'Hủy').click();
  await button(page, /Lời của ứng dụng$/).first().click();
  await page.getByRole('dialog').getByLabel('Hướng dẫn').fill('Theo đúng văn bản.');
  await look('committee: wording of a step');
  await button(page.getByRole('dialog'), 'Xong').click();
  await button(page, 'Gửi 1 lời văn tới tất cả chi bộ').waitFor();
  await look('committee: wording not sent');
  // Nothing typed holds the page back.
  await button(page, /Chưa gửi$/).first().click();
  await page.getByRole('dialog').getByLabel('Hướng dẫn').fill('');
  await button(page.getByRole('dialog'), 'Xong').click();
  await page.goto(`${url}/cap-uy/ho-so/khongcohosonay`);
  await settled(page);
  await look('committee: no such record');
}
