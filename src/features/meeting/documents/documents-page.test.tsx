// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Route, Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { importKey, randomBytes } from '@/crypto';
import { loadDocx, loadKinds, loadPdf } from '@/documents';
import type { Fields, Json, RecordKey } from '@/domain';
import { startI18n } from '@/i18n';
import { Book, BookContext, BookDatabase, Saver } from '@/storage';
import { ToastProvider } from '@/ui';
import { DocumentsPage } from '.';

/** The letters come from the disk here, and can be out of reach. */
const letters = vi.hoisted(() => ({ there: true }));
vi.mock('@/documents/pdf/fonts', () => ({
  loadFonts: async () => {
    if (!letters.there) throw new Error('no letters');
    const read = (name: string): Uint8Array => new Uint8Array(readFileSync(join(process.cwd(), `node_modules/@expo-google-fonts/tinos/${name}.ttf`)));
    return { regular: read('400Regular/Tinos_400Regular'), bold: read('700Bold/Tinos_700Bold'), italic: read('400Regular_Italic/Tinos_400Regular_Italic') };
  },
}));

let saver: Saver;
let n = 0;
let shared: File[] = [];

const roster = [{ id: 'a', name: 'Trần Thị Bình', standing: 'official', status: 'active', position: 'secretary' }] as unknown as Json;
const HELD: Fields = {
  kind: 'regular', date: '2026-11-24', time: '14:00', place: 'Phòng họp', procedure: { id: 'regular.hd05-duk-2021', version: 1 }, roster, chairId: 'a',
  startedAt: '2026-11-24T07:00:00.000Z', endedAt: '2026-11-24T08:30:00.000Z', conclusion: 'Hoàn thành kế hoạch năm.',
};
const put = (key: RecordKey, fields: Fields): Promise<void> => saver.book.write(Object.entries(fields).map(([field, value]) => ({ key, field, value })));
const show = async (changed: Record<string, Json> = {}): Promise<void> => {
  await put('meeting:m', { ...HELD, ...changed });
  const { hook } = memoryLocation({ path: '/cuoc-hop/m/van-ban' });
  render(
    <BookContext.Provider value={saver}>
      <ToastProvider closeLabel="Đóng thông báo"><Router hook={hook}><Route path="/cuoc-hop/:id/van-ban"><DocumentsPage /></Route></Router></ToastProvider>
    </BookContext.Provider>,
  );
};
const open = async (name: RegExp): Promise<HTMLElement> => {
  fireEvent.click(await screen.findByRole('button', { name }));
  return screen.findByRole('dialog');
};
const press = (name: string | RegExp): void => void fireEvent.click(screen.getByRole('button', { name }));

beforeAll(async () => {
  await startI18n('vi', ['common', 'documents', 'meeting', 'meetingWork']);
  // The makers are heavy: on a busy machine their loading must not look like a page that says nothing.
  configure({ asyncUtilTimeout: 20_000 });
  await Promise.all([loadKinds(), loadDocx(), loadPdf()]);
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) { this.open = true; };
}, 60_000);
beforeEach(async () => {
  saver = new Saver(new Book(new BookDatabase(`documents-${(n += 1)}`), await importKey(randomBytes(32))), () => 0);
  await put('cell:cell', { name: 'Chi bộ Thử', superior: 'Đảng ủy Thử', placeName: 'Thử' });
  shared = [];
  letters.there = true;
});
afterEach(async () => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  for (const name of ['canShare', 'share']) Reflect.deleteProperty(navigator, name);
  await saver.book.close();
});

