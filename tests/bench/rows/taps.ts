/** Taps in a full meeting, from the finger to the paint, against a tap on the empty React page. */
import type { Page } from 'playwright-core';
import { newProfile, startPhone, type Phone } from '../phone';
import type { Row } from '../report';
import { FIELD, FIVE_YEARS, PASSCODE, seedApp, seedEmpty } from '../seed';
import { startSites } from '../site';
import { summarize } from '../stats';

const MEMBERS = 60;
/** Through the sitting from its first step to its last, so many times. */
const PASSES = 6;
const MARKED = 40;
const FIRST = 'tk-md-01';
const LAST = 'tk-kt-05';
const ROLL = 'tk-md-03';
/** Between two taps: a hand needs longer. What the last tap left to be saved is done by then. */
const PAUSE = 400;
const GOAL = 'p95 under 100 ms';

interface Bench {
  readonly app: Page;
  readonly empty: Page;
  readonly meeting: string;
}

/** Arms the probe, taps, and returns the time. `arm` gives the promise of the measured tap. */
async function timeTap(page: Page, arm: () => Promise<unknown>, tap: () => Promise<void>): Promise<number> {
  await arm();
  await tap();
  const time = await page.evaluate(() => (window as unknown as { measured: Promise<number> }).measured);
  await page.waitForTimeout(PAUSE);
  return time;
}

function tapEmpty({ empty }: Bench): Promise<number> {
  const arm = (): Promise<void> =>
    empty.evaluate(() => {
      const before = document.querySelector('output')?.textContent;
      Object.assign(window, { measured: window.probe.nextTap(() => document.querySelector('output')?.textContent !== before) });
    });
  return timeTap(empty, arm, () => empty.locator('button').tap());
}

async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => history.pushState(null, '', to), path);
  await page.locator('h1').waitFor();
  await page.waitForTimeout(1000);
}

/** From step to step with "Bước tiếp": until the next step's heading is painted, and no part of it is still loading. */
async function steps(bench: Bench): Promise<{ steps: number[]; blanks: number[] }> {
  const { app, meeting } = bench;
  const next = app.getByRole('button', { name: 'Bước tiếp', exact: true });
  const times: number[] = [];
  const blanks: number[] = [];
  for (let pass = -1; pass < PASSES; pass += 1) {
    await goTo(app, `/cuoc-hop/${meeting}/${FIRST}`);
    while (!app.url().endsWith(LAST)) {
      const arm = (): Promise<void> =>
        app.evaluate(() => {
          const before = document.querySelector('h1')?.textContent;
          const done = (): boolean => document.querySelector('h1')?.textContent !== before && !document.querySelector('main .ui-ring');
          Object.assign(window, { measured: window.probe.nextTap(done) });
        });
      const time = await timeTap(app, arm, () => next.tap());
      const blank = await tapEmpty(bench);
      // The first time through loads and compiles what the later ones have.
      if (pass < 0) continue;
      times.push(time);
      blanks.push(blank);
    }
  }
  return { steps: times, blanks };
}

/** A name tapped until the choices are painted; a reason tapped until the mark is painted, which is after it was sealed and written. */
async function roll(bench: Bench): Promise<{ names: number[]; marks: number[]; blanks: number[] }> {
  const { app, meeting } = bench;
  await goTo(app, `/cuoc-hop/${meeting}/${ROLL}`);
  const people = app.locator('.meeting-person');
  const count = await people.count();
  if (count < MEMBERS) throw new Error(`the roll shows ${count} people`);
  const times = { names: [] as number[], marks: [] as number[], blanks: [] as number[] };
  for (let index = -2; index < MARKED; index += 1) {
    const at = (((index + count) * 7) % count);
    const row = people.nth(at);
    const arm = (marked: boolean) => (): Promise<void> =>
      app.evaluate(
        ([place, wanted]) => {
          const person = document.querySelectorAll('.meeting-person')[place]!;
          const open = (): boolean => person.querySelector('[aria-expanded="true"]') !== null && person.querySelector('.meeting-choices') !== null;
          const done = (): boolean => (wanted ? !open() && (person.textContent ?? '').includes('đi học') : open());
          Object.assign(window, { measured: window.probe.nextTap(done) });
        },
        [at, marked] as const,
      );
    const name = await timeTap(app, arm(false), () => row.locator('button').first().tap());
    const mark = await timeTap(app, arm(true), () => row.getByRole('button', { name: 'Đi học', exact: true }).tap());
    const blank = await tapEmpty(bench);
    if (index < 0) continue;
    times.names.push(name);
    times.marks.push(mark);
    times.blanks.push(blank);
  }
  return times;
}

async function withMeeting<T>(work: (bench: Bench) => Promise<T>): Promise<T> {
  const sites = await startSites();
  const [book, blank] = [newProfile(), newProfile()];
  const { app, empty } = sites;
  const phones: Phone[] = [];
  const open = async (profile: string, url: string): Promise<Page> => {
    const phone = await startPhone(profile);
    phones.push(phone);
    await phone.page.goto(url);
    return phone.page;
  };
  try {
    const meeting = await seedApp(sites, book.dir, { members: MEMBERS, today: 'open' });
    await seedEmpty(sites, blank.dir);
    await Promise.all([app.kill9(), empty.kill9()]);
    const page = await open(book.dir, app.url);
    await page.locator(FIELD).fill(PASSCODE);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Trở lại buổi họp' }).waitFor();
    return await work({ app: page, empty: await open(blank.dir, empty.url), meeting });
  } finally {
    for (const phone of phones) await phone.close();
    await sites.stop();
    book.remove();
    blank.remove();
  }
}

const WHERE = `a full meeting, ${MEMBERS} members, after ${FIVE_YEARS.meetings} others`;

export async function step(): Promise<Row> {
  const times = await withMeeting(steps);
  const [measured, reference] = [summarize(times.steps), summarize(times.blanks)];
  return {
    name: 'step',
    title: `"Bước tiếp" to the painted step, ${WHERE}`,
    measured: { label: 'app', ms: measured },
    reference: { label: 'a tap on the empty React page', ms: reference },
    ratio: measured.median / reference.median,
    goal: GOAL,
    parts: [],
    notes: [],
  };
}

export async function attendance(): Promise<Row> {
  const { names, marks, blanks } = await withMeeting(roll);
  const [measured, reference] = [summarize([...names, ...marks]), summarize(blanks)];
  return {
    name: 'roll',
    title: `a tap on the roll to the paint, ${WHERE}`,
    measured: { label: 'app, both kinds of taps', ms: measured },
    reference: { label: 'a tap on the empty React page', ms: reference },
    ratio: measured.median / reference.median,
    goal: GOAL,
    parts: [
      { label: 'a name, until its choices are there', ms: summarize(names) },
      { label: 'a reason, until the mark is saved and there', ms: summarize(marks) },
    ],
    notes: [],
  };
}
