import { expect, it } from 'vitest';
import type { CellMonth } from '@/sync/committee';
import { linesOf } from './reports';

it('[SUB-8] only a correction replaces a report; a second one of the same period without it does not', () => {
  const one = (submissionId: string, period: string, corrects = false) => ({ submissionId, reportId: period, period, corrects, receivedAt: '2027-01-04T02:00:00.000Z' });
  const reports = [one('a', '2026-Q4'), one('b', '2026-Q4'), one('c', '2026'), one('d', '2026', true)];
  const lines = linesOf({ cell: { id: 'x', name: 'Chi bộ' }, reports } as unknown as CellMonth);
  expect(lines.map(({ submissionId, replaced }) => [submissionId, replaced])).toEqual([['d', false], ['c', true], ['b', false], ['a', false]]);
});
