/** What a secretary does with the book and in a meeting, by the names on the screen. */
import { registerFile } from './register';
import type { Phone } from './phone';

/** Takes the thirty members in from their workbook, by the assistant. */
export async function importRegister(phone: Phone): Promise<void> {
  const chooser = phone.page.waitForEvent('filechooser');
  await phone.tap('Chọn tệp Excel');
  await (await chooser).setFiles({ name: 'Danh sách đảng viên.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: await registerFile() });
  await phone.tap('Xem từng hàng');
  await phone.tap('Nhập 30 đồng chí');
  await phone.heading('Đã nhập xong').waitFor();
}

/** Fills in the form of a new meeting, today; returns its address without a step. */
export async function planMeeting(phone: Phone): Promise<string> {
  await phone.field(/^Địa điểm/).fill('Hội trường khoa Nội');
  await phone.tap('Tạo buổi họp và bắt đầu chuẩn bị');
  await phone.page.waitForURL(/\/cuoc-hop\/[a-z0-9]{8,}\/tk-cb-01$/);
  return new URL(phone.page.url()).pathname.replace(/\/[^/]+$/, '');
}

/** Waits for a step to be on the screen. */
export async function at(phone: Phone, label: string | RegExp): Promise<void> {
  await phone.page.getByRole('heading', { level: 1, name: label }).waitFor();
}

/** On to the next step; waits until it is there. */
export async function next(phone: Phone): Promise<void> {
  const before = new URL(phone.page.url()).pathname;
  await phone.tap('Bước tiếp');
  await phone.page.waitForURL((url) => url.pathname !== before);
  await phone.page.getByRole('heading', { level: 1 }).waitFor();
}

/** Picks a person for a field: by a chip where there is one, else out of everybody. */
export async function pick(phone: Phone, label: string, name: string): Promise<void> {
  const group = phone.page.getByRole('group', { name: label, exact: true });
  const chip = group.getByRole('button', { name, exact: true });
  if (await chip.isVisible()) return chip.click();
  await group.getByRole('button', { name: /^Chọn đồng chí/ }).click();
  await phone.page.getByRole('dialog', { name: label }).getByRole('button', { name: new RegExp(`^${name}`) }).click();
}

/** At the roll: a tap on the name, a tap on what is the matter. */
export async function mark(phone: Phone, name: string, what: string): Promise<void> {
  await phone.button(new RegExp(`^${name}`)).click();
  await phone.button(what).click();
}

/** Waits until so many of those who should be there are counted as present: "27/30". */
export async function counted(phone: Phone, present: string): Promise<void> {
  await phone.page.getByRole('status', { name: 'Tình hình điểm danh' }).filter({ hasText: new RegExp(`^${present}`) }).waitFor();
}

/** Who is typing is in the field already: nothing is tapped. */
export async function type(phone: Phone, text: string): Promise<void> {
  await phone.page.waitForFunction(() => document.activeElement?.matches('input, textarea'));
  await phone.page.keyboard.insertText(text);
}

/** One contribution: the name, the words, the kind where it is not the usual one, done. */
export async function contribute(phone: Phone, name: string, text: string, kind?: string): Promise<void> {
  await phone.button(new RegExp(`^${name}`)).first().click();
  await phone.page.getByRole('dialog', { name: `Đồng chí ${name} phát biểu` }).waitFor();
  await type(phone, text);
  if (kind) await phone.button(kind).click();
  await phone.button('Xong').click();
  await phone.page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** A show of hands in which everybody is for it. */
export async function voteForAll(phone: Phone): Promise<void> {
  await phone.button(/^Tất cả tán thành/).click();
  await phone.button('Ghi kết quả biểu quyết').click();
  await phone.page.getByRole('list', { name: 'Kết quả biểu quyết' }).waitFor();
}

/** One task: what, who, by when. */
export async function giveTask(phone: Phone, what: string, who: string, due: RegExp): Promise<void> {
  await phone.button('Giao việc').click();
  await phone.page.getByRole('dialog', { name: 'Giao việc mới' }).waitFor();
  await type(phone, what);
  await pick(phone, 'Người thực hiện', who);
  await phone.page.getByRole('group', { name: 'Thời hạn' }).getByRole('button', { name: due }).click();
  await phone.button('Xong').click();
  await phone.page.getByRole('dialog').first().waitFor({ state: 'detached' });
}

/** Gives every criterion its points: what the records suggest, full points for the rest. */
export async function score(phone: Phone): Promise<void> {
  await phone.tap('Nhận các điểm gợi ý');
  await phone.tap('Chấm tối đa các mục còn lại');
}

/** Closes the minutes for good. */
export async function closeMinutes(phone: Phone): Promise<void> {
  await phone.tap('Đóng biên bản');
  await phone.page.getByRole('alertdialog').getByRole('button', { name: 'Đóng', exact: true }).click();
  await phone.heading('Biên bản đã đóng').waitFor();
}
