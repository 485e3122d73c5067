import { describe, expect, it } from 'vitest';
import { allDocumentRules } from '@/packs/documents';
import { numberProblems, proposedNumber, readDocumentNumber, typeOfPaper, usualType } from './document-numbers';
import { PAPER_KINDS, readPaper, termOf, type Paper } from './paper';
import type { Fields } from './records';

const TODAY = '2026-11-24';
const TERM = '2025-06-01';
const paper = (id: string, fields: Fields): Paper => readPaper(id, { kind: 'otherResolution', issuedOn: '2026-05-05', ...fields })!;
const problems = (one: Paper, others: readonly Paper[] = []) => numberProblems(one, [...others, one], allDocumentRules, TODAY, TERM).map(({ kind }) => kind);

describe('numbers in the register', () => {
  it.each([
    ['05-NQ/CB', { number: 5, code: 'NQ', organisation: 'CB' }],
    ['Số 05-NQ/CB', { number: 5, code: 'NQ', organisation: 'CB' }],
    [' số: 12 - ctr / CB ', { number: 12, code: 'ctr', organisation: 'CB' }],
    ['107-QĐ/ĐU', { number: 107, code: 'QĐ', organisation: 'ĐU' }],
    ['107-QĐ/ĐU'.normalize('NFD'), { number: 107, code: 'QĐ', organisation: 'ĐU' }],
    ['khong so', null],
    ['05', null],
    ['', null],
  ])('[DTYPE-5] %s', (text, read) => expect(readDocumentNumber(text)).toEqual(read));
  it('[DTYPE-6] the type chosen, else the one the number names, else none: a document of before keeps working', () => {
    const id = (fields: Fields): string | undefined => typeOfPaper(paper('a', fields), allDocumentRules, TODAY)?.id;
    expect(id({ docType: 'report', number: '05-NQ/CB' })).toBe('report');
    expect(id({ number: '05-nq/CB' })).toBe('resolution');
    expect([id({}), id({ number: 'văn bản cũ' }), id({ docType: 'no such type' })]).toEqual([undefined, undefined, undefined]);
    for (const kind of PAPER_KINDS) expect([null, ...allDocumentRules[1]!.types.map((type) => type.id)]).toContain(usualType(kind));
  });
  it('[DTYPE-7] proposes the next of the type in the term, counting numbers of documents without a chosen type too', () => {
    const others = [paper('a', { number: '05-NQ/CB' }), paper('b', { docType: 'resolution', number: '09-NQ/CB', issuedOn: '2025-05-31' }), paper('c', { number: '03-BC/CB' })];
    const proposed = (fields: Fields): string | null => proposedNumber(paper('new', fields), [...others, paper('new', fields)], allDocumentRules, TODAY, TERM);
    expect([proposed({ docType: 'resolution' }), proposed({ docType: 'report' }), proposed({ docType: 'plan' }), proposed({})]).toEqual(['06-NQ/CB', '04-BC/CB', '01-KH/CB', null]);
    // A document does not count its own number.
    expect(proposed({ docType: 'resolution', number: '06-NQ/CB' })).toBe('06-NQ/CB');
  });
  it('[DTYPE-7] proposes nothing for a document of before the term: its numbers were those of another', () => {
    const others = [paper('a', { number: '05-NQ/CB' })];
    const proposed = (issuedOn: string | null): string | null => proposedNumber(paper('new', { docType: 'resolution', issuedOn }), others, allDocumentRules, TODAY, TERM);
    expect([proposed('2025-05-31'), proposed('2025-06-01'), proposed(null)]).toEqual([null, '06-NQ/CB', '06-NQ/CB']);
  });
  it('[DTYPE-7] the term begins on the day written down, else five years back', () => {
    expect([termOf({ termStart: '2025-06-01' }, TODAY), termOf({ termStart: '' }, TODAY), termOf({}, TODAY)]).toEqual(['2025-06-01', '2021-11-24', '2021-11-24']);
  });
  it('[DTYPE-8] warns of a number used twice in the term, another type’s or term’s not', () => {
    const first = paper('a', { docType: 'resolution', number: '05-NQ/CB' });
    expect(problems(paper('b', { number: '5-NQ/CB' }), [first])).toEqual(['twice']);
    expect(problems(paper('b', { number: '05-BC/CB' }), [first])).toEqual([]);
    expect(problems(paper('b', { number: '05-NQ/CB', issuedOn: '2025-05-30' }), [first])).toEqual([]);
    expect(problems(first, [paper('b', { number: '05-NQ/CB', issuedOn: '2025-05-30' })])).toEqual([]);
    expect(problems(first)).toEqual([]);
  });
  it('[DTYPE-8] warns of a code that is not the type’s, and of a type that a cell may not issue under the rule of the day', () => {
    expect(problems(paper('a', { docType: 'resolution', number: '05-QĐ/CB' }))).toEqual(['code']);
    expect(problems(paper('a', { docType: 'directive', number: '01-CT/CB' }))).toEqual(['notByCell']);
    // Working rules since 2026 only.
    expect(problems(paper('a', { docType: 'workingRules', issuedOn: '2025-12-31' }))).toEqual(['notByCell']);
    expect(problems(paper('a', { docType: 'workingRules', issuedOn: '2026-01-09' }))).toEqual([]);
    expect(problems(paper('a', { number: 'văn bản cũ' }))).toEqual([]);
  });
});
