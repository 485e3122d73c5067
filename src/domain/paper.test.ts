import { describe, expect, it } from 'vitest';
import { isInForce, paperDues, paperTargets, readPaper, type Paper, type PaperKind } from './paper';

const TODAY = '2026-11-24';
const paper = (kind: PaperKind, issuedOn: string, over: Partial<Record<keyof Paper, string | number>> = {}): Paper => readPaper(`${kind}${issuedOn}`, { kind, issuedOn, title: 'x', ...over } as never)!;
const have = (papers: readonly Paper[], termStart: string | null = '2025-05-01') => Object.fromEntries(paperTargets(papers, TODAY, termStart).map((target) => [target.kind, `${target.have}/${target.need}`]));

describe('documents of the cell', () => {
  it('[PAPER-1] rules hold until they run out; what is made for a year holds in that year', () => {
    expect(isInForce(paper('workingRules', '2021-03-01'), TODAY)).toBe(true);
    expect(isInForce(paper('workingRules', '2021-03-01', { validTo: '2026-11-23' }), TODAY)).toBe(false);
    expect(isInForce(paper('workingRules', '2026-11-25'), TODAY)).toBe(false);
    expect(isInForce(paper('yearProgramme', '2025-12-20'), TODAY)).toBe(false);
    expect(isInForce(paper('yearProgramme', '2025-12-20', { year: 2026 }), TODAY)).toBe(true);
    expect(isInForce(readPaper('x', { kind: 'workingRules' })!, TODAY)).toBe(false);
  });
  it('[PAPER-2] a cell with nothing lacks seven things; each is told by what is in the register', () => {
    expect(have([])).toEqual({ workingRules: '0/1', coordinationRules: '0/1', yearProgramme: '0/1', inspectionProgramme: '0/1', directionResolution: '0/1', thematicResolution: '0/2', training: '0/1' });
    expect(have([paper('directionResolution', '2026-01-10'), paper('training', '2026-04-01'), paper('coordinationRules', '2022-01-01')])).toMatchObject({ directionResolution: '1/1', training: '1/1', coordinationRules: '1/1' });
    expect(have([paper('directionResolution', '2025-01-10'), paper('training', '2025-04-01')])).toMatchObject({ directionResolution: '0/1', training: '0/1' });
  });
  it('[PAPER-2] thematic resolutions count from the beginning of the term; for five years where it is not written down', () => {
    const thematic = [paper('thematicResolution', '2025-04-30'), paper('thematicResolution', '2025-05-01'), paper('thematicResolution', '2026-06-01')];
    expect(have(thematic)).toMatchObject({ thematicResolution: '2/2' });
    expect(have(thematic, null)).toMatchObject({ thematicResolution: '3/2' });
    expect(have([paper('thematicResolution', '2021-11-23')], null)).toMatchObject({ thematicResolution: '0/2' });
  });
  it('[PAPER-3] reviews that were not held stay due; held ones, and what has run out already, do not', () => {
    const all = [
      paper('thematicResolution', '2025-05-01', { reviewOn: '2026-05-01' }),
      paper('thematicResolution', '2025-06-01', { reviewOn: '2026-05-01', reviewedOn: '2026-05-03', summaryOn: '2026-12-01' }),
      paper('workingRules', '2021-01-01', { validTo: '2026-12-10' }),
      paper('workingRules', '2020-01-01', { validTo: '2025-12-10' }),
      paper('otherResolution', '2026-01-01', { reviewOn: '2027-05-01' }),
    ];
    expect(paperDues(all, TODAY, '2026-12-24').map(({ what, on }) => [what, on])).toEqual([['review', '2026-05-01'], ['summary', '2026-12-01'], ['expiry', '2026-12-10']]);
  });
  it('what was taken away, or is of no known kind, is none', () => {
    expect(readPaper('x', {})).toBeNull();
    expect(readPaper('x', { kind: 'toString' })).toBeNull();
  });
});
