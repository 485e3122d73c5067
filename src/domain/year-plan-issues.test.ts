import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fields } from './records';
import { readYearPlan, type YearPlan } from './year-plan';
import { ISSUE_RULES, mindsNextPlan, planDues, planState, planWanted, wantsNextPlan, type IssueWhat, type PlanIssue } from './year-plan-issues';
import { milestoneDue, withPreparation, type ListedMeeting } from './year-plan-state';

const RULES = { leadDays: 1, hasCommittee: true };
const plan = (fields: Fields = {}): YearPlan => readYearPlan('2026', { since: '2026-01', day: 20, committeeDays: 2, ...fields })!;
let n = 0;
const meeting = (date: string, kind = 'regular', state: ListedMeeting['state'] = 'closed'): ListedMeeting => ({ id: `m${(n += 1)}`, kind, date, state });
/** Every month up to one held on its day, so that only what a test is about is left. */
const heldTo = (last: number): ListedMeeting[] => Array.from({ length: last }, (_, i) => meeting(`2026-${String(i + 1).padStart(2, '0')}-20`));
const THEMES = { 'q/1/theme': 'a', 'q/1/presenterId': 'p', 'q/1/on': '2026-03-25', 'q/2/theme': 'b', 'q/2/presenterId': 'p', 'q/2/on': '2026-06-25', 'q/3/theme': 'c', 'q/3/presenterId': 'p', 'q/3/on': '2026-09-25', 'q/4/theme': 'd', 'q/4/presenterId': 'p', 'q/4/on': '2026-12-10' };

const state = (fields: Fields, meetings: readonly ListedMeeting[], today: string, rules = RULES) => planState(plan(fields), meetings, today, rules);
const whats = (fields: Fields, meetings: readonly ListedMeeting[], today: string, rules = RULES): string[] => state(fields, meetings, today, rules).issues.map(({ what, level }) => `${level} ${what}`);
const find = (issues: readonly PlanIssue[], what: IssueWhat): PlanIssue | undefined => issues.find((issue) => issue.what === what);

