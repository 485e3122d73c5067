// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { importKey, randomBytes } from '@/crypto';
import { startI18n } from '@/i18n';
import { Book, BookContext, BookDatabase, Saver, StorageError, writeSetting } from '@/storage';
import { addAttachment, readHere } from '@/storage/attachments';
import { ToastProvider } from '@/ui';
import { Attachments, SecretsPage } from '.';

// What a canvas does is proved in a browser (photo.browser.test.ts).
vi.mock('./photo', () => ({ smallPhoto: async (file: Blob) => new Uint8Array(await file.arrayBuffer()) }));

const NOW = '2026-11-24T07:00:00.000Z';
const JPEG = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 7, 7);
let saver: Saver;
let n = 0;

const show = (owner = 'task:t1'): void => void render(<BookContext.Provider value={saver}><ToastProvider closeLabel="Đóng thông báo"><Attachments owner={owner} /></ToastProvider></BookContext.Provider>);
const button = (name: string | RegExp): Promise<HTMLElement> => screen.findByRole('button', { name });
const tap = async (name: string | RegExp): Promise<void> => void fireEvent.click(await button(name));
const choose = async (...files: File[]): Promise<void> => {
  await button('Chọn tệp');
  fireEvent.change(document.querySelector('[data-files=choice]')!, { target: { files } });
};
const photo = (name: string): File => new File([JPEG], name, { type: 'image/jpeg' });
const names = async (): Promise<string[]> => (await saver.book.list('file')).map(({ fields }) => String(fields['name'])).sort((a, b) => (a < b ? -1 : 1));
const add = (name: string, bytes = JPEG, type = 'image/jpeg', owner = 'task:t1'): Promise<string> => addAttachment(saver.book, owner as 'task:t1', { name, type, bytes }, NOW);

beforeAll(() => startI18n('vi', ['common', 'files', 'secrets']));
beforeEach(async () => {
  saver = new Saver(new Book(new BookDatabase(`attach-${(n += 1)}`), await importKey(randomBytes(32))), () => 0);
});
afterEach(async () => {
  cleanup();
  vi.restoreAllMocks();
  await saver.book.close();
});