describe('the documents of a meeting', { timeout: 60_000 }, () => {
  it('lists what can be made before and after, and nothing of a meeting called off', async () => {
    await show();
    const lists = await screen.findAllByRole('list');
    expect(lists.map((list) => within(list).getAllByRole('button').map((row) => row.textContent?.replace(/(Gửi|Các|Để|Nhiều|Toàn|Chọn|Đánh|Kết luận,|Theo).*/u, '').trim()))).toEqual([
      ['Thông báo', 'Giấy mời', 'Chương trình', 'Danh sách điểm danh', 'Phiếu biểu quyết, xin ý kiến'],
      ['Biên bản', 'Trích biên bản', 'Dự thảo nghị quyết', 'Dự thảo kết luận', 'Phiếu tự chấm điểm'],
    ]);
    cleanup();
    await show({ cancelled: true });
    expect(await screen.findByText('Chưa lập được văn bản')).toBeTruthy();
  });

  it('makes a file, shares it, and takes it back when what it was made of changes', async () => {
    Object.assign(navigator, { canShare: () => true, share: (data: { files: File[] }) => Promise.resolve(void shared.push(...data.files)) });
    await show();
    await open(/^Dự thảo nghị quyết/);
    press('Tạo Word');
    await screen.findByText(/^Đã có tệp/);
    press('Chia sẻ');
    expect(shared).toEqual([]);
    const asked = within(screen.getByRole('alertdialog', { name: 'Đồng chí có chắc muốn gửi ra ngoài?' }));
    expect(asked.getByText('Nội dung này có tên đảng viên.')).toBeTruthy();
    expect(asked.getByText('Bản này chưa đóng, nội dung còn có thể thay đổi.')).toBeTruthy();
    fireEvent.click(asked.getByRole('button', { name: 'Không gửi' }));
    expect(shared).toEqual([]);
    press('Chia sẻ');
    fireEvent.click(screen.getByRole('button', { name: 'Gửi' }));
    await waitFor(() => expect(shared.map(({ name }) => name)).toEqual(['nghi-quyet-2026-11-24-thuong-ky.docx']));
    fireEvent.change(screen.getByLabelText('Số văn bản'), { target: { value: '5' } });
    expect(screen.queryByRole('button', { name: 'Chia sẻ' })).toBeNull();
    fireEvent.change(screen.getByLabelText('Số văn bản'), { target: { value: 'x' } });
    expect(screen.getByText('Chỉ ghi chữ số.')).toBeTruthy();
  });

  it('[SHARE-4] offers no sharing of what bears the marking of a state secret, and says why', async () => {
    Object.assign(navigator, { canShare: () => true, share: () => Promise.resolve() });
    await show({ conclusion: 'Thực hiện công văn TỐI MẬT số 5.' });
    await open(/^Dự thảo nghị quyết/);
    press('Tạo Word');
    await screen.findByText(/^Đã có tệp/);
    expect(screen.queryByRole('button', { name: 'Chia sẻ' })).toBeNull();
    expect(screen.getByText(/nội dung có chữ MẬT/)).toBeTruthy();
  });

  it('goes on offering a file while something else of the meeting is written', async () => {
    await show();
    await open(/^Dự thảo nghị quyết/);
    press('Tạo Word');
    await screen.findByText(/^Đã có tệp/);
    await put('meeting:m', { stepId: 'tk-kt-03', postedOn: '2026-11-25' });
    await new Promise((done) => setTimeout(done, 50));
    expect(screen.getByText(/^Đã có tệp/)).toBeTruthy();
    await put('meeting:m', { conclusion: 'Nâng cao chất lượng.' });
    await waitFor(() => expect(screen.queryByText(/^Đã có tệp/)).toBeNull());
  });

  it('says so when a file cannot be made, and that nothing is lost', async () => {
    letters.there = false;
    await show();
    await open(/^Thông báo/);
    press('Tạo PDF');
    expect(await screen.findByText(/Dữ liệu trong sổ vẫn nguyên vẹn/)).toBeTruthy();
  });

  it('prints the PDF in a window of its own; where the browser opens none, says what to do', async () => {
    let opens = true;
    const opened: string[] = [];
    vi.stubGlobal('open', (url: string) => { opened.push(url); return opens ? window : null; });
    await show();
    await open(/^Thông báo/);
    press('Tạo PDF');
    await screen.findByText('Đã có tệp thong-bao-2026-11-24-thuong-ky.pdf.');
    press('In');
    expect(opened[0]).toMatch(/^blob:/);
    expect(screen.getByText('Bấm In để mở tệp PDF, rồi chọn máy in.')).toBeTruthy();
    opens = false;
    press('In');
    expect(await screen.findByText(/Trình duyệt không mở được tệp/)).toBeTruthy();
  });

  it('an extract asks for a part; papers ask their question, and how many', async () => {
    await show();
    const dialog = await open(/^Trích biên bản/);
    fireEvent.click(within(dialog).getByRole('checkbox', { name: 'Kết luận' }));
    expect((screen.getByRole('button', { name: 'Tạo Word' }) as HTMLButtonElement).disabled).toBe(true);
    fireEvent.click(within(dialog).getByRole('checkbox', { name: 'Kết luận' }));
    expect((screen.getByRole('button', { name: 'Tạo Word' }) as HTMLButtonElement).disabled).toBe(false);
    press('Đóng');
    await open(/^Phiếu biểu quyết/);
    fireEvent.change(screen.getByLabelText('Nội dung hỏi'), { target: { value: 'Kết nạp' } });
    fireEvent.click(screen.getByRole('radio', { name: 'Phiếu xin ý kiến' }));
    press('Thêm một phiếu');
    press('Tạo Word');
    expect(await screen.findByText('Đã có tệp phieu-2026-11-24-thuong-ky.docx.')).toBeTruthy();
  });
});
