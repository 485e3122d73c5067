// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importKey, randomBytes } from '@/crypto';
import type { Fields, RecordKey } from '@/domain';
import { startI18n } from '@/i18n';
import { Book, BookContext, BookDatabase, Saver } from '@/storage';
import { ToastProvider } from '@/ui';
import { TasksPage } from '.';

let saver: Saver;
let n = 0;

const put = (key: RecordKey, fields: Fields): Promise<void> => saver.book.write(Object.entries(fields).map(([field, value]) => ({ key, field, value })));
const tasks = async (): Promise<Fields[]> => (await saver.book.list('task')).map(({ fields }) => fields);
const show = (): void => void render(<BookContext.Provider value={saver}><ToastProvider closeLabel="Đóng thông báo"><TasksPage /></ToastProvider></BookContext.Provider>);
const close = (): void => void fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Đóng' }));

beforeAll(() => startI18n('vi', ['common', 'tasks']));
beforeEach(async () => {
  saver = new Saver(new Book(new BookDatabase(`tasks-${(n += 1)}`), await importKey(randomBytes(32))), () => 0);
});
afterEach(async () => {
  cleanup();
  await saver.book.close();
});

describe('the register of tasks on the screen', () => {
  it('teaches when it is empty', async () => {
    show();
    expect(await screen.findByRole('heading', { name: 'Chưa có nhiệm vụ nào' })).toBeTruthy();
  });

  it('a new task is whole also when the sheet is closed at once; one with nothing typed leaves nothing', async () => {
    show();
    fireEvent.click(await screen.findByRole('button', { name: 'Thêm nhiệm vụ' }));
    close();
    fireEvent.click(screen.getByRole('button', { name: 'Thêm nhiệm vụ' }));
    fireEvent.change(screen.getByLabelText('Nội dung'), { target: { value: 'Rà soát hồ sơ' } });
    close();
    await act(() => saver.book.settled());
    await waitFor(async () => expect(await tasks()).toEqual([{ what: 'Rà soát hồ sơ', state: 'open', createdAt: expect.stringMatching(/^\d{4}-.*Z$/) as string }]));
  });

  it('marks as done with the day and can take it back', async () => {
    await put('member:p', { name: 'Trần Thị Bình' });
    await put('task:a', { what: 'Nộp báo cáo', assigneeId: 'p', due: '2020-01-31', state: 'open', createdAt: '2020-01-05T08:00:00.000Z' });
    show();
    const row = await screen.findByRole('button', { name: /Nộp báo cáo.*Trần Thị Bình.*hạn 31\/01\/2020.*Quá \d+ ngày/ });
    fireEvent.click(row);
    fireEvent.click(await screen.findByRole('button', { name: 'Đánh dấu đã xong' }));
    await waitFor(async () => expect((await tasks())[0]).toMatchObject({ state: 'done', doneOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) as string }));
    expect(await screen.findByRole('heading', { name: 'Không còn việc nào đang làm' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Hoàn tác' }));
    await waitFor(async () => expect((await tasks())[0]).toMatchObject({ state: 'open' }));
    expect((await tasks())[0]).not.toHaveProperty('doneOn');
  });

  it('opens the task that an address asks for; an unknown one opens nothing and writes nothing', async () => {
    await put('task:a', { what: 'Nộp báo cáo', state: 'open', createdAt: '2020-01-05T08:00:00.000Z' });
    history.replaceState(null, '', '?mo=a');
    show();
    expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Nội dung' })).value).toBe('Nộp báo cáo');
    cleanup();
    history.replaceState(null, '', '?mo=khongco');
    show();
    expect(await screen.findByRole('button', { name: /Nộp báo cáo/ })).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(await tasks()).toHaveLength(1);
    history.replaceState(null, '', '?');
  });

  it('[TASK-3] [TASK-4] tells what was carried over, and shows a resolution’s tasks with the share done', async () => {
    await put('paper:nghiquyet1', { kind: 'thematicResolution', title: 'Chuyển đổi số', number: '05-NQ/CB', issuedOn: '2020-01-01' });
    await put('meeting:m1', { kind: 'regular', date: '2020-01-05', startedAt: '2020-01-05T07:00:00.000Z', endedAt: '2020-01-05T08:00:00.000Z' });
    await put('meeting:m2', { kind: 'regular', date: '2020-02-05', startedAt: '2020-02-05T07:00:00.000Z', endedAt: '2020-02-05T08:00:00.000Z' });
    await put('task:a', { what: 'Số hóa hồ sơ', state: 'open', createdAt: '2020-01-05T08:00:00.000Z', meetingId: 'm1', paperId: 'nghiquyet1' });
    await put('task:b', { what: 'Tập huấn', state: 'done', doneOn: '2020-01-20', createdAt: '2020-01-05T08:00:00.000Z', meetingId: 'm1', paperId: 'nghiquyet1' });
    await put('task:c', { what: 'Việc khác', state: 'open', createdAt: '2020-02-05T08:00:00.000Z', meetingId: 'm2' });
    show();
    expect(await screen.findByRole('button', { name: /Số hóa hồ sơ.*05-NQ\/CB, Chuyển đổi số.*Đã chuyển qua 1 kỳ/ })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /^Chuyển kỳ/ }));
    expect(screen.queryByRole('button', { name: /Việc khác/ })).toBeNull();
    fireEvent.change(screen.getByLabelText('Thực hiện nghị quyết'), { target: { value: 'nghiquyet1' } });
    expect(screen.getByRole('progressbar', { name: 'Nhiệm vụ của nghị quyết đã xong' }).getAttribute('aria-valuenow')).toBe('1');
  });
});