describe('the plan beside the book', () => {
  it('a plan that is whole has nothing to be minded at the beginning of the year', () => {
    expect(whats({ ...THEMES, unitDay: 25 }, [], '2026-01-02')).toEqual([]);
  });

  it('[PLAN-1] no fixed day; a day that some months do not have; a moved day without reason or in another month', () => {
    expect(whats({ ...THEMES, day: null }, [], '2026-01-02')).toEqual(['lack noDay']);
    const short = find(state({ ...THEMES, day: 31, committeeDays: 0 }, [], '2026-01-02').issues, 'shortMonths');
    expect(short?.months).toEqual(['2026-02', '2026-04', '2026-06', '2026-09', '2026-11']);
    expect(whats({ ...THEMES, 'move/02': '2026-02-25' }, [], '2026-01-02')).toEqual(['lack movedNoReason']);
    expect(whats({ ...THEMES, 'move/02': '2026-02-25', 'move/02/why': 'Tết' }, [], '2026-01-02')).toEqual([]);
    expect(whats({ ...THEMES, 'move/02': '2026-03-02', 'move/02/why': 'Tết' }, [], '2026-01-02')).toEqual(['conflict movedOutside']);
  });

  it('[PLAN-2] how each month stands', () => {
    const meetings = [meeting('2026-01-20'), meeting('2026-02-21', 'combined'), meeting('2026-03-20', 'regular', 'cancelled'), meeting('2026-04-20', 'thematic'), meeting('2026-05-22', 'regular', 'planned'), meeting('2026-06-20', 'regular', 'cancelled')];
    const { months } = state(THEMES, meetings, '2026-05-21');
    expect(months.map(({ standing }) => standing)).toEqual(['held', 'held', 'missed', 'missed', 'arranged', ...Array<string>(7).fill('ahead')]);
    expect(state(THEMES, meetings, '2026-05-23').months[4]!.standing).toBe('late');
    expect(state({ ...THEMES, since: '2026-05' }, meetings, '2026-05-21').months.map(({ standing }) => standing).slice(0, 5)).toEqual(['held', 'held', 'before', 'before', 'arranged']);
  });

  it('[PLAN-2] a month missed, late, and soon', () => {
    const past = heldTo(4).filter(({ date }) => !['2026-01-20', '2026-04-20'].includes(date));
    const { issues } = state(THEMES, past, '2026-05-14');
    expect(issues.filter(({ what }) => what === 'monthMissed').map(({ level, months }) => [level, months])).toEqual([['late', ['2026-04']], ['note', ['2026-01']]]);
    expect(find(issues, 'monthSoon')).toMatchObject({ level: 'soon', on: '2026-05-20' });
    expect(find(state(THEMES, heldTo(4), '2026-05-12').issues, 'monthSoon')).toBeUndefined();
    expect(find(state(THEMES, [...heldTo(4), meeting('2026-05-20', 'regular', 'planned')], '2026-05-14').issues, 'monthSoon')).toBeUndefined();
    expect(find(state(THEMES, heldTo(4), '2026-05-21').issues, 'monthLate')).toMatchObject({ level: 'late', months: ['2026-05'] });
  });

  it('[PLAN-3] the cell meets before the professional meeting of the month', () => {
    expect(find(state({ ...THEMES, unitDay: 19 }, heldTo(10), '2026-11-01').issues, 'afterUnit')).toMatchObject({ level: 'conflict', months: ['2026-11', '2026-12'] });
    expect(find(state({ ...THEMES, unitDay: 20 }, heldTo(10), '2026-11-01').issues, 'unitSameDay')).toMatchObject({ level: 'note', months: ['2026-11', '2026-12'] });
    expect(whats({ ...THEMES, unitDay: 21 }, heldTo(10), '2026-10-01').filter((what) => /nit/.test(what))).toEqual([]);
    const arranged = [...heldTo(10), meeting('2026-11-28', 'regular', 'planned')];
    expect(find(state({ ...THEMES, unitDay: 25 }, arranged, '2026-11-01').issues, 'afterUnit')?.months).toEqual(['2026-11']);
  });

  it('[PLAN-4] chi ủy meets before the cell; a cell without one is not asked', () => {
    const after = { ...THEMES, 'committee/11': '2026-11-21' };
    expect(find(state(after, heldTo(10), '2026-11-01').issues, 'committeeAfter')).toMatchObject({ level: 'conflict', on: '2026-11-21', months: ['2026-11'] });
    expect(find(state(after, heldTo(10), '2026-11-01', { ...RULES, hasCommittee: false }).issues, 'committeeAfter')).toBeUndefined();
    expect(find(state({ ...THEMES, 'committee/11': '2026-11-20' }, heldTo(10), '2026-11-01').issues, 'committeeAfter')).toBeUndefined();
    const wrong = [...heldTo(10), meeting('2026-11-22', 'cellCommittee', 'planned')];
    expect(find(state(THEMES, wrong, '2026-11-01').issues, 'committeeAfter')).toBeDefined();
    expect(find(state({ ...THEMES, committeeDays: null }, heldTo(10), '2026-11-01').issues, 'noCommitteeDay')).toBeDefined();
  });

  it('[PLAN-4] chi ủy’s meeting for the first days of a month lies in the month before', () => {
    const first = { ...THEMES, day: 1, committeeDays: 3 };
    const held = (last: number): ListedMeeting[] => Array.from({ length: last }, (_, i) => meeting(`2026-${String(i + 1).padStart(2, '0')}-01`));
    const of = (meetings: ListedMeeting[], today: string): string[] => whats(first, meetings, today).filter((what) => /ommittee/.test(what));
    expect(of(held(11), '2026-11-29')).toEqual(['late committeeLate']);
    expect(of([...held(11), meeting('2026-11-28', 'cellCommittee')], '2026-11-29')).toEqual([]);
    expect(of([...held(10), meeting('2026-10-29', 'cellCommittee'), meeting('2026-11-28', 'cellCommittee', 'planned')], '2026-10-30')).toEqual([]);
    // The one of the month before, on its cell's own day, is not this month's.
    expect(of([...held(11), meeting('2026-11-01', 'cellCommittee')], '2026-11-29')).toEqual(['late committeeLate']);
    // For January it lies in the year before.
    expect(of([], '2025-12-30')).toEqual(['late committeeLate']);
    expect(of([meeting('2025-12-29', 'cellCommittee')], '2025-12-30')).toEqual([]);
    expect(state(first, [meeting('2025-12-01', 'cellCommittee')], '2025-12-30').months[0]!.committeeMeeting).toBeNull();
  });

  it('[PLAN-6] a cell without chi ủy is asked for no approval', () => {
    const sent = { ...THEMES, 'q/4/outlineOn': '2026-11-01', 'q/4/draftOn': '2026-11-02' };
    const none = { ...RULES, hasCommittee: false };
    const steps = (fields: Fields, rules: typeof RULES): string[] => whats(fields, heldTo(11), '2026-12-08', rules).filter((what) => /milestone|Unapproved/.test(what));
    expect(steps(sent, RULES)).toEqual(['late milestoneLate']);
    expect(state(sent, heldTo(11), '2026-12-08', none).issues.find(({ what }) => what === 'milestoneSoon')?.milestone).toBe('sending');
    expect(steps({ ...sent, 'q/4/sendingOn': '2026-12-08' }, RULES)).toContain('conflict sentUnapproved');
    expect(steps({ ...sent, 'q/4/sendingOn': '2026-12-08' }, none)).toEqual([]);
  });

  it('[PLAN-4] chi ủy in three days, and its day past before the cell meets', () => {
    expect(find(state(THEMES, heldTo(10), '2026-11-14').issues, 'committeeSoon')).toBeUndefined();
    expect(find(state(THEMES, heldTo(10), '2026-11-15').issues, 'committeeSoon')).toMatchObject({ on: '2026-11-18', months: ['2026-11'] });
    expect(find(state(THEMES, heldTo(10), '2026-11-19').issues, 'committeeLate')).toMatchObject({ level: 'late', on: '2026-11-18' });
    expect(find(state(THEMES, [...heldTo(10), meeting('2026-11-18', 'cellCommittee')], '2026-11-19').issues, 'committeeLate')).toBeUndefined();
    expect(find(state(THEMES, heldTo(11), '2026-11-19').issues, 'committeeLate')).toBeUndefined();
  });

  it('[PLAN-5] a quarter without theme, presenter, day; outside its quarter; on the regular meeting’s day', () => {
    const { issues } = state({}, heldTo(4), '2026-05-01');
    expect(find(issues, 'noTheme')).toMatchObject({ level: 'lack', quarters: [2, 3, 4] });
    expect(find(issues, 'quarterMissed')).toMatchObject({ level: 'late', quarters: [1] });
    const of = (fields: Fields): string[] => whats({ ...THEMES, ...fields }, [...heldTo(10), ...['03', '06', '09'].map((m) => meeting(`2026-${m}-25`, 'thematic'))], '2026-10-28');
    expect(of({})).toEqual([]);
    expect(of({ 'q/4/presenterId': null })).toEqual(['lack noPresenter']);
    expect(of({ 'q/4/on': null })).toEqual(['lack noThemeDay']);
    expect(of({ 'q/4/on': '2027-01-05' })).toEqual(['conflict outsideQuarter']);
    expect(of({ 'q/4/on': '2026-09-30' })).toContain('conflict outsideQuarter');
    expect(of({ 'q/4/on': '2026-12-20' })).toEqual(['conflict sameDay']);
    expect(of({ 'q/4/on': null, 'q/4/withMonth': '2026-12' })).toEqual([]);
  });

  it('[PLAN-5] a quarter about to end, a theme whose day is near or past, a quarter that has passed', () => {
    const before = [...heldTo(11), ...['03', '06', '09'].map((m) => meeting(`2026-${m}-25`, 'thematic'))];
    const of = (today: string, more: readonly ListedMeeting[] = [], fields: Fields = THEMES): string[] => whats(fields, [...before, ...more], today);
    expect(of('2026-12-01', [], { ...THEMES, 'q/4/theme': '' })).toContain('soon quarterEnding');
    expect(of('2026-11-30', [], { ...THEMES, 'q/4/theme': '' })).toContain('lack noTheme');
    expect(of('2026-12-03')).toContain('soon themeSoon');
    expect(of('2026-12-03', [meeting('2026-12-10', 'thematic', 'planned')])).not.toContain('soon themeSoon');
    expect(of('2026-12-11')).toContain('late themeLate');
    expect(of('2026-12-11', [meeting('2026-12-20', 'combined', 'planned')])).not.toContain('late themeLate');
    expect(find(state(THEMES, before, '2027-01-15').issues, 'quarterMissed')).toMatchObject({ level: 'late', quarters: [4] });
    expect(find(state(THEMES, before, '2027-02-15').issues, 'quarterMissed')).toMatchObject({ level: 'note' });
    expect(find(state(THEMES, [...before, meeting('2026-12-31', 'combined', 'ended')], '2027-01-15').issues, 'quarterMissed')).toBeUndefined();
  });

  it('[PLAN-6] milestones are due 14, 7 and 3 days ahead, the sending by the procedure; never before it', () => {
    const due = (lead: number) => (['outline', 'draft', 'approval', 'sending'] as const).map((one) => milestoneDue(one, '2026-12-20', lead));
    expect(due(1)).toEqual(['2026-12-06', '2026-12-13', '2026-12-17', '2026-12-19']);
    expect(due(5)).toEqual(['2026-12-06', '2026-12-13', '2026-12-15', '2026-12-15']);
  });

  it('[PLAN-6] the first milestone that is not reached, when it is near and when it is past', () => {
    const of = (today: string, fields: Fields = {}): PlanIssue | undefined => state({ ...THEMES, ...fields }, heldTo(11), today).issues.find(({ what }) => what.startsWith('milestone'));
    expect(of('2026-11-22')).toBeUndefined();
    expect(of('2026-11-24')).toMatchObject({ what: 'milestoneSoon', milestone: 'outline', on: '2026-11-26' });
    expect(of('2026-11-27')).toMatchObject({ what: 'milestoneLate', level: 'late', milestone: 'outline' });
    expect(of('2026-12-01', { 'q/4/outlineOn': '2026-11-25' })).toMatchObject({ what: 'milestoneSoon', milestone: 'draft', on: '2026-12-03' });
    const done = { 'q/4/outlineOn': '2026-11-20', 'q/4/draftOn': '2026-11-25', 'q/4/approvalOn': '2026-12-01', 'q/4/sendingOn': '2026-12-02' };
    expect(of('2026-12-09', done)).toBeUndefined();
  });

  it('[PLAN-6] what the meeting’s own preparation says counts too; the plan’s word goes before it', () => {
    const arranged = withPreparation(meeting('2026-12-10', 'thematic', 'planned'), { 'prep/draftApprovedOn': '2026-12-03', 'prep/documentsSentOn': '2026-12-04' });
    const fields = { ...THEMES, 'q/4/outlineOn': '2026-11-20', 'q/4/draftOn': '2026-11-25' };
    const of = (more: Fields = {}) => state({ ...fields, ...more }, [...heldTo(11), arranged], '2026-12-09');
    expect(of().quarters[3]!.milestones.map(({ doneOn }) => doneOn)).toEqual(['2026-11-20', '2026-11-25', '2026-12-03', '2026-12-04']);
    expect(of().issues.filter(({ what }) => /milestone|sent/.test(what))).toEqual([]);
    expect(of({ 'q/4/sendingOn': '2026-12-02' }).issues.map(({ what }) => what)).toContain('sentUnapproved');
  });

  it('[PLAN-6] sent before chi ủy approved; sent later than the procedure wants', () => {
    const of = (fields: Fields, lead = 1): string[] => whats({ ...THEMES, 'q/4/outlineOn': '2026-11-20', 'q/4/draftOn': '2026-11-25', ...fields }, heldTo(11), '2026-12-10', { ...RULES, leadDays: lead }).filter((what) => /sent/.test(what));
    expect(of({ 'q/4/approvalOn': '2026-12-06', 'q/4/sendingOn': '2026-12-05' })).toEqual(['conflict sentUnapproved']);
    expect(of({ 'q/4/sendingOn': '2026-12-05' })).toEqual(['conflict sentUnapproved']);
    expect(of({ 'q/4/approvalOn': '2026-12-05', 'q/4/sendingOn': '2026-12-05' })).toEqual([]);
    expect(of({ 'q/4/approvalOn': '2026-12-05', 'q/4/sendingOn': '2026-12-09' })).toEqual([]);
    expect(of({ 'q/4/approvalOn': '2026-12-05', 'q/4/sendingOn': '2026-12-10' })).toEqual(['conflict sentLate']);
    expect(of({ 'q/4/approvalOn': '2026-12-05', 'q/4/sendingOn': '2026-12-08' }, 3)).toEqual(['conflict sentLate']);
  });

  it('[PLAN-7] a fixed day off is named, once arranged otherwise no more', () => {
    expect(find(state({ ...THEMES, day: 2 }, [], '2026-01-03').issues, 'holiday')?.months).toEqual(['2026-09']);
    expect(find(state({ ...THEMES, day: 2, 'move/09': '2026-09-03', 'move/09/why': 'Quốc khánh' }, [], '2026-01-03').issues, 'holiday')).toBeUndefined();
  });

  it('[PLAN-8] visits: soon, on a day without a meeting, past and not noted', () => {
    const of = (on: string, today = '2026-11-14', more: Fields = {}): string[] => whats({ ...THEMES, 'coming/a/on': on, ...more }, heldTo(10), today).filter((what) => /visit/.test(what));
    expect(of('2026-11-20')).toEqual(['soon visitSoon']);
    expect(of('2026-11-20', '2026-11-20')).toEqual(['soon visitSoon']);
    expect(of('2026-11-20', '2026-11-10')).toEqual([]);
    expect(of('2026-11-19')).toEqual(['conflict visitNoMeeting']);
    expect(of('2026-12-10')).toEqual([]);
    expect(of('2026-10-20')).toEqual(['soon visitPassed']);
    expect(of('2026-10-20', '2026-11-14', { 'coming/a/madeOn': '2026-10-20' })).toEqual([]);
  });

  it('[PLAN-10] held on its day or not; arranged for another day than planned', () => {
    const { months, issues } = state(THEMES, [meeting('2026-01-20'), meeting('2026-02-21'), meeting('2026-03-25', 'regular', 'planned')], '2026-03-01');
    expect(months.slice(0, 4).map(({ onDay }) => onDay)).toEqual([true, false, null, null]);
    expect(find(issues, 'offPlan')).toMatchObject({ level: 'note', on: '2026-03-25', other: '2026-03-20', months: ['2026-03'] });
  });

  it('[PLAN-9] this year’s plan is asked for once the cell has met, the next in December', () => {
    expect([planWanted('2026-06-01', [], false), planWanted('2026-06-01', [], true), planWanted('2026-06-01', [2026], true), planWanted('2026-12-01', [], true), planWanted('2026-12-01', [2027], true)]).toEqual([null, 2026, null, 2027, null]);
    expect(['2026-01-02', '2026-12-14', '2026-12-15'].map(mindsNextPlan)).toEqual([false, false, true]);
  });

  it('[PLAN-3] what does not go together is due within two weeks, after what is late or soon', () => {
    const { issues } = state({ ...THEMES, unitDay: 19 }, heldTo(10), '2026-11-05');
    expect(planDues([{ issues }], '2026-11-05').map(({ what }) => what)).not.toContain('afterUnit');
    expect(planDues([{ issues }], '2026-11-06').map(({ what }) => what)).toContain('afterUnit');
    const soon: PlanIssue = { what: 'visitSoon', level: 'soon', on: '2027-01-02' };
    expect(planDues([{ issues }, { issues: [soon] }], '2026-11-06')[0]).toBe(soon);
  });

  it('[PLAN-9] next year’s plan is asked for from December on', () => {
    expect([wantsNextPlan('2026-11-30', [2026]), wantsNextPlan('2026-12-01', [2026]), wantsNextPlan('2026-12-01', [2026, 2027])]).toEqual([false, true, false]);
  });
});

