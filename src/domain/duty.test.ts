import { describe, expect, it } from 'vitest';
import { dutyDues, dutyKey, dutyStage, hasDuty, readDuty } from './duty';
import type { Json } from './json';
import { readMember } from './member';

const TODAY = '2026-11-24';
const duty = (fields: Record<string, Json> = {}, memberId = 'a', year = 2026) => readDuty({ memberId, year, text: 'Phụ trách tổ 1', givenOn: '2026-01-10', ...fields })!;

describe('duties of the year', () => {
  it('[DUTY-1] members of the cell are given duties; guests, the exempt, the suspended and those who left are not', () => {
    const given = ['active', 'temporaryOut', 'temporaryIn', 'exempt', 'suspended', 'left'].filter((status) => hasDuty(readMember('a', { 'status/2020-01-01': status }), TODAY));
    expect(given).toEqual(['active', 'temporaryOut']);
  });

  it('[DUTY-2] given once written and dated; then reported on; then assessed', () => {
    expect(dutyStage(null)).toBe('none');
    expect(dutyStage(duty({ text: ' ' }))).toBe('none');
    expect(dutyStage(duty({ givenOn: '' }))).toBe('none');
    expect(dutyStage(duty())).toBe('given');
    expect(dutyStage(duty({ 'report/2026-06-01': 'Đã xong quý II' }))).toBe('reported');
    expect(dutyStage(duty({ self: 'Hoàn thành tốt' }))).toBe('assessed');
    expect(duty({ 'report/2026-06-01': 'b', 'report/2026-03-01': 'a', 'report/x': 'c' }).reports).toEqual([{ on: '2026-03-01', text: 'a' }, { on: '2026-06-01', text: 'b' }]);
  });

  it('[DUTY-3] names those without, and in December those who have not assessed themselves; silent in a book without duties', () => {
    const members = ['a', 'b', 'c'].map((id) => readMember(id, { name: id }));
    expect(dutyDues(members, [], TODAY)).toEqual([]);
    expect(dutyDues(members, [duty()], TODAY)).toEqual([{ what: 'give', count: 2, late: true }]);
    expect(dutyDues(members, [duty({}, 'a', 2025)], '2026-01-31')).toEqual([{ what: 'give', count: 3, late: false }]);
    expect(dutyDues(members, [duty({}, 'a', 2024)], TODAY)).toEqual([]);
    expect(dutyDues(members, ['a', 'b', 'c'].map((id) => duty({}, id)), '2026-12-01')).toEqual([{ what: 'assess', count: 3, late: false }]);
    expect(dutyDues(members, ['a', 'b', 'c'].map((id) => duty({ self: 'Tốt' }, id)), '2026-12-01')).toEqual([]);
  });

  it('has one address a member and year, and is none without them', () => {
    expect(dutyKey('abc', 2026)).toBe('duty:abc-2026');
    expect(readDuty({ text: 'x' })).toBeNull();
  });
});
