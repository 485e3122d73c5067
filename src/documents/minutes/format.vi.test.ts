import { describe, expect, it } from 'vitest';
import { clockText, count, dateText, decimal, lines, lowerFirst, monthText, onTheWall, oneLine, percent, phrase, quarterText, sentence, sentences } from './format.vi';

describe('[MIN-5] numbers, dates and times of documents', () => {
  it('dates pad the day, and the month only where it is 1 or 2', () => {
    expect(dateText('2026-02-05')).toBe('ngày 05 tháng 02 năm 2026');
    expect(dateText('2026-03-31')).toBe('ngày 31 tháng 3 năm 2026');
    expect(monthText('2026-11-24')).toBe('tháng 11 năm 2026');
    expect(quarterText('2026-11-24')).toBe('quý IV năm 2026');
    expect([dateText('2026-02-30'), dateText(null), monthText(''), quarterText('x')]).toEqual(['', '', '', '']);
  });

  it('times are spelled out', () => {
    expect(clockText('14:05')).toBe('14 giờ 05 phút');
    expect(clockText('07:30')).toBe('07 giờ 30 phút');
    expect([clockText('24:00'), clockText('9h'), clockText(undefined)]).toEqual(['', '', '']);
  });

  it('a moment is told by the clock on a Vietnamese wall, over midnight too', () => {
    expect(onTheWall('2026-11-24T07:05:00.000Z')).toEqual({ date: '2026-11-24', time: '14:05' });
    expect(onTheWall('2026-11-24T17:30:00.000Z')).toEqual({ date: '2026-11-25', time: '00:30' });
    expect([onTheWall(null), onTheWall('hôm qua')]).toEqual([null, null]);
  });

  it('numbers have a comma for decimals, dots for thousands, two digits for counts', () => {
    expect([percent(86.7), percent(100), percent(Number.NaN)]).toEqual(['86,7%', '100%', '0%']);
    expect([decimal(92.5), decimal(15463), decimal(1234567.25)]).toEqual(['92,5', '15.463', '1.234.567,3']);
    expect([count(3), count(0), count(30), count(-1), count('x')]).toEqual(['03', '0', '30', '0', '0']);
  });
});

describe('[MIN-1] text as sentences', () => {
  it('begins with a capital and ends with a mark', () => {
    expect(sentence('ốm nặng')).toBe('Ốm nặng.');
    expect(sentence('-  việc một;')).toBe('- Việc một;');
    expect(sentence('đồng ý chưa?”')).toBe('Đồng ý chưa?”');
    expect([sentence('- '), sentence('…'), sentence('')]).toEqual(['', '', '']);
  });

  it('cleans what a document cannot hold', () => {
    expect(lines('a\u0000b\u200b\r\n\n  c\u00a0 d\ud800\u202e ')).toEqual(['ab', 'c d']);
    expect(lines('Kê\u0301t luận'.normalize('NFD'))).toEqual(['Kết luận']);
    expect(lines(undefined)).toEqual([]);
  });

  it('joins and strips', () => {
    expect(phrase(' việc này;\nviệc kia. ')).toBe('việc này; việc kia');
    expect(phrase('...')).toBe('');
    expect(oneLine('- việc này\nviệc kia')).toBe('Việc này. Việc kia.');
    expect(sentences('một\n\n- hai')).toEqual(['Một.', '- Hai.']);
    expect([lowerFirst('Định hướng'), lowerFirst('UBND tỉnh')]).toEqual(['định hướng', 'UBND tỉnh']);
  });
});