const day = fc.integer({ min: 1, max: 28 });
const dates = fc.integer({ min: 0, max: 364 }).map((add) => new Date(Date.UTC(2026, 0, 1 + add)).toISOString().slice(0, 10));
const meetings = fc.array(fc.record({ id: fc.uuid(), kind: fc.constantFrom('regular', 'combined', 'thematic', 'cellCommittee', 'extraordinary'), date: dates, state: fc.constantFrom('planned', 'open', 'ended', 'closed', 'cancelled') }), { maxLength: 20 }) as fc.Arbitrary<ListedMeeting[]>;

describe('any plan beside any book', () => {
  it('[PLAN-2] a month with a held regular meeting is held; none of its months is both; issues stand by urgency and have a rule', () => {
    const levels = ['late', 'soon', 'conflict', 'lack', 'note'];
    fc.assert(
      fc.property(meetings, dates, day, fc.option(day), fc.dictionary(fc.constantFrom(...Object.keys(THEMES), 'unitDay', 'move/05', 'q/2/withMonth'), fc.oneof(dates, fc.constantFrom('2026-05', 'x'))), (all, today, fixedDay, unitDay, more) => {
        const { months, quarters, issues } = planState(plan({ ...more, day: fixedDay, unitDay }), all, today, RULES);
        for (const one of months) {
          const held = all.some(({ kind, date, state: s }) => (kind === 'regular' || kind === 'combined') && date.startsWith(one.month) && (s === 'open' || s === 'ended' || s === 'closed'));
          expect(one.standing === 'held').toBe(held);
        }
        expect(quarters).toHaveLength(4);
        const order = issues.map(({ level }) => levels.indexOf(level));
        expect(order).toEqual([...order].sort((a, b) => a - b));
        for (const { what, months: of } of issues) {
          expect(ISSUE_RULES[what]).toMatch(/^PLAN-\d+$/);
          for (const month of of ?? []) expect(months.find((one) => one.month === month)!.standing).not.toMatch(/held|before/);
        }
        expect(planDues([{ issues }], today).every(({ level }) => level === 'late' || level === 'soon' || level === 'conflict')).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('[PLAN-3] the cell comes after the professional meeting exactly when its day does', () => {
    fc.assert(
      fc.property(day, day, (cell, unit) => {
        expect(find(state({ ...THEMES, day: cell, unitDay: unit }, [], '2026-01-01').issues, 'afterUnit') !== undefined).toBe(cell > unit);
      }),
    );
  });

  it('[PLAN-4] so many days ahead of the cell, chi ủy is never after it', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 30 }), dates, (cell, ahead, today) => {
        expect(find(state({ ...THEMES, day: cell, committeeDays: ahead }, [], today).issues, 'committeeAfter')).toBeUndefined();
      }),
    );
  });
});
