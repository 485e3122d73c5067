/** The hand of a secretary in a meeting: it taps names, types what they say, notes tasks and who is away, on and on. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Phone } from '../e2e/support/phone';
import { REGISTER } from '../e2e/support/register';
import type { Random } from '../sync/simulation/random';
import type { Ledger } from './ledger';
import { sentence } from './words';

const TALK = 'tk-nd-07';
const ROLL = 'tk-md-03';
/** Each name gets each of them once, so that what a row shows tells which tap it is. */
const REASONS = ['Ốm đau', 'Đi công tác', 'Vắng không lý do'];
/** The others speak. */
const AWAY = REGISTER.slice(-12).map(([name]) => name);

export class Hand {
  #written = 0;

  constructor(
    readonly phone: Phone,
    readonly meeting: string,
    readonly ledger: Ledger,
    readonly random: Random,
  ) {}

  /** Works until told to stop, or until the phone is no more. A browser that is gone is what this is about; all else is an error. */
  async work(stop: AbortSignal): Promise<void> {
    try {
      while (!stop.aborted) await this.#act();
    } catch (error) {
      if (!stop.aborted) throw error;
    }
  }

  /** Every place where something was written, as a person finds it who looks: the sentences, and the rows of the roll. */
  async look(): Promise<{ texts: string[]; roll: string[] }> {
    const { phone } = this;
    const texts: string[] = [];
    for (const path of [`${this.meeting}/${TALK}`, '/nhiem-vu']) {
      await phone.show(path);
      await phone.page.getByRole('heading', { level: 1 }).waitFor();
      await phone.settled();
      texts.push(...(await phone.page.locator('main').innerText()).split('\n').map((line) => line.trim()));
    }
    await phone.show(`${this.meeting}/${ROLL}`);
    await phone.page.getByRole('button', { name: AWAY[0]! }).waitFor();
    const roll = await phone.page.locator('main .meeting-person button').allInnerTexts();
    return { texts, roll: roll.map((text) => text.replace(/\s+/g, ' ')) };
  }

  async #act(): Promise<void> {
    const { random } = this;
    const what = random.weighted({ talk: 6, task: 2, roll: 2 });
    if (what === 'talk') await this.#talk();
    else if (what === 'task') await this.#task();
    else await this.#roll();
    await sleep(random.below(300));
  }

  async #talk(): Promise<void> {
    const { page } = this.phone;
    await this.phone.show(`${this.meeting}/${TALK}`);
    const names = page.locator('main button[data-person]');
    await names.first().waitFor();
    await names.nth(this.random.below(8)).click();
    await page.getByRole('dialog').waitFor();
    await this.#type();
    await this.phone.tap('Xong');
  }

  async #task(): Promise<void> {
    await this.phone.show('/nhiem-vu');
    await this.phone.button('Thêm nhiệm vụ').first().click();
    await this.phone.page.getByRole('dialog').waitFor();
    await this.#type();
    await this.phone.tap('Đóng');
  }

  async #roll(): Promise<void> {
    const { ledger, phone } = this;
    const name = this.random.pick(AWAY);
    const reason = REASONS[ledger.tapped.get(name)?.length ?? 0];
    if (reason === undefined) return;
    await phone.show(`${this.meeting}/${ROLL}`);
    await phone.button(new RegExp(`^${name}`)).click();
    ledger.tap(name, reason);
    await phone.button(reason).click();
  }

  /** Letter by letter, with the pauses of somebody who listens. */
  async #type(): Promise<void> {
    const { phone, random } = this;
    await phone.page.waitForFunction(() => document.activeElement?.matches('textarea'));
    this.#written += 1;
    const text = this.ledger.mean(sentence(`m${this.#written}`, random));
    const pace = 1 + random.below(14);
    for (const word of text.split(/(?<= )/)) {
      await phone.page.keyboard.type(word, { delay: pace });
      if (random.chance(0.15)) await sleep(random.below(700));
    }
  }
}
