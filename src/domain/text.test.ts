import { describe, expect, it } from 'vitest';
import { addMonths, dateInVietnam, dayInMonth, daysBetween, isDate, parseDate } from './dates';
import { canonicalJson } from './json';
import { cleanText, compareNames, foldText, matchesText } from './text';

describe('text', () => {
  it('folds tone marks and đ, composed or not', () => {
    expect(foldText('Đỗ  Thị HƯỜNG')).toBe('do thi huong');
    expect(foldText('Đỗ Thị Hường'.normalize('NFD'))).toBe('do thi huong');
  });
  it('finds by the beginnings of words in any order', () => {
    expect(matchesText('Nguyễn Thị Đào', 'dao ng')).toBe(true);
    expect(matchesText('Nguyễn Thị Đào', 'guyen')).toBe(false);
    expect(matchesText('Nguyễn Thị Đào', '')).toBe(true);
  });
  it('sorts by given name, then family name, then the rest', () => {
    expect(['Trần Văn Đức', 'Lê Văn An', 'Bùi Thị An', 'Lê Thị Dung', 'Bùi Ân'].sort(compareNames)).toEqual(['Bùi Thị An', 'Lê Văn An', 'Bùi Ân', 'Lê Thị Dung', 'Trần Văn Đức']);
  });
  it('cleans pasted names', () => expect(cleanText(' Lê\u00a0Thị \n An '.normalize('NFD'))).toBe('Lê Thị An'));
});

describe('dates', () => {
  it.each([['05/02/1980', '1980-02-05'], ['5-2-1980', '1980-02-05'], ['5.2.1980', '1980-02-05'], ['1980-02-05', '1980-02-05'], ['ngày 05 tháng 02 năm 1980', '1980-02-05'], ['31/02/1980', null], ['13/13/1999', null], ['29/02/2025', null], ['29/02/2024', '2024-02-29'], ['hôm qua', null], ['', null]])('reads %s as %s', (text, date) => expect(parseDate(text)).toBe(date));
  it('keeps a fixed day inside the month', () => expect([dayInMonth('2026-02', 31), dayInMonth('2026-04', 31), dayInMonth('2026-01', 5)]).toEqual(['2026-02-28', '2026-04-30', '2026-01-05']));
  it('counts months and days over years', () => expect([addMonths('2026-01', -1), addMonths('2026-11', 3), daysBetween('2025-12-31', '2026-01-01')]).toEqual(['2025-12', '2027-02', 1]));
  it('writes down the day it is in Vietnam', () => expect(dateInVietnam('2026-11-24T18:30:00.000Z')).toBe('2026-11-25'));
  it('knows dates from look-alikes', () => expect([isDate('2026-11-24'), isDate('2026-11-31'), isDate('26-11-24')]).toEqual([true, false, false]));
});

describe('canonical JSON', () => {
  it('[DOC-1] one text for one value', () => {
    expect(canonicalJson({ b: 1, a: ['ế'.normalize('NFD'), null], c: undefined })).toBe(`{"a":["${'ế'.normalize('NFC')}",null],"b":1}`);
  });
});
