/** One batch of keystrokes saved: sealed by the book, against a plain Dexie put of the same record with the same durability. */
import type { SaveOptions, SaveTimes } from '../pages/save';
import { newProfile, startPhone } from '../phone';
import type { Row } from '../report';
import { startSites } from '../site';
import { summarize } from '../stats';

const ROUNDS = 200;
const WARM_UP = 20;

export async function save(): Promise<Row> {
  const sites = await startSites();
  const profile = newProfile();
  try {
    const { page, close } = await startPhone(profile.dir);
    try {
      await page.goto(`${sites.app.url}/bench/save.html`);
      await page.waitForFunction(() => 'save' in window);
      const times = await page.evaluate(
        (options) => (window as unknown as { save: (options: SaveOptions) => Promise<SaveTimes> }).save(options),
        { rounds: ROUNDS, warmUp: WARM_UP } satisfies SaveOptions,
      );
      const [measured, reference] = [summarize(times.sealed), summarize(times.plain)];
      return {
        name: 'save',
        title: `one batch of keystrokes into a full meeting (${(times.recordSize / 1000).toFixed(0)} kB of JSON), on the disk`,
        measured: { label: 'app, sealed (Book.write)', ms: measured },
        reference: { label: 'plain Dexie put, same record and durability', ms: reference },
        ratio: measured.median / reference.median,
        goal: 'ratio at most 1.3',
        parts: [],
        notes: [],
      };
    } finally {
      await close();
    }
  } finally {
    await sites.stop();
    profile.remove();
  }
}
