import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allDocumentRules } from '@/packs/documents';
import { documentNumber, documentRulesOn, issuedByCell, nextNumber } from './document-types';

const rulesOf = (id: string) => allDocumentRules.find((rules) => rules.id === id)!;

describe('documents of a cell', () => {
  it('[DTYPE-1] the rule of the day', () => {
    expect(['2018-04-02', '2018-04-03', '2026-01-08', '2026-01-09', '2027-01-01'].map((day) => documentRulesOn(allDocumentRules, day)?.id)).toEqual(['qd66-2017', 'qd66-2017', 'qd66-2017', 'qd399-2026', 'qd399-2026']);
  });
  it('[DTYPE-2] since 2026 working rules, announcements and conclusions; never directives, regulations or guidance', () => {
    const codes = (id: string) => issuedByCell(rulesOf(id)).map(({ code }) => code);
    for (const code of ['QC', 'TB', 'KL']) expect([codes('qd66-2017').includes(code), codes('qd399-2026').includes(code)]).toEqual([false, true]);
    for (const code of ['CT', 'HD', 'QyĐ']) expect([...codes('qd66-2017'), ...codes('qd399-2026')]).not.toContain(code);
    expect(codes('qd399-2026')).toEqual(['NQ', 'QĐ', 'KL', 'QC', 'TB', 'BC', 'KH', 'CTr', 'ĐA', 'PA', 'TTr', 'CV', 'BB']);
  });
  it('[DTYPE-3] numbers run by type through the term, over the year’s end, and begin anew with the next', () => {
    const given = [
      { type: 'resolution', number: 41, date: '2025-05-30' },
      { type: 'resolution', number: 1, date: '2025-06-10' },
      { type: 'resolution', number: 8, date: '2025-12-30' },
      { type: 'report', number: 3, date: '2026-01-05' },
    ];
    expect(nextNumber(given, 'resolution', '2025-06-01')).toBe(9);
    expect(nextNumber(given, 'report', '2025-06-01')).toBe(4);
    expect(nextNumber(given, 'plan', '2025-06-01')).toBe(1);
    expect(nextNumber(given, 'resolution', '2026-06-01')).toBe(1);
  });
  it('[DTYPE-3] a number once given is never given again in the term', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('a', 'b'), { maxLength: 40 }), (types) => {
      const given: { type: string; number: number; date: string }[] = [];
      for (const type of types) given.push({ type, number: nextNumber(given, type, '2025-06-01'), date: '2025-07-01' });
      expect(new Set(given.map(({ type, number }) => `${type}${number}`)).size).toBe(types.length);
    }));
  });
  it('[DTYPE-4] is written with a zero below ten', () => {
    expect([documentNumber(5, 'NQ'), documentNumber(12, 'CTr'), documentNumber(107, 'QĐ', 'ĐU')]).toEqual(['05-NQ/CB', '12-CTr/CB', '107-QĐ/ĐU']);
  });
});
