// @vitest-environment happy-dom
import { render, screen, within } from '@testing-library/react';
import { beforeAll, expect, it } from 'vitest';
import { readDirectives, type Fields } from '@/domain';
import { startI18n } from '@/i18n';
import type { DirectoryEntry } from '@/storage';
import { MonthTable } from './month-table';

const entry = (id: string, date: string): DirectoryEntry => ({ id, kind: 'regular', date, time: '14:00', place: '', state: 'closed', stepId: null, points: 92, grade: 'good' });
const official = { kind: 'officialGrade', seq: 1, issuedAt: '2026-12-01T02:00:00.000Z', issuedBy: { committee: 'Đảng ủy', person: '' }, body: { meetingId: 'm2', grade: 'fair', points: 84.5, reason: 'Ít ý kiến phát biểu.' } } as unknown as Fields;

beforeAll(() => startI18n('vi', ['common', 'reports', 'meeting', 'official']));

it('[GRADE-1] the months show the grade that counts; the committee’s with its reason, the cell’s own under it', () => {
  const months = [{ month: '2026-10', meetings: [entry('m1', '2026-10-20')] }, { month: '2026-11', meetings: [entry('m2', '2026-11-24')] }] as const;
  render(<MonthTable months={months} attendance={undefined} given={readDirectives([{ id: 'grade-0001', fields: official }])} year={2026} />);
  const [, own, graded, why] = within(screen.getByRole('table')).getAllByRole('row').map((row) => row.textContent);
  expect(own).toMatch(/Tốt92 điểm$/);
  expect(graded).toMatch(/Khá84,5 điểmtheo cấp ủy$/);
  expect(why).toBe('Cấp ủy xếp loại. Lý do: Ít ý kiến phát biểu.Tự chấm: 92 · Tốt');
});
