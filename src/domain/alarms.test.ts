import { describe, expect, it } from 'vitest';
import { countsInRow, excusedRows, type Held } from './absence-runs';
import { alarms } from './alarms';
import { paysIn, readDues, unpaidMonths, type DuesBook, type DuesState } from './dues';
import { readMember } from './member';
import type { MarkKind } from './attendance';

const member = readMember('m1', { name: 'Nguyễn Văn Bí' });
const TODAY = '2026-11-24';
const held = (month: number, kind?: MarkKind, over: Partial<Held> = {}): Held => ({
  date: `2026-${String(month).padStart(2, '0')}-05`,
  kind: 'regular',
  roster: [{ id: member.id, name: member.name, standing: 'official', status: 'active', position: 'none' }],
  marks: kind ? { [member.id]: { kind } } : {},
  ...over,
});
const rules = (meetings: readonly Held[], dues: DuesBook = new Map()) => alarms([member], meetings, dues, TODAY).map(({ rule, count }) => [rule, count]);

describe('alarms', () => {
  it('[ALARM-1] more than three excused absences in a row are told, three are not', () => {
    expect(rules([held(7, 'excused'), held(8, 'excused'), held(9, 'excused')])).toEqual([]);
    expect(rules([held(6), held(7, 'excused'), held(8, 'excused'), held(9, 'excused'), held(10, 'excused')])).toEqual([['row', 4]]);
  });
  it('[ALARM-1] who came again is not told of; who was exempt or away was not absent', () => {
    const four = [6, 7, 8, 9].map((month) => held(month, 'excused'));
    expect(rules([...four, held(10)])).toEqual([]);
    expect(rules(four.map((meeting) => ({ ...meeting, roster: meeting.roster.map((entry) => ({ ...entry, status: 'exempt' as const })) })))).toEqual([]);
  });
  it('[ALARM-1] a regular meeting with a thematic part after it counts like one without', () => {
    expect(rules([held(7, 'excused'), held(8, 'excused', { kind: 'combined' }), held(9, 'excused'), held(10, 'excused')])).toEqual([['row', 4]]);
  });
  it('[ALARM-1] meetings of the year before, and of chi ủy, do not count', () => {
    expect(rules([held(7, 'excused', { date: '2025-12-05' }), held(8, 'excused', { kind: 'cellCommittee' }), held(9, 'excused'), held(10, 'excused'), held(11, 'excused')])).toEqual([]);
  });
  it('[ALARM-4] a meeting that asked nothing of the member neither lengthens nor breaks a row; the longest row may be over', () => {
    const away = held(8, undefined, { roster: held(8).roster.map((entry) => ({ ...entry, status: 'temporaryOut' as const })) });
    expect(rules([held(6, 'excused'), held(7, 'excused'), away, held(9, 'excused'), held(10, 'excused')])).toEqual([['row', 4]]);
    const { longest, lasting } = excusedRows(member.id, [held(1, 'excused'), held(2, 'excused'), held(3), held(4, 'excused')]);
    expect([longest, lasting]).toEqual([{ count: 2, since: '2026-01-05' }, { count: 1, since: '2026-04-05' }]);
    expect(['regular', 'combined', 'thematic', 'extraordinary', 'cellCommittee', 'committee'].map(countsInRow)).toEqual([true, true, true, false, false, false]);
  });
  it('[ALARM-2] unexcused absence in three months of the year, in a row or not', () => {
    expect(rules([held(1, 'unexcused'), held(2), held(3, 'unexcused'), held(3, 'unexcused', { kind: 'thematic', date: '2026-03-20' })])).toEqual([]);
    expect(rules([held(1, 'unexcused'), held(2), held(3, 'unexcused'), held(6, 'unexcused')])).toEqual([['months', 3]]);
  });
  it('[ALARM-3] three counted months without dues; the present month and months that nobody counted are not held against anyone', () => {
    const others = new Map(['2026-07', '2026-08', '2026-09', '2026-11'].map((month) => [month, 'paid' as const]));
    expect(rules([], new Map([['m2', others]]))).toEqual([['dues', 3]]);
    const own: ReadonlyMap<string, DuesState> = new Map([['2026-08', 'waived']]);
    expect(rules([], new Map<string, ReadonlyMap<string, DuesState>>([['m2', others], ['m1', own]]))).toEqual([]);
    expect(rules([])).toEqual([]);
  });
  it('who has left is told of no more', () => {
    const gone = readMember('m1', { name: 'X', 'status/2026-10-01': 'left' });
    expect(alarms([gone], [1, 3, 6].map((month) => held(month, 'unexcused')), new Map(), TODAY)).toEqual([]);
  });
});

describe('dues', () => {
  it('[DUES-1] those here for a time pay here, those away pay where they are', () => {
    const status = (value: string) => readMember('m', { name: 'X', 'status/2026-03-10': value });
    expect(['active', 'temporaryIn', 'exempt', 'temporaryOut', 'suspended', 'left'].map((value) => paysIn(status(value), '2026-03'))).toEqual([true, true, true, false, false, false]);
    expect(paysIn(status('temporaryOut'), '2026-02')).toBe(true);
  });
  it('[DUES-1] who was admitted in June owes nothing for the months before', () => {
    const newcomer = readMember('m1', { name: 'Trần Văn Mới', joinedOn: '2026-06-02' });
    const others = new Map(['2026-03', '2026-04', '2026-05', '2026-06'].map((month) => [month, 'paid' as const]));
    expect(unpaidMonths(newcomer, new Map([['m2', others]]), TODAY)).toEqual(['2026-06']);
  });
  it('[DUES-2] reads only what it wrote', () => {
    expect([...readDues({ 'dues/2026-01': 'paid', 'dues/2026-02': 'x', 'dues/x': 'paid', note: 'paid' })]).toEqual([['2026-01', 'paid']]);
    expect(unpaidMonths(member, new Map([['m2', new Map([['2026-10', 'paid' as const]])]]), TODAY)).toEqual(['2026-10']);
  });
});
