// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { importKey, randomBytes } from '@/crypto';
import { findStep, type Json } from '@/domain';
import { startI18n } from '@/i18n';
import { findProcedure } from '@/packs';
import { Book, BookContext, BookDatabase, Saver } from '@/storage';
import { ToastProvider } from '@/ui';
import { useMeeting } from '../use-meeting';
import { Invite } from './invite';

const procedure = findProcedure('regular.hd05-duk-2021', 1)!;
const { step } = findStep(procedure, procedure.phases[0]!.steps.find(({ blocks }) => blocks.includes('notice'))!.id)!;
let saver: Saver;
let n = 0;
const shared: ShareData[] = [];
const copied: string[] = [];

async function show(more: Record<string, Json> = {}): Promise<void> {
  const meeting = { kind: 'regular', date: '2026-11-24', time: '14:00', place: 'Phòng họp', procedure: { id: procedure.id, version: 1 }, ...more };
  await saver.book.write([
    ...Object.entries(meeting).map(([field, value]) => ({ key: 'meeting:m' as const, field, value: value as Json })),
    ...Object.entries({ name: 'Lê Văn An', standing: 'official', position: 'secretary' }).map(([field, value]) => ({ key: 'member:a' as const, field, value })),
  ]);
  function Room() {
    const ctx = useMeeting('m');
    return typeof ctx === 'string' ? null : <Invite ctx={ctx} step={step} />;
  }
  render(<BookContext.Provider value={saver}><ToastProvider closeLabel="Đóng"><Room /></ToastProvider></BookContext.Provider>);
  await screen.findByText(/đồng chí Lê Văn An, Bí thư/);
}
const press = (name: string): Promise<void> => act(async () => void fireEvent.click(screen.getByRole('button', { name })));

beforeAll(async () => {
  await startI18n('vi', ['common', 'meeting', 'meetingWork']);
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) { this.open = true; };
});
beforeEach(async () => {
  saver = new Saver(new Book(new BookDatabase(`invite-${(n += 1)}`), await importKey(randomBytes(32))), () => 0);
  shared.length = copied.length = 0;
  Object.assign(navigator, { canShare: () => true, share: (data: ShareData) => Promise.resolve(void shared.push(data)) });
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => void copied.push(text));
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const name of ['canShare', 'share']) Reflect.deleteProperty(navigator, name);
  await saver.book.close();
});

it('[SHARE-1] an ordinary invitation is copied and shared at once', async () => {
  await show();
  await press('Chép lời mời');
  await waitFor(() => expect(copied[0]).toMatch(/^Kính gửi các đồng chí đảng viên .*\nTrân trọng kính mời/));
  await press('Gửi qua ứng dụng khác');
  expect(shared).toEqual([{ text: copied[0] }]);
});

it('[SHARE-5] one that speaks of the discipline of a member is asked about before it is copied or shared', async () => {
  await show({ agenda: 'Xét kỷ luật đồng chí Lê Văn An' });
  for (const name of ['Chép lời mời', 'Gửi qua ứng dụng khác']) {
    await press(name);
    const asked = within(screen.getByRole('alertdialog'));
    expect(asked.getByText(/nhắc đến kỷ luật/)).toBeTruthy();
    await act(async () => void fireEvent.click(asked.getByRole('button', { name: 'Không gửi' })));
  }
  expect([shared, copied]).toEqual([[], []]);
  await press('Chép lời mời');
  await press('Gửi');
  expect(copied).toHaveLength(1);
});

it('[SHARE-4] one with the marking of a state secret cannot be handed out', async () => {
  await show({ agenda: 'Phổ biến công văn MẬT số 5' });
  expect(screen.queryByRole('button', { name: 'Chép lời mời' })).toBeNull();
  expect(screen.getByText(/Luật cấm soạn, lưu bí mật nhà nước/)).toBeTruthy();
});

it('[ICS-1] the calendar file goes to another app, and says nothing of the programme', async () => {
  await show({ agenda: 'Việc riêng của chi bộ' });
  await press('Gửi tệp lịch');
  await waitFor(() => expect(shared).toHaveLength(1));
  const file = shared[0]!.files![0]!;
  expect([file.name, file.type]).toEqual(['lich-hop-2026-11-24-thuong-ky.ics', 'text/calendar']);
  const text = await file.text();
  expect(text).toContain('DTSTART;TZID=Asia/Ho_Chi_Minh:20261124T140000\r\nDURATION:PT90M\r\n');
  expect(text).not.toMatch(/Việc riêng|Lê Văn An/);
});
