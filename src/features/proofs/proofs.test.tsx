// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, configure, fireEvent, render, screen, within } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { importKey, randomBytes } from '@/crypto';
import { loadDocx } from '@/documents';
import { loadProof } from '@/documents/proof/load';
import { readMeeting, type Fields, type Json, type RecordKey } from '@/domain';
import { startI18n } from '@/i18n';
import { Book, BookContext, BookDatabase, hashJson, Saver } from '@/storage';
import { ProofPage } from '.';

const CELL = { name: 'Chi bộ Thử', superior: 'Đảng ủy Thử' };
const final = (month: string, text: string): Json => ({
  title: 'BIÊN BẢN', subject: `sinh hoạt chi bộ thường kỳ tháng ${month} năm 2026`, sections: [{ id: 'conclusion', part: 'content', heading: 'Kết luận', text }],
});

let saver: Saver;
let n = 0;
const put = (key: RecordKey, fields: Fields): Promise<void> => saver.book.write(Object.entries(fields).map(([field, value]) => ({ key, field, value })));
async function closed(id: string, month: string, text: string, prev: string[], kept = text): Promise<string> {
  const at = `2026-${month}-24T09:30:00.000Z`;
  const fields: Fields = { kind: 'regular', date: `2026-${month}-24`, final: final(month, text), closedPrev: prev, closedHead: CELL, closedAt: at };
  const meeting = readMeeting(id, fields);
  const hash = await (await loadProof()).minutesPrint(hashJson, meeting, meeting.final!, CELL, at, prev);
  await put(`meeting:${id}`, { ...fields, final: final(month, kept), closedHash: hash, closedAt: null });
  await put(`meeting:${id}`, { closedAt: at });
  return hash;
}
const fileOf = async (id: string, change: (fields: Record<string, Json>) => void = () => undefined, as: 'closed' | 'draft' = 'closed'): Promise<File> => {
  const fields: Record<string, Json> = { ...(await saver.book.read(`meeting:${id}`)) };
  change(fields);
  if (as === 'draft') fields['closedAt'] = null;
  const meeting = readMeeting(id, fields);
  const bytes = await (await loadDocx()).minutesDocx({ meeting, minutes: meeting.final!, cell: CELL });
  return new File([bytes as BlobPart], 'bien-ban.docx');
};
const show = (): void => {
  render(<BookContext.Provider value={saver}><Router hook={memoryLocation({ path: '/kiem-tra' }).hook}><ProofPage /></Router></BookContext.Provider>);
};
const choose = async (file: File): Promise<void> => {
  fireEvent.change(await screen.findByLabelText('Chọn tệp', { selector: 'input' }), { target: { files: [file] } });
};

beforeAll(async () => {
  await startI18n('vi', ['common', 'proofs', 'scan']);
  configure({ asyncUtilTimeout: 20_000 });
  await Promise.all([loadProof(), loadDocx()]);
}, 60_000);
beforeEach(async () => {
  saver = new Saver(new Book(new BookDatabase(`proofs-${(n += 1)}`), await importKey(randomBytes(32))), () => 0);
  await put('cell:cell', CELL);
});
afterEach(async () => {
  cleanup();
  await saver.book.close();
});

