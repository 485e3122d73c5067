import { describe, expect, it } from 'vitest';
import { cell, meeting, MONTH, NOW } from '../../../tests/fixtures/committee';
import { cellState, lookAt, PLAIN_VIEW, SILENT_DAYS, type View } from './cells';
import { monthAsked, summarise } from './month';

const names = (view: Partial<View>): string[] => lookAt(MONTH.cells, { ...PLAIN_VIEW, ...view }, NOW).map((one) => one.cell.name);

describe('the state of a cell in a month', () => {
  it('is told apart by record, devices and the last sign of them', () => {
    expect(MONTH.cells.map((one) => cellState(one, NOW))).toEqual(['sent', 'sent', 'waiting', 'inactive', 'silent']);
  });

  it(`counts a phone as silent after ${SILENT_DAYS} days, and one that was never heard of`, () => {
    const seen = (days: number): string => new Date(NOW - days * 86_400_000).toISOString();
    expect(cellState(cell('1', 'a', { lastSeenAt: seen(SILENT_DAYS) }), NOW)).toBe('waiting');
    expect(cellState(cell('1', 'a', { lastSeenAt: seen(SILENT_DAYS + 0.01) }), NOW)).toBe('silent');
    expect(cellState(cell('1', 'a', { lastSeenAt: null }), NOW)).toBe('silent');
    expect(cellState(cell('1', 'a', { lastSeenAt: null, meetings: [meeting()] }), NOW)).toBe('sent');
  });
});

describe('looking at the cells', () => {
  it('sorts names as people count: 2 before 10, d before đ', () => {
    expect(names({})).toEqual(['Chi bộ 2', 'Chi bộ 10', 'Chi bộ Bưu Điện', 'Chi bộ Đường Sắt', 'Chi bộ Hải Quan']);
  });

  it('puts what is missing first by state, and keeps cells without a value last either way', () => {
    expect(names({ sort: 'state' })[0]).toBe('Chi bộ Hải Quan');
    expect(names({ sort: 'rate' }).slice(0, 2)).toEqual(['Chi bộ 2', 'Chi bộ 10']);
    expect(names({ sort: 'rate', down: true }).slice(0, 2)).toEqual(['Chi bộ 10', 'Chi bộ 2']);
    expect(names({ sort: 'date', down: true })[0]).toBe('Chi bộ 2');
    expect(names({ sort: 'points' })[0]).toBe('Chi bộ 10');
  });

  it('finds names without tone marks, and filters by state', () => {
    expect(names({ query: 'duong sat' })).toEqual(['Chi bộ Đường Sắt']);
    expect(names({ query: '  ' })).toHaveLength(5);
    expect(names({ state: 'sent' })).toEqual(['Chi bộ 2', 'Chi bộ 10']);
    expect(names({ state: 'sent', query: 'hai quan' })).toEqual([]);
    expect(names({ state: 'ungraded' })).toEqual(['Chi bộ 2', 'Chi bộ 10']);
    const graded = cell('9', 'Chi bộ Chín', { meetings: [{ ...meeting(), official: { grade: 'fair', points: null } }] });
    expect(lookAt([graded, ...MONTH.cells], { ...PLAIN_VIEW, state: 'ungraded' }, NOW).map((one) => one.cell.name)).toEqual(['Chi bộ 2', 'Chi bộ 10']);
  });
});

describe('a month added up', () => {
  it('weighs attendance by people, and points by the meetings that have any', () => {
    const sum = summarise(MONTH.cells, NOW);
    expect(sum).toMatchObject({ cells: 5, meetings: 3, points: 91.5, present: 65, expected: 80, ratePercent: 81.25 });
    expect(sum.states).toEqual({ sent: 2, waiting: 1, inactive: 1, silent: 1 });
    expect(sum.grades).toEqual({ good: 1, fair: 1, average: 0, poor: 0 });
    expect([sum.ungraded, sum.official]).toEqual([2, { good: 0, fair: 0, average: 0, poor: 0 }]);
  });

  it('says nothing where there is nothing', () => {
    expect(summarise([], NOW)).toMatchObject({ cells: 0, points: null, ratePercent: null });
  });

  it('takes the month from the address, and only a month', () => {
    expect(monthAsked('?thang=2025-12', '2026-02')).toBe('2025-12');
    for (const wrong of ['', 'thang=2025-13', 'thang=x', 'thang=']) expect(monthAsked(wrong, '2026-02')).toBe('2026-02');
  });
});
