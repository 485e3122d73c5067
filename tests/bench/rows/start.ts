/** Cold start without a network: until "Hôm nay" can be used, with five years of data, against an empty React page. */
import type { Page } from 'playwright-core';
import { newProfile, startPhone } from '../phone';
import type { Row } from '../report';
import { FIELD, FIVE_YEARS, PASSCODE, seedApp, seedEmpty } from '../seed';
import { startSites } from '../site';
import { summarize } from '../stats';

const PAIRS = 11;
const MEMBERS = 30;
/** Between the field and the passcode: nobody types six figures faster. */
const TYPING = 1500;

interface AppStart {
  toField: number;
  toToday: number;
  derivation: number;
  toDues: number;
}

/** Waits for the page's own word: whatever is run in the page to look would be measured too. */
const seen = (page: Page, name: string): Promise<unknown> => page.waitForEvent('console', { predicate: (message) => message.text() === `seen ${name}`, timeout: 60_000 });

async function startApp(profile: string, url: string): Promise<AppStart> {
  const { page, close } = await startPhone(profile);
  try {
    await page.addInitScript((field) => {
      window.probe.watch('field', field, { focused: true });
      window.probe.watch('today', 'a', { text: 'Vào buổi họp' });
      window.probe.watch('dues', 'a[href="/nhiem-vu"]');
    }, FIELD);
    const field = seen(page, 'field');
    await page.goto(url, { waitUntil: 'commit' });
    await field;
    await page.waitForTimeout(TYPING);
    await page.keyboard.type(PASSCODE);
    await page.waitForTimeout(300);
    const all = Promise.all([seen(page, 'today'), seen(page, 'dues')]);
    await page.keyboard.press('Enter');
    await all;
    const probe = await page.evaluate(() => window.probe);
    const [worker, another] = probe.workers;
    if (!worker || another) throw new Error('the key was not derived in one worker');
    const at = (name: string): number => probe.seen[name] ?? Number.NaN;
    return { toField: at('field'), toToday: at('today') - probe.submitted, derivation: worker.to - worker.from, toDues: at('dues') - probe.submitted };
  } finally {
    await close();
  }
}

async function startEmpty(profile: string, url: string): Promise<number> {
  const { page, close } = await startPhone(profile);
  try {
    await page.addInitScript(() => window.probe.watch('page', 'button'));
    const there = seen(page, 'page');
    await page.goto(url, { waitUntil: 'commit' });
    await there;
    return await page.evaluate(() => window.probe.seen['page'] ?? Number.NaN);
  } finally {
    await close();
  }
}

export async function start(): Promise<Row> {
  const sites = await startSites();
  const [book, blank] = [newProfile(), newProfile()];
  const { app, empty } = sites;
  try {
    await seedApp(sites, book.dir, { members: MEMBERS, today: 'planned' });
    await seedEmpty(sites, blank.dir);
    await Promise.all([app.kill9(), empty.kill9()]);
    const starts: AppStart[] = [];
    const blanks: number[] = [];
    for (let pair = -1; pair < PAIRS; pair += 1) {
      const one = await startApp(book.dir, app.url);
      const other = await startEmpty(blank.dir, empty.url);
      // The first of each compiles what later ones find compiled on the disk.
      if (pair < 0) continue;
      starts.push(one);
      blanks.push(other);
    }
    const of = (pick: (one: AppStart) => number) => summarize(starts.map(pick));
    const measured = of(({ toField, toToday, derivation }) => toField + toToday - derivation);
    const reference = summarize(blanks);
    return {
      name: 'start',
      title: `cold start offline to "Hôm nay", ${FIVE_YEARS.meetings} meetings, ${FIVE_YEARS.meetings * FIVE_YEARS.tasksEach} tasks, ${MEMBERS} members`,
      measured: { label: 'app, without deriving the key', ms: measured },
      reference: { label: 'empty React page', ms: reference },
      ratio: measured.median / reference.median,
      goal: 'ratio at most 1.5',
      parts: [
        { label: 'navigation to passcode field', ms: of(({ toField }) => toField) },
        { label: 'passcode to "Hôm nay", key derivation included', ms: of(({ toToday }) => toToday) },
        { label: 'key derivation (Argon2id in a worker, not slowed)', ms: of(({ derivation }) => derivation) },
        { label: 'passcode to the list of what is due', ms: of(({ toDues }) => toDues) },
      ],
      notes: [],
    };
  } finally {
    await sites.stop();
    book.remove();
    blank.remove();
  }
}
