import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPaper, type Paper } from './paper';
import { isTargetMet, programmeTargets, type TargetSources } from './targets';
import { readYearPlan } from './year-plan';
import type { ListedMeeting } from './year-plan-state';

let n = 0;
const met = (date: string, kind = 'regular', state: ListedMeeting['state'] = 'closed'): ListedMeeting => ({ id: `m${(n += 1)}`, kind, date, state });
const paper = (kind: string, issuedOn = '2026-01-10'): Paper => readPaper(`p${(n += 1)}`, { kind, issuedOn })!;
const NONE: TargetSources = { papers: [], termStart: null, meetings: [], points: [], plan: null, hasCommittee: true };
const lines = (some: Partial<TargetSources>, today = '2026-05-15'): Record<string, string> =>
  Object.fromEntries(programmeTargets({ ...NONE, ...some }, today).map(({ target, what, have, need }) => [what, `${target}: ${have}/${need}`]));
const long = (reached: boolean | null) => ({ duration: { value: 90, part: 90, whole: 0, target: 90, reached } });

describe('the five targets of the programme', () => {
  it('[TARGET-1] [TARGET-2] documents in force, each where it belongs; more than needed is not more than met', () => {
    const all = lines({ papers: ['workingRules', 'yearProgramme', 'directionResolution', ...Array<string>(3).fill('thematicResolution')].map((kind) => paper(kind)) });
    expect(all).toMatchObject({ workingRules: '1: 1/1', coordinationRules: '1: 0/1', yearProgramme: '1: 1/1', inspectionProgramme: '1: 0/1', directionResolution: '2: 1/1', thematicResolution: '2: 2/2' });
  });
  it('[TARGET-3] training is counted, never called met: who attended is not known', () => {
    const training = programmeTargets({ ...NONE, papers: [paper('training'), paper('training')] }, '2026-05-15').find(({ what }) => what === 'training')!;
    expect([training.have, training.need, isTargetMet(training)]).toEqual([2, null, null]);
  });
  it('[TARGET-4] months that are over are asked for, the present one once it was held; a book is not asked about the time before it', () => {
    expect(lines({ meetings: [met('2026-02-05'), met('2026-04-05')] })).toMatchObject({ regular: '4: 2/3', thematic: '4: 0/1' });
    expect(lines({ meetings: [met('2026-02-05'), met('2026-04-05'), met('2026-05-05', 'combined')] })).toMatchObject({ regular: '4: 3/4', thematic: '4: 1/2' });
    expect(lines({ meetings: [met('2026-02-05'), met('2026-03-05', 'regular', 'cancelled'), met('2026-04-05', 'regular', 'planned')] })).toMatchObject({ regular: '4: 1/3' });
    expect(lines({})).toMatchObject({ regular: '4: 0/0', thematic: '4: 0/0' });
    expect(lines({ meetings: [met('2025-11-05')] }, '2026-12-31')).toMatchObject({ regular: '4: 0/11', thematic: '4: 0/3' });
  });
  it('[TARGET-4] on the planned day, long enough, chi ủy before: of what can be compared', () => {
    const plan = readYearPlan('2026', { since: '2026-01', day: 5, 'move/03': '2026-03-09' });
    const meetings = [met('2026-01-05'), met('2026-02-07'), met('2026-03-09'), met('2026-01-05', 'cellCommittee'), met('2026-01-30', 'cellCommittee'), met('2026-03-10', 'cellCommittee')];
    expect(lines({ plan, meetings, points: [long(true), long(false), long(null), { duration: null }] })).toMatchObject({ onDay: '4: 2/3', duration: '4: 1/2', committeeBefore: '4: 2/3' });
    expect(lines({ plan, meetings, hasCommittee: false })['committeeBefore']).toBeUndefined();
  });
  it('[TARGET-5] visits made, of those whose day has come; one without a day at the end of the year', () => {
    const plan = readYearPlan('2026', { since: '2026-01', 'coming/a/on': '2026-02-05', 'coming/a/madeOn': '2026-02-06', 'coming/b/on': '2026-05-05', 'coming/c/on': '2026-09-05', 'coming/d/who': 'x' });
    expect([lines({ plan })['visits'], lines({ plan }, '2026-12-31')['visits'], lines({})['visits']]).toEqual(['5: 1/2', '5: 1/4', '5: 0/0']);
  });
  it('[TARGET-1] [TARGET-2] [TARGET-3] [TARGET-4] [TARGET-5] whatever the book holds, no more is had than needed, and a further meeting never takes away what is had', () => {
    const day = fc.tuple(fc.integer({ min: 2025, max: 2027 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })).map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`);
    const one = fc.record({ id: fc.uuid(), date: day, kind: fc.constantFrom('regular', 'thematic', 'combined', 'cellCommittee', 'extraordinary'), state: fc.constantFrom<ListedMeeting['state']>('planned', 'open', 'ended', 'closed', 'cancelled') });
    const plan = fc.option(fc.integer({ min: 1, max: 31 }).map((on) => readYearPlan('2026', { since: '2026-03', day: on, 'coming/a/on': '2026-04-01' })));
    const had = (all: ReturnType<typeof programmeTargets>, what: string) => all.find((line) => line.what === what)!.have;
    fc.assert(
      fc.property(fc.array(one, { maxLength: 30 }), one, plan, fc.integer({ min: 1, max: 12 }), (meetings, more, thePlan, month) => {
        const today = `2026-${String(month).padStart(2, '0')}-20`;
        const before = programmeTargets({ ...NONE, meetings, plan: thePlan }, today);
        const after = programmeTargets({ ...NONE, meetings: [...meetings, more], plan: thePlan }, today);
        expect(after.filter(({ have, need }) => need !== null && have > need)).toEqual([]);
        for (const what of ['regular', 'thematic']) expect(had(after, what)).toBeGreaterThanOrEqual(had(before, what));
      }),
    );
  });
});
