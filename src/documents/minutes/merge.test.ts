import { describe, expect, it } from 'vitest';
import { finalMinutes, mergeMinutes, minutesContent } from './merge';
import type { MinutesDraft } from './types';

const slot = (id: string, trimmed = false) => ({ id, part: 'content' as const, heading: id.toUpperCase(), trimmed });
const draft = (texts: Record<string, string>, trimmed: readonly string[] = []): MinutesDraft => ({
  title: 'BIÊN BẢN',
  subject: 'sinh hoạt',
  slots: ['a', 'b', 'c'].map((id) => slot(id, trimmed.includes(id))),
  sections: Object.entries(texts).map(([id, text]) => ({ ...slot(id), text })),
});
const shown = (given: ReturnType<typeof mergeMinutes>): Record<string, string> => Object.fromEntries(given.sections.map((section) => [section.id, section.text]));

describe('[MIN-4] edits by hand', () => {
  it('take the place of the generated text, and say nothing while the records stay', () => {
    const merged = mergeMinutes(draft({ a: 'Một.', b: 'Hai.' }), { a: { text: 'Sửa.', basis: 'Một.' } });
    expect(shown(merged)).toEqual({ a: 'Sửa.', b: 'Hai.' });
    expect(merged.changed).toEqual([]);
    expect(merged.sections[0]).toMatchObject({ generated: 'Một.', edited: true, basisChanged: false });
    expect(merged.sections[1]).toMatchObject({ edited: false, basisChanged: false });
  });

  it('are named when the records have changed since', () => {
    const merged = mergeMinutes(draft({ a: 'Một mới.' }), { a: { text: 'Sửa.', basis: 'Một.' } });
    expect(merged.changed).toEqual(['a']);
    expect(merged.sections[0]).toMatchObject({ text: 'Sửa.', generated: 'Một mới.', basisChanged: true });
  });

  it('do not count a change of form for a change of the records', () => {
    expect(mergeMinutes(draft({ a: 'Kết luận.' }), { a: { text: 'x', basis: 'Kết luận. '.normalize('NFD') } }).changed).toEqual([]);
  });

  it('empty a section, and fill one that the records leave empty, in its place', () => {
    const merged = mergeMinutes(draft({ a: 'Một.', c: 'Ba.' }), { a: { text: ' \n', basis: 'Một.' }, b: { text: 'Thêm.', basis: '' } });
    expect(merged.sections.map((section) => section.id)).toEqual(['b', 'c']);
  });

  it('of a trimmed section do not count, nor of one that has no place', () => {
    const merged = mergeMinutes(draft({ a: 'Ngắn.' }, ['a', 'b']), { a: { text: 'Dài.', basis: '' }, b: { text: 'x', basis: '' }, z: { text: 'y', basis: '' } });
    expect(shown(merged)).toEqual({ a: 'Ngắn.' });
  });

  it('of another shape than they should have are as if they were not there', () => {
    expect(shown(mergeMinutes(draft({ a: 'Một.' }), { a: 'chữ' as never, b: {} as never }))).toEqual({ a: 'Một.' });
  });
});

describe('[MIN-6] closed minutes', () => {
  it('are plain sections with one text for their fingerprint', () => {
    const minutes = finalMinutes(mergeMinutes(draft({ a: 'Một.' }), {}));
    expect(minutes).toEqual({ title: 'BIÊN BẢN', subject: 'sinh hoạt', sections: [{ id: 'a', part: 'content', heading: 'A', text: 'Một.' }] });
    expect(minutesContent(minutes)).toBe('{"sections":[{"heading":"A","id":"a","part":"content","text":"Một."}],"subject":"sinh hoạt","title":"BIÊN BẢN"}');
  });
});
