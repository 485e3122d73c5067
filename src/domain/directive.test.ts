import { describe, expect, it } from 'vitest';
import { gradeOf, gradesGiven, needsReason, readDirective, readDirectives } from './directive';
import type { Fields } from './records';

const grade = (id: string, seq: number, body: Record<string, unknown> = {}, more: Record<string, unknown> = {}): { id: string; fields: Fields } => ({
  id,
  fields: {
    kind: 'officialGrade',
    seq,
    issuedAt: `2026-12-0${seq}T02:00:00.000Z`,
    issuedBy: { committee: 'Đảng ủy phường', person: 'Trần Văn Bình, Phó Bí thư' },
    body: { meetingId: 'm1', submissionId: 's1', grade: 'fair', points: 84, total: 100, reason: 'Vắng nhiều', replaces: null, ...body },
    ...more,
  } as unknown as Fields,
});

describe('directives', () => {
  it('[GRADE-1] the committee’s grade counts, its latest; without one the cell’s own, without that none', () => {
    const own = { id: 'm1', points: 92, grade: 'good' };
    const first = grade('a', 1);
    const later = grade('b', 3, { grade: 'good', points: 90, replaces: 'a' });
    const other = grade('c', 2, { meetingId: 'm2', grade: 'poor' });
    expect(gradeOf(own, [])).toEqual({ grade: 'good', points: 92, official: null });
    expect(gradeOf(own, readDirectives([other]))).toMatchObject({ grade: 'good', official: null });
    expect(gradeOf(own, readDirectives([other, first]))).toMatchObject({ grade: 'fair', points: 84, official: { id: 'a', reason: 'Vắng nhiều' } });
    // Whatever order they lie in, the one given last counts, and both stay.
    const all = readDirectives([later, other, first]);
    expect(gradeOf(own, all)).toMatchObject({ grade: 'good', points: 90, official: { id: 'b', replaces: 'a' } });
    expect(gradesGiven('m1', all).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(gradeOf({ id: 'm1', points: null, grade: null }, all)?.grade).toBe('good');
    expect(gradeOf({ id: 'm9', points: null, grade: null }, all)).toBeNull();
    expect(gradeOf({ id: 'm9', points: 3, grade: 'no such grade' }, all)).toBeNull();
  });
  it('[GRADE-2] another grade or other points than the cell’s own need a reason, and so does a grade where there is no score', () => {
    const own = { points: 92, grade: 'good' };
    expect(needsReason(own, { grade: 'good', points: 92 })).toBe(false);
    expect(needsReason(own, { grade: 'good', points: null })).toBe(false);
    expect(needsReason(own, { grade: 'good', points: 91 })).toBe(true);
    expect(needsReason(own, { grade: 'fair', points: null })).toBe(true);
    expect(needsReason({ points: null, grade: null }, { grade: 'good', points: null })).toBe(true);
    expect(needsReason(null, { grade: 'good', points: null })).toBe(true);
  });
  it('what has not come, is of an unknown kind or makes no sense reads as none', () => {
    expect(readDirective('a', { seen: true })).toBeNull();
    expect(readDirective('a', grade('a', 1, {}, { kind: 'visit' }).fields)).toBeNull();
    expect(readDirective('a', grade('a', 1, { grade: 'splendid' }).fields)).toBeNull();
    expect(readDirective('a', grade('a', 1, {}, { body: 'text' }).fields)).toBeNull();
    expect(readDirective('a', grade('a', 1, { points: 'many' }, { seen: true }).fields)).toMatchObject({ points: null, seen: true });
  });
});
