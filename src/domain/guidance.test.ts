import { describe, expect, it } from 'vitest';
import { allProcedures, procedureFor } from '@/packs';
import { newerGuidance } from './guidance';
import { findStep } from './procedure';
import { applyWording, wordingField } from './wording';

const regular = allProcedures().filter(({ kind }) => kind === 'regular');
const pack = procedureFor('regular', 'hd05-duk-2021')!;

describe('guidance', () => {
  it('[GUIDE-1] newer central guidance is told from its day on, to those who do not use it yet', () => {
    const newer = (profile: string, day: string): string | undefined => newerGuidance(regular, profile, day)?.id;
    expect(newer('hd05-duk-2021', '2025-10-27')).toBeUndefined();
    expect(newer('hd05-duk-2021', '2025-10-28')).toBe('regular.hd42-2025');
    expect(newer('hd12-2018', '2024-01-01')).toBeUndefined();
    expect(newer('hd12-2018', '2026-01-01')).toBe('regular.hd42-2025');
    expect(newer('hd42-2025', '2026-01-01')).toBeUndefined();
  });
});

describe('official wording', () => {
  const field = (part: 'label' | 'guidance' | 'say' | 'checked', step = 'tk-md-01') => wordingField(pack.id, step, part);
  it('[WORD-1] lies over the pack’s, an empty one is none, and nothing else of the step changes', () => {
    const before = findStep(pack, 'tk-md-01')!.step;
    const worded = applyWording(pack, { [field('label')]: ' Tuyên bố lý do ', [field('guidance')]: '  ', [field('checked')]: { by: 'Nguyễn Văn Bí', on: '2026-11-24' } });
    expect(findStep(worded, 'tk-md-01')!.step).toEqual({ ...before, label: 'Tuyên bố lý do', compared: { by: 'Nguyễn Văn Bí', on: '2026-11-24' } });
    expect(findStep(worded, 'tk-md-02')!.step).toBe(findStep(pack, 'tk-md-02')!.step);
  });
  it('[WORD-1] that of another procedure is none of this one’s; a step that says nothing is given no sentence', () => {
    expect(applyWording(pack, { 'regular.hd42-2025/tk-md-01/label': 'x' })).toBe(pack);
    const silent = applyWording(pack, { [field('say', 'tk-cb-01')]: 'x' });
    expect(findStep(silent, 'tk-cb-01')!.step).toEqual(findStep(pack, 'tk-cb-01')!.step);
  });
});
