import { describe, expect, it } from 'vitest';
import { readDirectives } from './directive';
import { cellOn, headChanges } from './head-of-day';
import type { Fields } from './records';

describe('the cell as the committee calls it', () => {
  const head = (name: string, superior = 'Đảng ủy A') => ({ name, superior, placeName: 'Huế' });
  const body = (seq: number, from: string, now: object, before: object): { id: string; fields: Fields } =>
    ({ id: `body-${seq}`, fields: { kind: 'body', seq, issuedAt: '2026-06-01T00:00:00.000Z', body: { from, ...now, before, state: 'there', successors: [] } } }) as unknown as { id: string; fields: Fields };
  const given = readDirectives([body(1, '2026-03-01', head('Hai'), head('Một')), body(2, '2026-05-01', head('Ba'), head('Hai')), body(3, '2026-02-01', head('Một', 'Đảng ủy B'), head('Một')), body(4, '2026-03-01', head('Hai', 'Đảng ủy B'), head('Hai')), body(5, '2026-05-01', head('Ba', 'Đảng ủy B'), head('Ba'))]);
  const record: Fields = { name: 'Ba do chi bộ sửa', superior: 'Đảng ủy B', placeName: 'Huế', meetingDay: 3 };
  it('[CELL-4] a meeting’s documents bear the name of its day; from the last change on the record says it', () => {
    const named = (day: string): unknown[] => [cellOn(record, given, day)['name'], cellOn(record, given, day)['superior']];
    expect(['2026-01-31', '2026-02-01', '2026-03-01', '2026-04-30', '2026-05-01'].map(named)).toEqual([['Một', 'Đảng ủy A'], ['Một', 'Đảng ủy B'], ['Hai', 'Đảng ủy B'], ['Hai', 'Đảng ủy B'], ['Ba do chi bộ sửa', 'Đảng ủy B']]);
    expect(cellOn(record, [], '2020-01-01')).toBe(record);
    expect(cellOn(record, given, '2026-01-01')['meetingDay']).toBe(3);
  });
  it('[CELL-5] the new text takes the place of the old one, and of none that the cell has worded itself', () => {
    const change = { body: { ...head('Hai', 'Đảng ủy B'), before: head('Một') } };
    expect(headChanges({ ...head('Một') }, change)).toEqual({ name: 'Hai', superior: 'Đảng ủy B' });
    expect(headChanges({ ...head('Một (khối phố)') }, change)).toEqual({ superior: 'Đảng ủy B' });
    expect(headChanges({ ...head('Hai', 'Đảng ủy B') }, change)).toEqual({});
  });
});