describe('[PROOF-5] a file in hand', { timeout: 60_000 }, () => {
  it('is the closed one, changed, a draft, or nothing of the book', async () => {
    const first = await closed('m1', '10', 'Hoàn thành 38/40 hồ sơ.', []);
    await closed('m2', '11', 'Nâng cao chất lượng.', [first]);
    show();
    await choose(await fileOf('m1'));
    expect(await screen.findByText('Đúng bản đã đóng')).toBeTruthy();
    expect(screen.getByText('sinh hoạt chi bộ thường kỳ tháng 10 năm 2026')).toBeTruthy();

    await choose(await fileOf('m1', (fields) => (fields['final'] = final('10', 'Hoàn thành 39/40 hồ sơ.'))));
    expect(await screen.findByText('Nội dung đã bị sửa')).toBeTruthy();
    expect(screen.getByText('Hoàn thành 38/40 hồ sơ.')).toBeTruthy();
    expect(screen.getByText('Hoàn thành 39/40 hồ sơ.')).toBeTruthy();

    await choose(await fileOf('m2', () => undefined, 'draft'));
    expect(await screen.findByText('Bản dự thảo')).toBeTruthy();

    await choose(await fileOf('m2', (fields) => (fields['closedHash'] = first)));
    expect(await screen.findByText('Mã của một biên bản khác')).toBeTruthy();

    await choose(await fileOf('m1', (fields) => (fields['closedHash'] = 'ef'.repeat(32))));
    expect(await screen.findByText('Mã của một biên bản khác')).toBeTruthy();
    await choose(await fileOf('m1', (fields) => Object.assign(fields, { final: final('01', 'Của chi bộ khác.'), closedHash: 'ef'.repeat(32) })));
    expect(await screen.findByText('Không có trong sổ, không xác nhận được')).toBeTruthy();
  });

  it('that cannot be read is named for what it is', async () => {
    show();
    const cases: readonly [BlobPart, string][] = [
      ['Xin chào', 'Không phải tệp Word hay PDF'],
      [new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]), 'Tệp Word kiểu cũ (.doc)'],
      [new Uint8Array([0x50, 0x4b, 3, 4, 9]), 'Tệp bị hỏng, không đọc được'],
      ['%PDF-1.7\nhello', 'Tệp PDF này đã qua phần mềm khác'],
      [new Uint8Array((20 << 20) + 1), 'Tệp quá lớn'],
    ];
    for (const [part, title] of cases) {
      await choose(new File([part], 'x'));
      expect(await screen.findByText(title)).toBeTruthy();
    }
  });

  it('on paper is known by its code, typed as printed', async () => {
    const hash = await closed('m1', '10', 'Hoàn thành.', []);
    show();
    const type = async (text: string): Promise<void> => {
      fireEvent.change(await screen.findByRole('textbox', { name: /Mã kiểm tra/ }), { target: { value: text } });
      fireEvent.click(screen.getByRole('button', { name: 'Kiểm tra mã' }));
    };
    await type((await loadProof()).shortPrint(hash).toLowerCase());
    expect(await screen.findByText('Mã này có trong sổ')).toBeTruthy();
    await type('0000 1111 2222 3333 4444');
    expect(await screen.findByText('Mã này không có trong sổ')).toBeTruthy();
    await type('xin chào');
    expect(await screen.findByText(/Mã gồm đúng 20 ký tự/)).toBeTruthy();
  });
});

describe('[CLOSE-5] the chain on the page', { timeout: 60_000 }, () => {
  it('is whole; says which text was changed and which is missing; a fork is told and is no fault', async () => {
    const first = await closed('m1', '09', 'Một.', []);
    const second = await closed('m2', '10', 'Hai.', [first]);
    // What another phone closed first took the place of this report; its own phone had let a text follow it.
    const late = 'ef'.repeat(32);
    await closed('m3', '11', 'Ba.', [first, late]);
    await put('report:2026-Q4', { submissionId: 'earlier', closedAt: '2027-01-04T03:00:00.000Z' });
    await put('submission:late', { type: 'report', reportId: '2026-Q4', body: { reportId: '2026-Q4', reportHash: late } });
    show();
    expect(await screen.findByText('Chuỗi nguyên vẹn')).toBeTruthy();
    expect(screen.getByText('Hai máy từng đóng cùng lúc')).toBeTruthy();
    cleanup();
    await closed('m4', '12', 'Bốn.', [second, 'ab'.repeat(32)]);
    await closed('m5', '08', 'Năm.', [], 'Năm khác.');
    await put('submission:s1', { body: { meetingId: 'gone', minutesHash: 'cd'.repeat(32) } });
    show();
    expect(await screen.findByText('Thiếu bản đã đóng')).toBeTruthy();
    expect(screen.getByText(/Một bản đóng ngay trước: sinh hoạt .* tháng 12/)).toBeTruthy();
    expect(within(screen.getByText('Có bản không còn như khi đóng').closest('div')!).getByText(/tháng 08/)).toBeTruthy();
    expect(screen.getByText(/đã gửi cấp trên nhưng không có/)).toBeTruthy();
  });
});

it('[PROOF-3] [PROOF-4] whatever is chosen, reading it ends in a word for it', async () => {
  const { readFileInHand, Unread } = await loadProof();
  await closed('m1', '10', 'Hoàn thành.', []);
  const whole = new Uint8Array(await (await fileOf('m1')).arrayBuffer());
  const reading = async (bytes: Uint8Array): Promise<boolean> => readFileInHand(new Blob([bytes as BlobPart])).then(() => true, (error: unknown) => error instanceof Unread);
  const broken = fc.tuple(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }), fc.nat(whole.length)).map(([spots, length]) => {
    const bytes = whole.slice(0, length % 3 === 0 ? length : whole.length);
    for (const [at, value] of spots) if (at < bytes.length) bytes[at] = value;
    return bytes;
  });
  const headed = fc.tuple(fc.constantFrom('%PDF-1.3\n', 'PK\u0003\u0004', ''), fc.uint8Array({ maxLength: 400 })).map(([head, rest]) => new Uint8Array([...new TextEncoder().encode(head), ...rest]));
  const { failed } = await fc.check(fc.asyncProperty(fc.oneof(broken, headed), reading), { numRuns: 150, seed: 7 });
  expect(failed).toBe(false);
}, 60_000);
