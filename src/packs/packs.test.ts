import { describe, expect, it } from 'vitest';
import { isCellMeeting, MEETING_KINDS, PHASES, stepsOf } from '@/domain';
import { allFrames, allProcedures, findFrame, procedureFor } from './index';
import { parseFrame, parseProcedure } from './schema';

describe('packs', () => {
  it.each(allProcedures().map((pack) => [pack.id, pack] as const))('[PACK-1] %s passes the schema', (_id, pack) => {
    expect(parseProcedure(pack)).toEqual(pack);
    expect(pack.phases.map((phase) => phase.id)).toEqual([...PHASES]);
  });
  it.each(allFrames().map((frame) => [frame.id, frame] as const))('[PACK-2] %s passes the schema', (_id, frame) => {
    expect(parseFrame(frame)).toEqual(frame);
  });
  it('[PACK-1] a step without a source, or twice the same id, is refused', () => {
    const pack = structuredClone(allProcedures()[0]!) as unknown as { phases: { steps: { id: string; source: string[] }[] }[] };
    pack.phases[0]!.steps[0]!.source = [];
    expect(() => parseProcedure(pack)).toThrow(/source/);
    const twice = structuredClone(allProcedures()[0]!) as unknown as typeof pack;
    twice.phases[0]!.steps[1]!.id = twice.phases[0]!.steps[0]!.id;
    expect(() => parseProcedure(twice)).toThrow(/one id/);
  });
  it('[PACK-2] a frame whose points do not add up is refused', () => {
    const frame = structuredClone(findFrame('hd42-2025')!) as unknown as { groups: { criteria: { max: number }[] }[] };
    frame.groups[0]!.criteria[0]!.max += 1;
    expect(() => parseFrame(frame)).toThrow(/add up/);
  });
  it.each(allProcedures().map((pack) => [pack.id, pack] as const))('[PACK-3] %s: the suggested minutes add up to the least length where there is one, and its frame fits the kind', (_id, pack) => {
    const least = pack.params.minMinutes.value;
    expect([0, stepsOf(pack).reduce((sum, step) => sum + (step.minutes ?? 0), 0)]).toContain(least);
    expect(pack.params.frame === null || findFrame(pack.params.frame)?.kinds.includes(pack.kind)).toBe(true);
    expect(least > 0).toBe(pack.kind === 'regular' || pack.kind === 'thematic' || pack.kind === 'combined');
    expect(stepsOf(pack).some(({ blocks }) => blocks.includes('score'))).toBe(pack.params.frame !== null);
  });
  it('[PACK-4] every profile has every kind of meeting, each named by its id', () => {
    for (const profile of ['hd05-duk-2021', 'hd12-2018', 'hd42-2025']) for (const kind of MEETING_KINDS) expect(procedureFor(kind, profile)).toMatchObject({ id: `${kind}.${profile}`, kind });
  });
  it.each(allProcedures().map((pack) => [pack.id, pack] as const))('[PACK-5] %s opens at step 01, calls the roll at 03, and sends its record up only where the meeting is the cell’s', (_id, pack) => {
    const [first, , roll] = pack.phases[1]!.steps;
    expect(first?.id).toMatch(/-md-01$/);
    expect(roll?.id).toMatch(/-md-03$/);
    expect(roll?.blocks).toContain('attendance');
    const blocks = stepsOf(pack).flatMap((step) => step.blocks);
    expect(blocks.includes('submit')).toBe(isCellMeeting(pack.kind));
    for (const must of ['chair', 'clerk', 'conclusion', 'readBack', 'sign'] as const) expect(blocks).toContain(must);
  });
  it('[PACK-6] every step that is not from the text itself says that it was not compared', () => {
    for (const pack of allProcedures()) for (const step of stepsOf(pack)) expect(step.sourceNote, `${pack.id} ${step.id}`).toMatch(/chưa đối chiếu/i);
  });
  it('[PACK-10] where a meeting comes to self-criticism and criticism, the notebook is at hand, and nowhere else', () => {
    for (const pack of allProcedures())
      for (const step of stepsOf(pack)) {
        const meant = step.label.startsWith('Tự phê bình và phê bình');
        expect(step.blocks.includes('reviewNotes'), `${pack.id} ${step.id}`).toBe(meant);
        expect(step.sensitivity === 'restricted', `${pack.id} ${step.id}`).toBe(meant);
      }
    expect(allProcedures().filter((pack) => stepsOf(pack).some(({ blocks }) => blocks.includes('reviewNotes'))).map(({ kind }) => kind).sort()).toEqual(['combined', 'combined', 'combined', 'committee', 'committee', 'committee', 'regular', 'regular', 'regular']);
  });
});
