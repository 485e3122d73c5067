import { describe, expect, it } from 'vitest';
import { withStrokes } from './date-field';

const type = (keys: string): string => [...keys].reduce((text, key) => withStrokes(text + key, text), '');

describe('typing a date', () => {
  it('puts the strokes between the digits, also when they are typed', () => {
    expect(type('05021980')).toBe('05/02/1980');
    expect(type('05/02/1980')).toBe('05/02/1980');
    expect(type('5/2/1980')).toBe('5/2/1980');
    expect(type('05-02-1980')).toBe('05/02/1980');
    expect(withStrokes('05021980', '')).toBe('05/02/1980');
  });

  it('lets the strokes be rubbed out', () => {
    expect(withStrokes('05', '05/')).toBe('05');
    expect(withStrokes('05/02', '05/02/')).toBe('05/02');
  });
});
