import { describe, expect, it } from 'vitest';
import { codeKind, codeProblem, groupCode } from './code';

describe('codes as typed', () => {
  it('[ACT-3] groups by five while typing, without a hyphen at the end', () => {
    const steps = ['a', 'ab', 'ab1', 'ab12', 'ab123', 'AB123x'].map(groupCode);
    expect(steps).toEqual(['A', 'AB', 'AB1', 'AB12', 'AB123', 'AB123-X']);
    expect(groupCode('AB123-')).toBe('AB123');
  });

  it('[ACT-3] forgives O for 0, I and L for 1, lower case, blanks and hyphens of any kind', () => {
    expect(groupCode(' oOiI l–abcde ')).toBe('00111-ABCDE');
    expect(groupCode('Mã: 7K2M9 PQRST\n')).toBe('MÃ7K2-M9PQR-ST');
  });

  it('takes a pasted joining code whole and drops what is too much', () => {
    expect(groupCode('7k2m9pqrst vwxyz01234 56')).toBe('7K2M9-PQRST-VWXYZ-01234');
  });

  it('tells the kinds apart by length', () => {
    expect(codeKind('7K2M9-PQRST')).toBe('activation');
    expect(codeKind('7K2M9-PQRST-VWXYZ-01234')).toBe('join');
    expect(codeKind('7K2M9-PQRS')).toBeNull();
  });

  it('names what is wrong before the server is asked', () => {
    expect(codeProblem('  ')).toBe('empty');
    expect(codeProblem('7K2M9-PQRSÂ')).toBe('accents');
    expect(codeProblem('7K2M9-PQRSU')).toBe('letter');
    expect(codeProblem('7K2M9-PQRS')).toBe('length');
    expect(codeProblem('7K2M9-PQRST')).toBeNull();
  });
});
