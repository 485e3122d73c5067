import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fuzzSeed } from '../../fuzz/routes';
import { engines } from '../../support/engines';

/** Seeds that once found something: 5, an id of the committee's that stood for another kind of word already. */
const FOUND: readonly number[] = [5];
/** `npm run soak -- --routes` asks for more of them: `<first>:<how many>`. */
const [first = 1, count = 6] = (process.env['FUZZ_SEEDS'] ?? '').split(':').filter(Boolean).map(Number);
const seeds = Array.from({ length: count }, (_, index) => first + index);
const isLast = (seed: number): boolean => seed >= first + Math.ceil((count * 2) / 3);

for (const engine of engines()) {
  describe.skipIf(!engine.available)(`every route from its own schema, on ${engine.name}`, () => {
    beforeAll(() => engine.start());
    afterAll(() => engine.stop());
    // PostgreSQL takes the last third.
    const own = seeds.filter((seed) => isLast(seed) === (engine.name !== 'libsql'));
    it.each([...new Set([...own, ...FOUND])])('[FUZZ-1] five hundred requests of seed %i: no fault of the server, no stack trace, no word of another cell, and the store is whole', async (seed) => {
      expect(await fuzzSeed(seed, await engine.url())).toEqual([]);
    }, 60_000);
  });
}
