import { describe, expect, it } from 'vitest';
import { cellOn, headChanges, withGuidance, withPublished } from './committee-guidance';
import { readDirectives, type Directive } from './directive';
import { frameOn, profileOn } from './profile';
import type { Fields } from './records';

const said = (...bodies: Record<string, unknown>[]): readonly Directive[] =>
  readDirectives(bodies.map((body, index) => ({ id: `guide-${index}`, fields: { kind: 'guidance', seq: index + 1, issuedAt: '2026-06-01T00:00:00.000Z', issuedBy: { committee: 'Đảng ủy Thử', person: '' }, body: { from: '2026-07-01', profile: null, frame: null, wording: {}, ...body } } as unknown as Fields })));
const cell: Fields = { profile: 'hd05-duk-2021', 'profile/2026-03-01': 'hd12-2018', 'profile/2026-08-01': 'hd12-2018', 'frame/2026-09-01': 'khoi-2021', name: 'Chi bộ Thử' };
const held = (directives: readonly Directive[], day: string): string => profileOn(withGuidance(cell, directives), day);

describe('guidance from the committee', () => {
  it('[CELL-3] from the first day that the committee chose for, the cell’s own choices count for nothing; before it they stand', () => {
    const given = said({ profile: 'hd42-2025' });
    expect(['2026-01-01', '2026-03-01', '2026-06-30', '2026-07-01', '2026-08-01'].map((day) => held(given, day))).toEqual(['hd05-duk-2021', 'hd12-2018', 'hd12-2018', 'hd42-2025', 'hd42-2025']);
  });
  it('[CELL-3] a later day takes over on that day, and the later word for a day holds, whatever the order of days', () => {
    const given = said({ profile: 'hd42-2025', from: '2026-10-01' }, { profile: 'hd12-2018' }, { profile: 'hd05-duk-2021', from: '2026-10-01' });
    expect([held(given, '2026-07-01'), held(given, '2026-09-30'), held(given, '2026-10-01')]).toEqual(['hd12-2018', 'hd12-2018', 'hd05-duk-2021']);
  });
  it('[CELL-3] what is not spoken of stays the cell’s: a profile alone leaves its frame, none leaves all', () => {
    expect(frameOn(withGuidance(cell, said({ profile: 'hd42-2025' })), '2026-09-01')).toBe('khoi-2021');
    expect(frameOn(withGuidance(cell, said({ frame: '' })), '2026-09-01')).toBeNull();
    expect(withGuidance(cell, said({ wording: { 'a/b/label': 'x' } }))).toBe(cell);
    expect(withGuidance(cell, [])).toBe(cell);
  });
  it('[WORD-2] published wording lies beneath the cell’s own; the later text holds, an empty one takes it back', () => {
    const given = said({ wording: { 'p/one/label': 'Một', 'p/two/label': 'Hai' } }, { wording: { 'p/one/label': 'Một mới', 'p/two/label': '' } });
    expect(withPublished({}, given)).toEqual({ 'p/one/label': 'Một mới', 'p/two/label': '' });
    expect(withPublished({ 'p/one/label': 'Của chi bộ', 'p/three/label': '' }, given)).toMatchObject({ 'p/one/label': 'Của chi bộ' });
    expect(withPublished({ 'p/one/label': '' }, given)).toMatchObject({ 'p/one/label': 'Một mới' });
  });
  it('[DIR-9] what is no day, or of another form, is not read', () => {
    expect(said({ from: '31/02/2026' })).toEqual([]);
    expect(said({ wording: { a: 1, b: 'x' }, profile: 7 })).toMatchObject([{ profile: null, wording: { b: 'x' } }]);
  });
});

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
    const change = { ...head('Hai', 'Đảng ủy B'), before: head('Một') };
    expect(headChanges({ ...head('Một') }, change)).toEqual({ name: 'Hai', superior: 'Đảng ủy B' });
    expect(headChanges({ ...head('Một (khối phố)') }, change)).toEqual({ superior: 'Đảng ủy B' });
    expect(headChanges({ ...head('Hai', 'Đảng ủy B') }, change)).toEqual({});
  });
});
