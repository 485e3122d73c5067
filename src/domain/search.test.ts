import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldInPlace, makeSearchable, search, searchTerms, type SearchDoc } from './search';

const thing = (id: string, title: string, texts: Record<string, string> = {}, date: string | null = null): ReturnType<typeof makeSearchable> =>
  makeSearchable({ kind: 'meeting', id, date, title, texts: Object.entries(texts).map(([label, text]) => ({ label, text })) } satisfies SearchDoc);
const ids = (things: readonly ReturnType<typeof makeSearchable>[], query: string): string[] => search(things, query).map(({ doc }) => doc.id);
const shown = (things: readonly ReturnType<typeof makeSearchable>[], query: string): string =>
  search(things, query)[0]!.excerpt.map(({ text, found }) => (found ? `[${text}]` : text)).join('');

const letters = fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyạảãàáậẩẫầấặẳẵằắẹẻẽèéệểễềếịỉĩìíọỏõòóộổỗồốợởỡờớụủũùúựửữừứỵỷỹỳýĐẮỆ0123456789 -/.,“”😀İß한');
const word = fc.string({ unit: letters, minLength: 1, maxLength: 12 });

describe('search', () => {
  it('[SEARCH-1] a folded text has every letter in its old place, whatever the letters', () => {
    fc.assert(fc.property(word, (raw) => {
      const text = raw.normalize('NFC');
      const folded = foldInPlace(text);
      expect(folded).toHaveLength(text.length);
      expect(foldInPlace(folded)).toBe(folded);
    }));
    expect(foldInPlace('Đảng ủy, số 05-HD/ĐUK')).toBe('dang uy  so 05 hd duk');
  });

  it('[SEARCH-1] finds without tone marks, with them, and typed apart (NFD); đ is d', () => {
    const things = [thing('a', 'Đồng chí Đặng Thị Lượng')];
    for (const query of ['dang thi luong', 'ĐẶNG THỊ', 'đặng'.normalize('NFD'), 'Lượng'.normalize('NFD'), 'dong chi']) expect(ids(things, query)).toEqual(['a']);
  });

  it('[SEARCH-2] every word must begin a word, in whichever text; in the middle of one it is not met', () => {
    const things = [thing('a', 'Sinh hoạt thường kỳ', { 'Kết luận': 'Giao chi ủy rà soát quy chế làm việc' })];
    expect(ids(things, 'thuong quy')).toEqual(['a']);
    expect(ids(things, 'hoat soat')).toEqual(['a']);
    expect(ids(things, 'oat')).toEqual([]);
    expect(ids(things, 'thuong hop')).toEqual([]);
  });

  it('[SEARCH-2] quotes, and signs inside a word, ask for all of it together', () => {
    const things = [thing('a', 'Hướng dẫn 05-HD/ĐUK'), thing('b', 'HD 05, ĐUK')];
    expect(ids(things, '05-hd/đuk')).toEqual(['a']);
    expect(ids(things, '"huong dan 05"')).toEqual(['a']);
    expect(ids(things, '"dan huong"')).toEqual([]);
    expect(searchTerms('  "" - / ')).toEqual([]);
    expect(search(things, '   ')).toEqual([]);
  });

  it('[SEARCH-3] what reads as typed comes first, then what is met in the name, then the newest', () => {
    const things = [
      thing('met without marks', 'x', { a: 'họ bán hàng' }, '2026-05-01'),
      thing('as typed', 'x', { a: 'bản kiểm điểm' }, '2020-01-01'),
      thing('older', 'x', { a: 'bạn' }, '2019-01-01'),
      thing('in the name', 'Bàn giao', {}, '2018-01-01'),
    ];
    expect(ids(things, 'bản')).toEqual(['in the name', 'as typed', 'met without marks', 'older']);
    expect(ids(things.slice(0, 3), 'ban')).toEqual(['met without marks', 'as typed', 'older']);
  });

  it('[SEARCH-3] the excerpt is cut at words, around the first place, and marks every place in it', () => {
    const long = `${'Mở đầu nói về việc khác. '.repeat(20)}Chi bộ thống nhất chuyển đổi số trong năm; số liệu gửi chi ủy. ${'Phần sau không liên quan. '.repeat(20)}`;
    const text = shown([thing('a', 'x', { 'Kết luận': long })], 'chi so');
    expect(text).toContain('[Chi] bộ thống nhất chuyển đổi [số] trong năm; [số] liệu gửi [chi] ủy.');
    expect(text.startsWith('… ') && text.endsWith(' …')).toBe(true);
    expect(text.length).toBeLessThan(240);
  });

  it('[SEARCH-3] seeded: what is found holds every word, what holds every word is found, and an excerpt is a piece of the text', () => {
    fc.assert(
      fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 6 }), fc.array(word, { minLength: 1, maxLength: 3 }), (texts, asked) => {
        const things = texts.map((words, index) => thing(String(index), words.join(' ').replace(/"/g, '')));
        const query = asked.join(' ');
        const terms = searchTerms(query);
        const expected = things.filter(({ texts: [text] }) => text && terms.every(({ folded }) => text.folded.includes(folded))).map(({ doc }) => doc.id);
        expect(ids(things, query).sort()).toEqual(terms.length === 0 ? [] : expected.sort());
        for (const { doc, excerpt } of search(things, query)) {
          const body = excerpt.map(({ text }) => text).join('').replace(/^… | …$/g, '');
          expect(doc.title.normalize('NFC').replace(/\s/g, ' ')).toContain(body);
        }
      }),
      { seed: 2026, numRuns: 300 },
    );
  });
});
