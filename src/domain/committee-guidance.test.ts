import { describe, expect, it } from 'vitest';
import { withGuidance, withPublished } from './committee-guidance';
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
