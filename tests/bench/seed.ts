/** Makes the profiles that are measured: the app with its book and every file on the disk, and the empty page likewise. */
import type { SeedOptions } from './pages/seed';
import { readyForOffline, startPhone } from './phone';
import type { Servers } from './site';

export const PASSCODE = '246813';
export const FIELD = 'input[autocomplete="current-password"]';

/** Five years: a meeting a month, five tasks each. */
export const FIVE_YEARS = { meetings: 60, tasksEach: 5 } as const;

/** Fills the app's profile on the server's address, through the server as well; returns the id of today's meeting. */
export async function seedApp({ app }: Servers, profile: string, options: Pick<SeedOptions, 'members' | 'today'>): Promise<string> {
  const code = /\b[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}\b/.exec(app.output())?.[0];
  if (!code) throw new Error('The server printed no activation code.');
  const phone = await startPhone(profile, 1);
  try {
    await phone.page.goto(`${app.url}/bench/seed.html`);
    await phone.page.waitForFunction(() => 'seed' in window);
    const { meeting } = await phone.page.evaluate(
      (given) => (window as unknown as { seed: (options: SeedOptions) => Promise<{ meeting: string }> }).seed(given),
      { ...options, ...FIVE_YEARS, passcode: PASSCODE, code } satisfies SeedOptions,
    );
    await phone.page.goto(app.url);
    await phone.page.locator(FIELD).waitFor();
    await readyForOffline(phone.page);
    return meeting;
  } finally {
    await phone.close();
  }
}

/** Puts the empty page into its profile. */
export async function seedEmpty({ empty }: Servers, profile: string): Promise<void> {
  const phone = await startPhone(profile, 1);
  try {
    await phone.page.goto(empty.url);
    await readyForOffline(phone.page);
  } finally {
    await phone.close();
  }
}
