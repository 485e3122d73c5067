/** Every screen of the app, looked at as people with other eyes and hands meet it. One walk; each screen is looked at in every way. */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { close, launch } from '../support/chromium';
import { startServer, type RunningServer } from '../support/server';
import { violations } from './support/axe';
import { covered, sideways, smallTargets, squeezed } from './support/layout';
import { shooter } from './support/shots';
import { codeOf, enterTrial, firstPage, go, linkOf, planMeeting, settled } from './support/seed';
import { walkAround, walkEmptyBook, walkMembers } from './support/walk/book';
import { walkGive } from './support/walk/hand-over';
import { walkCommittee } from './support/walk/committee';
import { walkClosed, walkOpen, walkPlanned } from './support/walk/meeting';
import { walkReports } from './support/walk/reports';
import { walkUnlock, walkWelcome } from './support/walk/start';
import { foreignWords } from './support/words';

/** What was found, by kind; each entry names the screen. */
const found = { axe: [] as string[], dark: [] as string[], large: [] as string[], sideways: [] as string[], squeezed: [] as string[], covered: [] as string[], targets: [] as string[], words: [] as string[], errors: [] as string[] };
const seen: string[] = [];
const shot = shooter('access');
const shotLarge = shooter('access-large');

let server: RunningServer;
let phone: BrowserContext;
let page: Page;

const frame = (): Promise<unknown> => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

async function look(name: string): Promise<void> {
  // A message under the pointer would stay.
  await page.mouse.move(0, 0);
  await settled(page);
  seen.push(name);
  await shot(page, name);
  const note = (kind: keyof typeof found, lines: readonly string[]): void => void found[kind].push(...lines.map((line) => `${name}: ${line}`));
  note('axe', await violations(page));
  note('words', await foreignWords(page));
  note('targets', await smallTargets(page));
  note('sideways', await sideways(page));
  note('squeezed', await squeezed(page));
  note('covered', await covered(page));
  await page.emulateMedia({ colorScheme: 'dark' });
  await frame();
  note('dark', await violations(page, 'colours'));
  await page.emulateMedia({ colorScheme: 'light' });
  await page.evaluate(() => void (document.documentElement.dataset['text'] = 'xlarge'));
  await frame();
  await shotLarge(page, name);
  note('sideways', (await sideways(page)).map((line) => `200 %: ${line}`));
  note('covered', (await covered(page)).map((line) => `200 %: ${line}`));
  note('large', await violations(page, 'sizes'));
  await page.evaluate(() => delete document.documentElement.dataset['text']);
  await frame();
}

beforeAll(async () => {
  server = await startServer();
  phone = await launch({ reducedMotion: 'reduce' });
  page = await firstPage(phone);
  page.on('pageerror', (error) => found.errors.push(`${seen.at(-1)}: ${error.message}`));
  page.setDefaultTimeout(30_000);
  const ask = await walkWelcome(page, server.url, codeOf(server), look);
  await walkEmptyBook(page, look);
  await walkMembers(page, look);
  const meeting = await planMeeting(page);
  await walkPlanned(page, meeting, look);
  await walkOpen(page, meeting, look);
  await walkClosed(page, meeting, look);
  await walkAround(page, look);
  await walkGive(page, ask, look);
  for (const [path, name] of [['/', 'today'], ['/cuoc-hop', 'meetings'], ['/cuoc-hop/moi', 'a second meeting this month'], ['/bao-cao', 'reports'], ['/bao-cao/lich-su', 'histories'], ['/bao-cao/lich-su/du-hop', 'history of attendance'], ['/bao-cao/lich-su/xep-loai', 'history of grades']] as const) {
    await go(page, path);
    await look(name);
  }
  await walkReports(page, look);
  await walkUnlock(page, look);
  await walkCommittee(page, server.url, linkOf(server), look);
  await close(phone);
  phone = await launch({ reducedMotion: 'reduce' });
  page = await firstPage(phone);
  await enterTrial(page, server.url);
  await look('try-out: today');
  await go(page, '/gui-nhan');
  await look('try-out: send and receive');
  await go(page, '/thiet-bi');
  await look('try-out: devices');
  await go(page, '/cai-dat');
  await page.getByRole('button', { name: 'Xóa sổ dùng thử' }).click();
  await look('try-out: delete?');
}, 400_000);

afterAll(async () => {
  await close(phone);
  await server.stop();
});

describe('every screen', () => {
  it('was looked at', () => {
    expect(seen.length).toBeGreaterThan(120);
    expect(new Set(seen).size).toBe(seen.length);
    expect(found.errors).toEqual([]);
  });
  it('the largest letters of the settings are twice the normal size: what holds for them holds at 200 %', async () => {
    const size = (): Promise<number> => page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
    await page.keyboard.press('Escape');
    const normal = await size();
    await page.getByRole('radio', { name: 'Rất lớn' }).check();
    expect(await size()).toBe(2 * normal);
    await page.reload();
    await page.getByLabel('Mật khẩu', { exact: true }).waitFor();
    expect(await size()).toBe(2 * normal);
  });
  it('[A11Y-1] has no violation that axe knows of, text at 7:1 included', () => expect(found.axe.join('\n')).toBe(''));
  it('[A11Y-1] keeps its contrasts in the dark', () => expect(found.dark.join('\n')).toBe(''));
  it('[A11Y-1] has no violation with letters of twice the size', () => expect(found.large.join('\n')).toBe(''));
  it('[A11Y-2] is never wider than a screen of 390, at the normal size and at twice that', () => expect(found.sideways.join('\n')).toBe(''));
  it('[A11Y-2] lets the lines of a list have its width', () => expect(found.squeezed.join('\n')).toBe(''));
  it('[A11Y-3] lets every control be reached by hand and by keyboard, at the normal size and at twice that', () => expect(found.covered.join('\n')).toBe(''));
  it('[A11Y-4] has targets of 48 px', () => expect(found.targets.join('\n')).toBe(''));
  it('[TEXT-1] says nothing in English and no raw error', () => expect(found.words.join('\n')).toBe(''));
});
