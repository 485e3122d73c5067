import type { Phone } from './phone';

/** Makes a recovery sheet on a connected phone and puts it into force; its eight groups as they stand on the paper. */
export async function makeSheet(phone: Phone): Promise<string> {
  await phone.show('/phieu-khoi-phuc');
  await phone.tap('Làm phiếu khôi phục');
  const paper = phone.page.getByRole('article');
  await paper.getByRole('img').waitFor();
  const sheet = (await paper.locator('ol').first().innerText()).match(/[0-9A-Z]{4}/g)!.join('-');
  await phone.tap('Phiếu đã ở trên giấy');
  for (const field of await phone.page.getByLabel(/^Nhóm số/).all()) {
    const label = await field.evaluate((input) => (input as HTMLInputElement).labels?.[0]?.textContent ?? '');
    await field.fill(sheet.split('-')[Number(/\d+/.exec(label)?.[0]) - 1]!);
  }
  await phone.tap('Đưa phiếu vào dùng');
  await phone.page.getByText('Phiếu đang có hiệu lực').waitFor();
  return sheet;
}
