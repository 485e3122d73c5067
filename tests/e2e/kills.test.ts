/** Killed at random moments, of a seed that is printed when something is wrong: KILL_SEED has it again, `npm run soak -- --kills N` more. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPostgres, startPostgres, type Postgres } from '../support/postgres';
import { killBrowser } from '../kills/browser';
import { killServer } from '../kills/server';
import type { Verdict } from '../kills/stage';

const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000_000);
/** Nothing wrong, and enough done for that to say something. */
const right = (verdict: Verdict): void => {
  expect(verdict.problems, `KILL_SEED=${seed}`).toEqual([]);
  expect(verdict.acknowledged).toBeGreaterThan(20);
  expect(verdict.byHand).toBeGreaterThan(2);
};

describe('a browser that is killed while somebody types', () => {
  it('[STORE-1] [SYNC-3] five times, it has all that it said was saved, and so has the other phone, once', async () => {
    right(await killBrowser({ kills: 5, seed }));
  });
});

describe('a server that is killed while two phones send', () => {
  it('[VAULT-1] [SUB-2] five times, it has all that it said it had, under the same numbers, and nothing twice', async () => {
    right(await killServer({ kills: 5, seed }));
  });

  const postgres = findPostgres();
  describe.skipIf(!postgres.available)(`over PostgreSQL${postgres.available ? '' : ` (skipped: ${postgres.reason})`}`, () => {
    let started: Postgres | null;
    beforeAll(async () => void (started = await startPostgres()));
    afterAll(() => started?.stop());
    it('[VAULT-1] [SUB-2] three times, the same', async () => {
      right(await killServer({ kills: 3, seed, databaseUrl: started!.url }));
    });
  });
});
