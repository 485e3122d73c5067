// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importKey, randomBytes } from '@/crypto';
import type { Json, RecordKey } from '@/domain';
import { startI18n } from '@/i18n';
import { Book, BookContext, BookDatabase, Saver } from '@/storage';
import { ToastProvider } from '@/ui';
import { ProcedureNote } from './procedure-note';
import { WordingPage } from './wording-page';

let saver: Saver;
let n = 0;
const show = (page: React.ReactNode): void => void render(<BookContext.Provider value={saver}><ToastProvider closeLabel="Đóng">{page}</ToastProvider></BookContext.Provider>);
/** As sync takes it in: facts of the server. */
const guide = (body: Record<string, Json>): Promise<void> => {
  const key: RecordKey = 'directive:guide-0001';
  const facts = { kind: 'guidance', seq: 1, issuedAt: '2026-01-01T02:00:00.000Z', issuedBy: { committee: 'Đảng ủy Thử', person: '' }, body: { from: '2026-01-01', profile: null, frame: null, wording: {}, ...body } };
  return saver.book.edit([key], () => [{ key, fields: Object.fromEntries(Object.entries(facts).map(([name, v]) => [name, { v: v as Json, s: 0, d: '' }])) }]);
};

beforeAll(() => startI18n('vi', ['common', 'settings', 'rules']));
beforeEach(async () => {
  saver = new Saver(new Book(new BookDatabase(`guided-${(n += 1)}`), await importKey(randomBytes(32))), () => 0);
  await saver.book.write([{ key: 'cell:cell', field: 'profile', value: 'hd05-duk-2021' }, { key: 'cell:cell', field: 'profile/2026-02-01', value: 'hd12-2018' }]);
});
afterEach(async () => {
  cleanup();
  await saver.book.close();
});

describe('guidance in the settings', () => {
  it('[CELL-3] without a committee’s word the cell chooses', async () => {
    show(<ProcedureNote />);
    expect(await screen.findByText('Đổi quy trình hoặc khung chấm điểm')).toBeTruthy();
  });
  it('[CELL-3] what the committee has set is told with who set it, and is not for the cell to change', async () => {
    await guide({ profile: 'hd42-2025' });
    show(<ProcedureNote />);
    expect(await screen.findByText(/^Đảng ủy Thử đã đặt quy trình cho các chi bộ, áp dụng từ ngày 01\/01\/2026/)).toBeTruthy();
    expect(screen.getAllByText(/42-HD\/BTCTW/).length).toBeGreaterThan(0);
    expect(screen.queryByText('Đổi quy trình hoặc khung chấm điểm')).toBeNull();
  });
  it('[WORD-2] wording that the committee has published stands in the list of steps', async () => {
    await guide({ profile: 'hd42-2025', wording: { 'regular.hd42-2025/tk-md-01/label': 'Tuyên bố lý do theo văn bản gốc' } });
    show(<WordingPage />);
    expect(await screen.findByText('Tuyên bố lý do theo văn bản gốc')).toBeTruthy();
  });
});
