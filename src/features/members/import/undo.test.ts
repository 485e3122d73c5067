import { describe, expect, it } from 'vitest';
import type { Fields, RecordKey } from '@/domain';
import { noteBefore, takeBack } from './undo';

const CHANGES = [
  { key: 'member:new', field: 'name', value: 'Lê An' },
  { key: 'member:new', field: 'sex', value: 'male' },
  { key: 'member:old', field: 'phone', value: '0912' },
  { key: 'member:old', field: 'job', value: 'Giáo viên' },
] as const;
const BOOK: Record<string, Fields> = { 'member:old': { name: 'Trần Bình', phone: '0900' } };
const AFTER: Record<string, Fields> = { 'member:new': { name: 'Lê An', sex: 'male' }, 'member:old': { name: 'Trần Bình', phone: '0912', job: 'Giáo viên' } };
const from = (book: Record<string, Fields>) => (key: RecordKey): Promise<Fields> => Promise.resolve(book[key] ?? {});

describe('[IMP-25] taking an import back', () => {
  it('removes who was new, and gives back what was replaced', async () => {
    const written = await noteBefore(CHANGES, from(BOOK));
    expect(await takeBack(written, from(AFTER))).toEqual({
      kept: 0,
      changes: [
        { key: 'member:new', field: 'name', value: null },
        { key: 'member:new', field: 'sex', value: null },
        { key: 'member:old', field: 'phone', value: '0900' },
        { key: 'member:old', field: 'job', value: null },
      ],
    });
  });

  it('keeps what was written since: a field changed again, a new member of whom anything was changed', async () => {
    const written = await noteBefore(CHANGES, from(BOOK));
    const edited = { 'member:new': { ...AFTER['member:new'], phone: '0987' }, 'member:old': { ...AFTER['member:old'], phone: '0999' } };
    expect(await takeBack(written, from(edited))).toEqual({ kept: 1, changes: [{ key: 'member:old', field: 'job', value: null }] });
  });

  it('does nothing about who has been deleted meanwhile', async () => {
    expect(await takeBack(await noteBefore(CHANGES, from(BOOK)), from({}))).toEqual({ kept: 0, changes: [] });
  });
});
