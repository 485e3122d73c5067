import { describe, expect, it } from 'vitest';
import { readOrganisation } from './file';

const cell = (code: string) => ({ code, name: `Chi bộ ${code}`, superior: 'Đảng ủy Khối', placeName: 'Sông Mơ' });
const read = (content: unknown) => readOrganisation(typeof content === 'string' ? content : JSON.stringify(content));

describe('the organisation file', () => {
  it('[ORG-3] is read, its names trimmed and in one form, the profile filled in', () => {
    const name = ' Chi bộ Một ';
    expect(read(`\uFEFF${JSON.stringify({ committee: { name: 'Đảng ủy'.normalize('NFD') }, cells: [{ ...cell('a'), name }] })}`)).toEqual({
      ok: true,
      organisation: { committee: { name: 'Đảng ủy' }, cells: [{ ...cell('a'), name: 'Chi bộ Một', profile: 'hd05-duk-2021' }] },
    });
  });

  it.each([
    ['no JSON', '{"committee":', /JSON/],
    ['a list', [], /root|committee/],
    ['a missing place', { committee: { name: 'Đ' }, cells: [{ code: 'a', name: 'A', superior: 'B' }] }, /cells\.0\.placeName/],
    ['an empty name', { committee: { name: '  ' }, cells: [cell('a')] }, /committee\.name/],
    ['a code with a blank', { committee: { name: 'Đ' }, cells: [cell('a b')] }, /cells\.0\.code/],
    ['a code twice', { committee: { name: 'Đ' }, cells: [cell('a'), cell('a')] }, /cells\.1\.code/],
    ['a key nobody knows', { committee: { name: 'Đ' }, cells: [{ ...cell('a'), colour: 'red' }] }, /cells\.0\.colour/],
    ['a body above that is not there', { committee: { name: 'Đ' }, cells: [{ ...cell('a'), under: 'x' }] }, /cells\.0\.under/],
    ['a cell beneath a cell', { committee: { name: 'Đ' }, cells: [cell('a'), { ...cell('b'), under: 'a' }] }, /cells\.1\.under/],
    ['a body with the code of a cell', { committee: { name: 'Đ' }, bodies: [{ code: 'a', name: 'A', kind: 'party' }], cells: [cell('a')] }, /cells\.0\.code/],
    ['no cell', { committee: { name: 'Đ' }, cells: [] }, /cells/],
  ])('[ORG-3] with %s is refused, and the place named', (_name, content, place) => {
    const result = read(content);
    expect(result.ok).toBe(false);
    expect(result.ok ? '' : result.problem).toMatch(place);
  });
});
