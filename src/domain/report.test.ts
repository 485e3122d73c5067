import { describe, expect, it } from 'vitest';
import { applyLogged } from './log';
import { readMember } from './member';
import { emptyRecord, refusesEdit, writeLocal } from './records';
import { editionsOf, nextEdition, readReport, readReportId, reportGaps, signerOf } from './report';
import { dueOn, reportDues, reportTerms } from './report-dues';
import { readPeriod } from './report-period';

const closed = { final: { title: 'x' }, closedAt: '2026-10-02T02:00:00.000Z', closedHash: 'a', submissionId: 's' };
const met = (date: string, kind = 'regular', state = 'closed') => ({ date, kind, state });

describe('a report as a record', () => {
  it('[REP-10] is of a period, a correction of the period and its place in the row', () => {
    expect(readReportId('2026-Q3')).toMatchObject({ edition: 1, period: { id: '2026-Q3' } });
    expect(readReportId('2026-07.2')).toMatchObject({ edition: 2, period: { id: '2026-07' } });
    expect(['2026-Q3.1', '2026-Q3.', '2026-Q3.x', '2026-Q3.2.3', 'x'].map(readReportId)).toEqual([null, null, null, null, null]);
    const [first, second] = [readReport('2026-Q3', closed)!, readReport('2026-Q3.2', { reason: 'sai', corrects: { report: '2026-Q3', submissionId: 's', hash: 'h' } })!];
    expect(nextEdition(first)).toBe('2026-Q3.2');
    expect(editionsOf([second, first, readReport('2026-Q2', closed)!, readReport('2026-Q3.3', {})!], '2026-Q3').map(({ id, state }) => [id, state])).toEqual([['2026-Q3', 'closed'], ['2026-Q3.2', 'draft']]);
    expect(second.corrects).toEqual({ report: '2026-Q3', submissionId: 's', hash: 'h' });
  });

  it('reads edits with their basis, and what was typed into a grid', () => {
    const report = readReport('2026-H1', { 'sec/members': { basis: 'cũ' }, 'sec/members/text': 'mới', 'cell/2026-01.reading': '3 bài', number: '5' })!;
    expect([report.state, report.edits, report.typed, report.number]).toEqual(['draft', { members: { basis: 'cũ', text: 'mới' } }, { '2026-01.reading': '3 bài' }, '5']);
    expect(readReport('2026-H1', {})?.state).toBe('none');
  });

  it('[REP-9] closed it refuses what is typed here and what comes late from elsewhere, which is kept for review', () => {
    let record = emptyRecord('report:2026-Q3');
    record = applyLogged(record, { key: record.key, field: 'closedAt', value: closed.closedAt, base: 0 }, { seq: 5, device: 'a' }).record;
    expect(refusesEdit(record, 'sec/members/text')).toBe(true);
    const late = applyLogged(record, { key: record.key, field: 'sec/members/text', value: 'muộn', base: 0 }, { seq: 6, device: 'b' });
    expect([late.record.fields['sec/members/text']?.v, late.review?.reason, late.review?.kept]).toEqual([null, 'closed', 'muộn']);
    expect(refusesEdit(writeLocal(emptyRecord('task:t'), 'closedAt', 'x', 1), 'what')).toBe(false);
  });

  it('[REP-9] does not close without the cell’s name, a correction not without its reason; a time that still runs is only told', () => {
    const [first, second] = [readReport('2026-Q3', {})!, readReport('2026-Q3.2', { number: '1' })!];
    expect(reportGaps(first, 'Chi bộ', '2026-10-01')).toEqual([]);
    expect(reportGaps(first, ' ', '2026-09-30')).toEqual([{ gap: 'cellName', must: true }, { gap: 'notEnded', must: false }]);
    expect(reportGaps(second, 'Chi bộ', '2026-10-01')).toEqual([{ gap: 'reason', must: true }]);
    expect(reportGaps(readReport('2026-09', {})!, 'Chi bộ', '2026-09-07')).toEqual([]);
    expect(reportGaps(first, 'Chi bộ', '2026-10-01', 1)).toEqual([{ gap: 'unread', must: true }]);
    expect(reportGaps(readReport('2026-Q3', closed)!, 'Chi bộ', '2026-10-01')[0]).toEqual({ gap: 'closed', must: true });
  });
  it('[REP-9] is signed by the secretary of its day, not by one who had left by then', () => {
    const members = [readMember('a', { name: 'Cũ', position: 'secretary', 'status/2026-06-01': 'left' }), readMember('b', { name: 'Mới', position: 'secretary' })];
    expect([signerOf(members, '2026-07-01'), signerOf(members.slice(0, 1), '2026-07-01'), signerOf(members.slice(0, 1), '2026-05-31')]).toEqual(['Mới', '', 'Cũ']);
  });
});

describe('when reports are due', () => {
  const quarter = readPeriod('2026-Q3')!;
  it('[REP-7] on the day that the cell has set, counted from the end; of a month else two days after its meeting, where the procedure says so', () => {
    const terms = reportTerms({ 'reportDue/quarter': -10, 'reportDue/year': 400, 'reportDue/half': 1.5 });
    expect(terms).toEqual({ month: null, quarter: -10, half: null, year: null });
    expect(dueOn(quarter, terms, [], 2)).toBe('2026-09-20');
    const month = readPeriod('2026-09')!;
    expect(dueOn(month, terms, [met('2026-09-05'), met('2026-09-20', 'thematic'), met('2026-09-25', 'regular', 'planned')], 2)).toBe('2026-09-07');
    expect([dueOn(month, terms, [], 2), dueOn(month, terms, [met('2026-09-05')], null), dueOn(readPeriod('2026')!, terms, [], 2)]).toEqual([null, null, null]);
    expect(dueOn(month, { ...terms, month: 3 }, [met('2026-09-05')], 2)).toBe('2026-10-03');
  });

  it('[REP-8] reminds a week ahead until it is closed, of times that the book knows; of months only where the cell makes their reports', () => {
    const cell = { 'reportDue/quarter': 5 };
    const book = [met('2026-08-05'), met('2026-09-05')];
    const due = (today: string, reports: Parameters<typeof reportDues>[1] = [], fields: Parameters<typeof reportDues>[0] = cell) => reportDues(fields, reports, book, 2, today).map(({ period, late }) => [period.id, late]);
    expect(due('2026-09-27')).toEqual([]);
    expect(due('2026-09-28')).toEqual([['2026-Q3', false]]);
    expect(due('2026-10-06')).toEqual([['2026-Q3', true]]);
    expect(due('2026-10-06', [readReport('2026-Q3', closed)!])).toEqual([]);
    // A correction under way is no report that is missing.
    expect(due('2026-10-06', [readReport('2026-Q3', closed)!, readReport('2026-Q3.2', { reason: 'x' })!])).toEqual([]);
    expect(due('2026-09-06', [], {})).toEqual([]);
    expect(due('2026-09-06', [readReport('2026-08', closed)!], {})).toEqual([['2026-09', false]]);
    expect(reportDues(cell, [], [], 2, '2026-10-06')).toEqual([]);
    // The book knows times from its first regular meeting on, as everywhere [ANNUAL-4].
    expect(reportDues(cell, [], [met('2026-09-05', 'extraordinary'), met('2026-10-05')], 2, '2026-10-06')).toEqual([]);
  });
});
