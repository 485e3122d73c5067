import { describe, expect, it } from 'vitest';
import { readDateCell, readTwoDates } from './dates';

describe('[IMP-12] dates in a register', () => {
  it.each([
    ['05/02/1980', '1980-02-05'],
    ['5-2-1980', '1980-02-05'],
    ['05.02.1980', '1980-02-05'],
    ['05 / 02 / 1980', '1980-02-05'],
    ['05\\02\\1980', '1980-02-05'],
    ['1980-02-05', '1980-02-05'],
    ['ngày 5 tháng 2 năm 1980', '1980-02-05'],
    ['Ngày 05/02/1980.', '1980-02-05'],
    ['05/02/1980 00:00:00', '1980-02-05'],
    ['05021980', '1980-02-05'],
    [5021980, '1980-02-05'],
    [29256, '1980-02-05'],
    [29256.75, '1980-02-05'],
    [new Date(Date.UTC(1980, 1, 5)), '1980-02-05'],
  ])('reads %s', (cell, date) => {
    expect(readDateCell(cell)).toEqual({ date });
  });

  it('gives a two-digit year the century that its field allows', () => {
    expect(readDateCell('3/2/85', '2026-03-10')).toEqual({ date: '1985-02-03' });
    expect(readDateCell('3/2/21', '2026-03-10')).toEqual({ date: '2021-02-03' });
    expect(readDateCell('3/2/21', '2010-03-10')).toEqual({ date: '1921-02-03' });
  });

  it('makes no date of a year or a month', () => {
    for (const cell of ['1980', 1980, '02/1980', '2-1980', 'tháng 2 năm 1980', 'năm 1980']) expect(readDateCell(cell)).toEqual({ date: null, problem: 'yearOnly' });
  });

  it('says so of what is no date', () => {
    for (const cell of ['31/02/1980', '02/13/1980', 'khoảng 1980', 'abc', 123456, 1.5, true, '99/99/9999', 1e18]) {
      expect([cell, readDateCell(cell)]).toEqual([cell, { date: null, problem: 'dateUnreadable' }]);
    }
  });

  it('takes dashes and "chưa" for an empty cell', () => {
    for (const cell of [null, '', ' ', '-', '…', 'chưa', 'Chưa có', 0, undefined]) expect(readDateCell(cell)).toEqual({ date: null });
  });

  it('finds both dates of one cell', () => {
    expect(readTwoDates('03/02/2005\n03/02/2006', '2026-03-10')).toEqual(['2005-02-03', '2006-02-03']);
    expect(readTwoDates('03/02/2005', '2026-03-10')).toBeNull();
  });
});