describe('attached files on the screen', () => {
  it('[FILE-3] a photo and a PDF go into the book once the person has said that they bear no marking, and not before', async () => {
    show();
    await choose(photo('bang-ky-nhan.jpg'), new File(['%PDF-1.4\nx'], 'Công văn 5.pdf'));
    expect(await screen.findByText(/Trong 2 tệp này, có tài liệu nào đóng dấu MẬT, TỐI MẬT, TUYỆT MẬT không\?/)).toBeTruthy();
    expect(await names()).toEqual([]);
    await tap('Không có, đưa vào sổ');
    await waitFor(async () => expect(await names()).toEqual(['Công văn 5.pdf', 'bang-ky-nhan.jpg']));
    const list = within(await screen.findByRole('list', { name: 'Các tệp đính kèm' }));
    expect(list.getByRole('button', { name: /bang-ky-nhan\.jpg.*Chỉ trên máy này/ })).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('[FILE-3] said to bear a marking, nothing goes in, and the advice is a tap away', async () => {
    show();
    await choose(photo('a.jpg'));
    await tap('Có dấu mật');
    expect(await screen.findByRole('alert')).toHaveProperty('textContent', expect.stringContaining('Luật cấm lưu tài liệu bí mật nhà nước'));
    expect(screen.getByRole('link', { name: 'Xem phải làm gì' }).getAttribute('href')).toBe('/tai-lieu-mat');
    fireEvent.click(within(screen.getByRole('dialog')).getAllByRole('button', { name: 'Đóng' })[1]!);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await names()).toEqual([]);
  });

  it('[FILE-2] [FILE-4] what cannot come in is named with its reason; the rest can', async () => {
    show();
    await choose(photo('TUYET MAT 12.jpg'), new File(['PK\u0003\u0004'], 'danh sách.docx'), photo('a.jpg'));
    expect(await screen.findByText(/Tên tệp có chữ TUYỆT MẬT/)).toBeTruthy();
    expect(screen.getByText(/Chỉ nhận ảnh và PDF/)).toBeTruthy();
    await tap('Không có, đưa vào sổ');
    await waitFor(async () => expect(await names()).toEqual(['a.jpg']));
  });

  it('[FILE-6] a second file of one name gets a number; a photo from the camera the day', async () => {
    await add('a.jpg');
    show();
    await choose(photo('a.jpg'));
    await tap('Không có, đưa vào sổ');
    await waitFor(async () => expect(await names()).toEqual(['a (2).jpg', 'a.jpg']));
    fireEvent.change(document.querySelector('[data-files=camera]')!, { target: { files: [photo('image.jpg')] } });
    await tap('Không có, đưa vào sổ');
    await waitFor(async () => expect(await names()).toContainEqual(expect.stringMatching(/^Ảnh chụp \d\d-\d\d-\d{4} \d\d\.\d\d\.jpg$/)));
  });

  it('with the disk full it says so, keeps what was chosen, and goes on when there is room', async () => {
    show();
    const put = saver.book.db.pieces.bulkPut.bind(saver.book.db.pieces);
    const full = vi.spyOn(saver.book.db.pieces, 'bulkPut').mockImplementation(((rows: never) => put(rows).then(() => Promise.reject(new StorageError('full')))) as never);
    await choose(photo('a.jpg'));
    await tap('Không có, đưa vào sổ');
    expect(await screen.findByText(/Máy hết chỗ/)).toBeTruthy();
    full.mockRestore();
    await tap('Không có, đưa vào sổ');
    await waitFor(async () => expect(await names()).toEqual(['a.jpg']));
  });

  it('shows only what belongs to this record, and only what is there', async () => {
    await add('mine.jpg');
    await add('other.jpg', JPEG, 'image/jpeg', 'task:t2');
    show();
    expect(await button(/mine\.jpg/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /other\.jpg/ })).toBeNull();
  });

  it('opens a photo, makes it larger, and renames it; a marking or nothing is no name', async () => {
    vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:picture');
    await add('a.jpg');
    show();
    await tap(/a\.jpg/);
    const image = await screen.findByRole<HTMLImageElement>('img', { name: 'Ảnh: a.jpg' });
    expect(image.style.inlineSize).toBe('100%');
    await tap('Phóng to');
    expect(image.style.inlineSize).toBe('200%');
    fireEvent.click(screen.getByText('Đổi tên', { selector: 'summary *' }));
    for (const [typed, said] of [['tối mật', /Tên có chữ TỐI MẬT/], ['???', /không được để trống/]] as const) {
      fireEvent.change(screen.getByLabelText('Tên tệp'), { target: { value: typed } });
      await tap('Đổi tên');
      expect(await screen.findByText(said)).toBeTruthy();
    }
    fireEvent.change(screen.getByLabelText('Tên tệp'), { target: { value: 'Bảng ký nhận' } });
    await tap('Đổi tên');
    await waitFor(async () => expect(await names()).toEqual(['Bảng ký nhận.jpg']));
  });

  it('a PDF opens in a window of its own; where the browser opens none it says what to do', async () => {
    vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:pdf');
    const open = vi.spyOn(window, 'open').mockReturnValue(null);
    await add('a.pdf', new TextEncoder().encode('%PDF-1.4') as Uint8Array<ArrayBuffer>, 'application/pdf');
    show();
    await tap(/a\.pdf/);
    await tap('Mở PDF');
    expect(open).toHaveBeenCalledWith('blob:pdf', '_blank');
    expect(await screen.findByText(/Trình duyệt không mở cửa sổ mới/)).toBeTruthy();
  });

  it('[SHARE-2] asks before a file leaves', async () => {
    const share = vi.fn<() => Promise<void>>(() => Promise.resolve());
    Object.assign(navigator, { share, canShare: () => true });
    await add('a.jpg');
    show();
    await tap(/a\.jpg/);
    await tap('Chia sẻ');
    expect(share).not.toHaveBeenCalled();
    await tap('Gửi');
    expect(share).toHaveBeenCalledOnce();
    for (const name of ['share', 'canShare']) Reflect.deleteProperty(navigator, name);
  });

  it('deletes for the whole cell, after asking', async () => {
    await add('a.jpg');
    show();
    await tap(/a\.jpg/);
    await tap('Xóa tệp');
    const asked = within(await screen.findByRole('alertdialog'));
    fireEvent.click(asked.getByRole('button', { name: 'Giữ lại' }));
    expect(await names()).toEqual(['a.jpg']);
    await tap('Xóa tệp');
    fireEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Xóa tệp' }));
    await waitFor(async () => expect(await names()).toEqual([]));
  });

  it('[FILE-10] a file of closed minutes keeps its name, and goes only after a second question that names them; off this device it goes as ever', async () => {
    await saver.book.write(Object.entries({ kind: 'regular', date: '2026-11-05', closedAt: NOW }).map(([field, value]) => ({ key: 'meeting:m1', field, value })));
    const id = await add('a.jpg', JPEG, 'image/jpeg', 'meeting:m1');
    await saver.book.db.files.update(id, { there: 1 });
    show('meeting:m1');
    await tap(/a\.jpg/);
    expect(await screen.findByText(/buổi họp ngày 05\/11\/2026, biên bản đã đóng/)).toBeTruthy();
    expect(screen.queryByText('Đổi tên')).toBeNull();
    expect(await button(/^Gỡ khỏi máy này/)).toBeTruthy();
    const confirm = async (title: string, name: string): Promise<void> => void fireEvent.click(within(await screen.findByRole('alertdialog', { name: title })).getByRole('button', { name }));
    for (const last of ['Giữ lại', 'Vẫn xóa tệp']) {
      await tap('Xóa tệp');
      await confirm('Xóa tệp này?', 'Xóa tệp');
      expect(await names()).toEqual(['a.jpg']);
      await confirm('Biên bản họp ngày 05/11/2026 đã đóng', last);
    }
    await waitFor(async () => expect(await names()).toEqual([]));
  });

  it('[FILE-10] of minutes not yet closed it is renamed and deleted as any other', async () => {
    await saver.book.write([{ key: 'meeting:m1', field: 'date', value: '2026-11-05' }]);
    await add('a.jpg', JPEG, 'image/jpeg', 'meeting:m1');
    show('meeting:m1');
    await tap(/a\.jpg/);
    expect(await screen.findByText('Đổi tên', { selector: 'summary *' })).toBeTruthy();
    await tap('Xóa tệp');
    fireEvent.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Xóa tệp' }));
    await waitFor(async () => expect(await names()).toEqual([]));
  });

  it('a file that the server has goes off the device and says where it is; without a connection it cannot come back, and says so', async () => {
    const id = await add('a.jpg');
    await saver.book.db.files.update(id, { there: 1 });
    show();
    await tap(/a\.jpg.*Đã lên máy chủ/);
    await tap(/^Gỡ khỏi máy này/);
    expect(await button(/a\.jpg.*Chưa tải về máy này/)).toBeTruthy();
    expect(await readHere(saver.book, id)).toBeNull();
    await tap(/a\.jpg/);
    expect(await screen.findByText(/Tệp chưa có trên máy này/)).toBeTruthy();
  });

  it('what the server refused says why, and can be sent again', async () => {
    const id = await add('a.jpg');
    await saver.book.db.files.update(id, { refused: 'quotaFull' });
    show();
    await tap(/a\.jpg.*Máy chủ chưa nhận/);
    expect(await screen.findByText(/Máy chủ hết chỗ dành cho chi bộ/)).toBeTruthy();
    await tap('Gửi lại');
    await waitFor(async () => expect(await saver.book.db.files.get(id)).not.toHaveProperty('refused'));
  });

  it('what lies damaged on the device says so', async () => {
    const id = await add('a.pdf', new Uint8Array([1, 2, 3]), 'application/pdf');
    await saver.book.db.pieces.update(`${id}.0`, { box: new Uint8Array(60) });
    show();
    await tap(/a\.pdf/);
    expect(await screen.findByText(/bị hỏng/)).toBeTruthy();
  });

  it('[LOCK-2] where the book locks as soon as the app is left, it says so beside the camera', async () => {
    await act(() => writeSetting(saver.book, 'awayMinutes', 0));
    show();
    expect(await screen.findByText(/khóa sổ ngay khi rời ứng dụng/)).toBeTruthy();
  });
});

it('[FILE-8] every line of the advice says where it comes from, and every part how sure it is', () => {
  render(<SecretsPage />);
  const parts = screen.getAllByRole('region');
  expect(parts.map((part) => within(part).getByRole('heading').textContent)).toEqual(['Luật quy định thế nào', 'Ứng dụng làm gì', 'Đồng chí nên làm gì', 'Nếu đã lỡ chụp hoặc lưu']);
  expect(within(parts[0]!).getByText('Chưa đối chiếu văn bản gốc')).toBeTruthy();
  const lines = screen.getAllByRole('listitem');
  expect(lines).toHaveLength(20);
  for (const line of lines) expect(line.textContent).toMatch(/\.Nguồn: (Luật 117\/2025\/QH15|Cách làm của ứng dụng|Lời khuyên của ứng dụng)/);
});
