// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { importKey, randomBytes } from '@/crypto';
import type { Json, RecordKey } from '@/domain';
import { Book, BookContext, BookDatabase, Saver } from '@/storage';
import { useNextNumber } from './next-number';

let saver: Saver;
let n = 0;
const put = (key: string, fields: Record<string, Json>): Promise<void> => saver.book.write(Object.entries(fields).map(([field, value]) => ({ key: key as RecordKey, field, value })));
const read = (type: string, code: string, meetingId?: string, day = '2026-11-24'): { current: string | undefined } =>
  renderHook(() => useNextNumber(type, code, day, meetingId), { wrapper: ({ children }: { children: ReactNode }) => <BookContext.Provider value={saver}>{children}</BookContext.Provider> }).result;

beforeEach(async () => {
  saver = new Saver(new Book(new BookDatabase(`next-number-${(n += 1)}`), await importKey(randomBytes(32))), () => 0);
  await put('cell:cell', { termStart: '2025-06-01' });
  await put('paper:old', { kind: 'otherResolution', number: '41-NQ/CB', issuedOn: '2025-05-30' });
  await put('paper:a', { kind: 'otherResolution', number: '05-NQ/CB', issuedOn: '2026-10-05', meetingId: 'm1' });
});
afterEach(async () => {
  cleanup();
  await saver.book.close();
});

it('[DTYPE-7] a document of a meeting takes the next number of its type in the term, or the one that it has in the register', async () => {
  const next = read('resolution', 'NQ', 'm2');
  await waitFor(() => expect(next.current).toBe('06-NQ/CB'));
  const given = read('resolution', 'NQ', 'm1');
  await waitFor(() => expect(given.current).toBe('05-NQ/CB'));
  const first = read('conclusion', 'KL', 'm1');
  await waitFor(() => expect(first.current).toBe('01-KL/CB'));
});

it('[DTYPE-7] a document of before the term is offered no number of the new one, but keeps its own', async () => {
  await put('paper:b', { kind: 'otherResolution', number: '40-NQ/CB', issuedOn: '2025-05-10', meetingId: 'm0' });
  const before = read('resolution', 'NQ', 'm9', '2025-05-31');
  const own = read('resolution', 'NQ', 'm0', '2025-05-10');
  await waitFor(() => expect(own.current).toBe('40-NQ/CB'));
  expect(before.current).toBeUndefined();
});
