import fc from 'fast-check';
import { expect, it } from 'vitest';
import { backOff } from './runner';

it('[SYNC-5] the wait doubles from one second to five minutes, less up to a quarter', () => {
  expect([1, 2, 3, 9, 10, 1000].map((failures) => backOff(failures, 0))).toEqual([1000, 2000, 4000, 256_000, 300_000, 300_000]);
  fc.assert(fc.property(fc.integer({ min: 1, max: 100 }), fc.double({ min: 0, max: 1, noNaN: true }), (failures, random) => {
    const [most, wait] = [backOff(failures, 0), backOff(failures, random)];
    expect(wait <= most && wait >= most * 0.75).toBe(true);
  }));
});
