import { expect, it } from 'vitest';
import { simulate } from './workers';

// On two free cores a minute; the limit is for a machine with ten other things to do.
it('[SYNC-2] [SYNC-3] [LOG-3] 2,000 lives of a cell end with all phones alike, nothing lost, nothing twice', { timeout: 900_000 }, async () => {
  expect((await simulate(1, 2000)).join('\n\n')).toBe('');
});
