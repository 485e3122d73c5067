import { describe, expect, it } from 'vitest';
import { PHASES, stepsOf } from '@/domain';
import { allFrames, allProcedures, findFrame } from './index';
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
    const frame = structuredClone(allFrames()[0]!) as unknown as { groups: { criteria: { max: number }[] }[] };
    frame.groups[0]!.criteria[0]!.max += 1;
    expect(() => parseFrame(frame)).toThrow(/add up/);
  });
  it('[PACK-3] the suggested minutes of the regular meeting add up to its minimum', () => {
    for (const pack of allProcedures()) {
      expect(stepsOf(pack).reduce((sum, step) => sum + (step.minutes ?? 0), 0)).toBe(pack.params.minMinutes.value);
      expect(findFrame(pack.params.frame)).toBeDefined();
    }
  });
});
