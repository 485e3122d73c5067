import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mayDictate } from './dictation';
import { stepsOf, type Procedure } from './procedure';
import { foldText } from './text';

const FOLDER = join(process.cwd(), 'src/packs/procedures');
const packs = readdirSync(FOLDER).map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Procedure);
const RECORDED_NOWHERE = /ky luat|kiem tra, giam sat|phe binh|kiem diem|khong ghi am/;

describe.each(packs.map((pack) => [pack.id, pack] as const))('[DICT-1] %s', (_, pack) => {
  it('hears nothing at internal and restricted steps, at those that speak of inspection, discipline or criticism, or in the minutes', () => {
    const barred = stepsOf(pack).filter((step) =>
      step.sensitivity !== undefined || step.blocks.some((block) => ['reviewNotes', 'minutes', 'readBack', 'reason'].includes(block)) || /khong ghi am/.test(foldText(step.guidance)) || RECORDED_NOWHERE.test(foldText(step.label)));
    expect(barred.length).toBeGreaterThan(0);
    expect(barred.filter(mayDictate).map(({ id }) => id)).toEqual([]);
  });

  it('may be used where the cell works on what everybody may hear', () => {
    expect(stepsOf(pack).filter(mayDictate).some(({ blocks }) => blocks.includes('conclusion'))).toBe(stepsOf(pack).some(({ blocks }) => blocks.includes('conclusion')));
  });
});

it('[DICT-1] a step counts by its label too, where its pack says nothing of it', () => {
  expect(['Kết quả kiểm tra, giám sát', 'THI HÀNH KỶ LUẬT', 'Kiểm điểm cuối năm'.normalize('NFD'), 'Thảo luận'].map((label) => mayDictate({ label, blocks: ['note'] }))).toEqual([false, false, false, true]);
});
