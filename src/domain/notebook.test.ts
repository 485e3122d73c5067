import { describe, expect, it } from 'vitest';
import { notesOf, openNotes, outlived, readNote, type NotebookEntry } from './notebook';

const note = (id: string, over: Partial<Record<keyof NotebookEntry, string>> = {}): NotebookEntry =>
  readNote(id, { memberId: 'm1', kind: 'self', on: '2026-11-24', text: 'x', ...over } as never)!;

describe('notebook', () => {
  it('[NOTE-2] a member’s notes stand newest first, others’ not among them', () => {
    const all = [note('a', { on: '2026-09-01' }), note('b', { on: '2026-11-01' }), note('c', { memberId: 'm2' })];
    expect(notesOf(all, 'm1').map(({ id }) => id)).toEqual(['b', 'a']);
  });
  it('[NOTE-3] what was to be put right is asked after until it is settled; a note without a remedy or a day is not', () => {
    const all = [
      note('later', { on: '2026-10-01', remedy: 'học thêm', due: '2026-12-31' }),
      note('sooner', { on: '2026-10-01', due: '2026-11-30' }),
      note('settled', { on: '2026-10-01', remedy: 'xong', settledOn: '2026-11-01' }),
      note('said only', { on: '2026-10-01' }),
      note('today', { on: '2026-11-24', remedy: 'mới' }),
    ];
    expect(openNotes(all, 'm1', '2026-11-24').map(({ id }) => id)).toEqual(['sooner', 'later']);
  });
  it('[NOTE-4] notes of the latest three years are kept, older ones may go', () => {
    const all = [note('old', { on: '2023-12-31' }), note('kept', { on: '2024-01-01' })];
    expect(outlived(all, '2026-11-24').map(({ id }) => id)).toEqual(['old']);
  });
  it('a note that was taken away, or names nobody, is none', () => {
    expect(readNote('x', {})).toBeNull();
    expect(readNote('x', { memberId: 'm1' })).toBeNull();
  });
});
