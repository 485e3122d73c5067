import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_ALPHABET } from '@/protocol/code';
import type { Bytes } from './bytes';
import { groupSheet, sheetProblem, SHEET_LENGTH, writeSheet } from './sheet-code';

const secrets = fc.uint8Array({ minLength: 16, maxLength: 16 });
const sheetOf = (secret: Uint8Array): string => writeSheet(Uint8Array.from(secret) as Bytes);

describe('a typed recovery sheet', () => {
  it('[KEY-18] has eight groups of four, and is right as it is written, however it is typed', () => {
    fc.assert(
      fc.property(secrets, (secret) => {
        const sheet = sheetOf(secret);
        expect(sheet).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
        expect(sheetProblem(sheet)).toBeNull();
        expect(sheetProblem(` ${sheet.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `)).toBeNull();
      }),
    );
  });

  it('[KEY-18] two secrets never give one sheet', () => {
    fc.assert(
      fc.property(secrets, secrets, (a, b) => {
        expect(sheetOf(a) === sheetOf(b)).toBe(a.join() === b.join());
      }),
    );
  });

  it('[KEY-18] one wrong character, anywhere, is noticed', () => {
    fc.assert(
      fc.property(secrets, fc.nat(SHEET_LENGTH - 1), fc.constantFrom(...CODE_ALPHABET), (secret, at, letter) => {
        const plain = sheetOf(secret).replaceAll('-', '');
        fc.pre(plain[at] !== letter);
        expect(sheetProblem(plain.slice(0, at) + letter + plain.slice(at + 1))).toBe('typo');
      }),
    );
  });

  it('[KEY-18] two neighbours exchanged are noticed', () => {
    fc.assert(
      fc.property(secrets, fc.nat(SHEET_LENGTH - 2), (secret, at) => {
        const plain = sheetOf(secret).replaceAll('-', '');
        fc.pre(plain[at] !== plain[at + 1]);
        expect(sheetProblem(plain.slice(0, at) + plain[at + 1] + plain[at] + plain.slice(at + 2))).toBe('typo');
      }),
    );
  });

  it.each([
    ['', 'empty'],
    ['0440-Y5GX', 'length'],
    ['0440-Y5GX-4GNK-4EA0-8X75-AQ33-D9RG-5YDU', 'letter'],
    ['Ă', 'accents'],
  ])('[KEY-18] %j is told as %s', (typed, problem) => expect(sheetProblem(typed)).toBe(problem));

  it('[KEY-18] groups while it is typed', () => {
    expect(groupSheet('0440y5gx4')).toBe('0440-Y5GX-4');
    expect(groupSheet('0440 -y5gx')).toBe('0440-Y5GX');
    expect(groupSheet('o440'.repeat(20))).toHaveLength(39);
  });
});
