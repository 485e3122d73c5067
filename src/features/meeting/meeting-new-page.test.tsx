// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { importKey, randomBytes } from '@/crypto';
import type { Change, Json, RecordKey } from '@/domain';
import { startI18n } from '@/i18n';
import { Book, BookContext, BookDatabase, Saver } from '@/storage';
import { ToastProvider } from '@/ui';
import MeetingNewPage from './meeting-new-page';

let saver: Saver;
let n = 0;
const put = (key: RecordKey, fields: Record<string, Json>): Promise<void> => saver.book.write(Object.entries(fields).map(([field, value]): Change => ({ key, field, value })));

/** Opens the form at an address and creates the meeting; its fields. */
async function create(search: string) {
  const place = memoryLocation({ path: '/cuoc-hop/moi', searchPath: search });
  render(
    <Router hook={place.hook} searchHook={place.searchHook}>
      <BookContext.Provider value={saver}>
        <ToastProvider closeLabel="Đóng"><MeetingNewPage /></ToastProvider>
      </BookContext.Provider>
    </Router>,
  );
  const button = await screen.findByRole('button', { name: 'Tạo buổi họp và bắt đầu chuẩn bị' });
  const shown = { kind: screen.getByRole<HTMLInputElement>('radio', { checked: true }).value, text: document.body.textContent };
  await act(async () => {
    fireEvent.click(button);
    await saver.flush();
    await saver.book.settled();
  });
  const [made] = await saver.book.list('meeting');
  return { ...shown, fields: made?.fields };
}

beforeAll(() => startI18n('vi', ['common', 'meeting']));
beforeEach(async () => {
  saver = new Saver(new Book(new BookDatabase(`new-${(n += 1)}`), await importKey(randomBytes(32))), () => 0);
  await put('cell:cell', { name: 'Chi bộ Khoa Nội', meetingDay: 20, profile: 'hd05-duk-2021' });
  await put('plan:2031', { since: '2031-01', day: 20, 'q/4/theme': 'Học Bác về trách nhiệm', 'q/4/group': 'hcm', 'q/4/presenterId': 'anan', 'q/4/on': '2031-12-10', 'q/4/approvalOn': '2031-12-01' });
});
afterEach(async () => {
  cleanup();
  await saver.book.close();
});

describe('a meeting made from the year plan', () => {
  it('[PLAN-5] has the kind and the day of the link, and theme, presenter and what is done already from the book', async () => {
    const { kind, text, fields } = await create('loai=thematic&ngay=2031-12-10&quy=4');
    expect(kind).toBe('thematic');
    expect(text).toContain('Học Bác về trách nhiệm');
    expect(fields).toMatchObject({ kind: 'thematic', date: '2031-12-10', theme: 'Học Bác về trách nhiệm', themeGroup: 'hcm', presenterId: 'anan', 'prep/draftApprovedOn': '2031-12-01' });
    expect(fields).not.toHaveProperty('prep/documentsSentOn');
  });

  it('[PLAN-2] a regular one has no theme; a link that makes no sense asks for nothing', async () => {
    const { fields } = await create('loai=regular&ngay=2031-12-10');
    expect(fields).toMatchObject({ kind: 'regular', date: '2031-12-10' });
    expect(fields).not.toHaveProperty('theme');
    cleanup();
    const { kind, text } = await create('loai=nonsense&ngay=2031-02-31&quy=9');
    expect(kind).toBe('regular');
    expect(text).not.toContain('Học Bác');
  });
});
