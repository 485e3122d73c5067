import { expect, it } from 'vitest';
import { newSheet, sheetLookup } from './sheet';

it('[KEY-8] a sheet is found by 128 bits that hold nothing of it, the same however it is typed', async () => {
  const [sheet, other] = [newSheet(), newSheet()];
  const lookup = await sheetLookup(sheet);
  expect(lookup).toMatch(/^[0-9a-f]{32}$/);
  expect(await sheetLookup(sheet.toLowerCase().replaceAll('-', ' '))).toBe(lookup);
  expect(await sheetLookup(other)).not.toBe(lookup);
  expect(lookup.toUpperCase()).not.toContain(sheet.replaceAll('-', '').slice(0, 8));
});
