// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { importKey, randomBytes } from '@/crypto';
import { loadDocx, loadKinds } from '@/documents';
import { findStep, type Fields, type Json } from '@/domain';
import { startI18n } from '@/i18n';
import { findProcedure } from '@/packs';
import { Book, BookContext, BookDatabase, Saver } from '@/storage';
import { ToastProvider } from '@/ui';
import { useMeeting } from '../use-meeting';
import { PostBlock } from './post';

const procedure = findProcedure('regular.hd42-2025', 1)!;
const { step } = findStep(procedure, procedure.phases.flatMap(({ steps }) => steps).find(({ blocks }) => blocks.includes('post'))!.id)!;
const roster = [{ id: 'a', name: 'Trần Thị Bình', standing: 'official', status: 'active', position: 'secretary' }] as unknown as Json;
const ENDED: Fields = {
  kind: 'regular', date: '2026-11-24', time: '14:00', procedure: { id: procedure.id, version: 1 }, roster, chairId: 'a',
  startedAt: '2026-11-24T07:00:00.000Z', endedAt: '2026-11-24T08:30:00.000Z', conclusion: 'Hoàn thành kế hoạch năm.',
};
const CLOSED: Fields = { closedAt: '2026-11-24T10:00:00.000Z' };
const copied: string[] = [];
let saver: Saver;
let n = 0;

const put = (fields: Fields): Promise<void> => saver.book.write(Object.entries(fields).map(([field, value]) => ({ key: 'meeting:m' as const, field, value })));
async function show(more: Fields = {}): Promise<void> {
  await put({ ...ENDED, ...more });
  function Room() {
    const ctx = useMeeting('m');
    return typeof ctx === 'string' ? null : <PostBlock ctx={ctx} step={step} />;
  }
  render(<BookContext.Provider value={saver}><ToastProvider closeLabel="Đóng"><Room /></ToastProvider></BookContext.Provider>);
  await screen.findByRole('button', { name: 'Sao chép nội dung' });
}
const press = (name: string): Promise<void> => act(async () => void fireEvent.click(screen.getByRole('button', { name })));

beforeAll(async () => {
  await startI18n('vi', ['common', 'documents', 'meeting', 'meetingWork', 'resolutions', 'papers']);
  configure({ asyncUtilTimeout: 20_000 });
  await Promise.all([loadKinds(), loadDocx()]);
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) { this.open = true; };
}, 60_000);
beforeEach(async () => {
  saver = new Saver(new Book(new BookDatabase(`post-${(n += 1)}`), await importKey(randomBytes(32))), () => 0);
  copied.length = 0;
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => void copied.push(text));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await saver.book.close();
});

it('[SHARE-2] asks before the text of minutes that are not closed is copied; closed, it is copied at once', async () => {
  await show();
  await press('Sao chép nội dung');
  const asked = within(screen.getByRole('alertdialog'));
  expect(asked.getByText('Bản này chưa đóng, nội dung còn có thể thay đổi.')).toBeTruthy();
  expect(copied).toEqual([]);
  await act(async () => void fireEvent.click(asked.getByRole('button', { name: 'Gửi' })));
  expect(copied[0]).toContain('Hoàn thành kế hoạch năm.');
  await act(() => put(CLOSED));
  await waitFor(() => expect(screen.queryByText(/Biên bản chưa đóng/)).toBeNull());
  await press('Sao chép nội dung');
  expect(copied).toHaveLength(2);
});

it('makes the file to attach, an extract of the parts that are posted', async () => {
  await show(CLOSED);
  fireEvent.click(await screen.findByText('Tệp để đính kèm'));
  await press('Tạo Word');
  expect(await screen.findByText('Đã có tệp trich-bien-ban-2026-11-24-thuong-ky.docx.')).toBeTruthy();
}, 30_000);

it.each([['2026-11-26', 'Đã đăng trong hạn.'], ['2026-11-28', /^Đăng chậm 2 ngày so với hạn/]])('tells whether posting on %s counts', async (day, words) => {
  await show({ ...CLOSED, 'post/postedOn': day });
  expect(screen.getByText('Hạn đăng: 26/11/2026.')).toBeTruthy();
  expect(screen.getByText(words)).toBeTruthy();
});
