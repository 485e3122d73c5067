/** A cell with two phones in the middle of a meeting: one with a screen and a hand at it, one without. */
import type { Request } from 'playwright-core';
import { openMeeting } from '../e2e/support/seed';
import { importRegister, planMeeting } from '../e2e/support/meeting';
import { Phone } from '../e2e/support/phone';
import type { RunningServer } from '../support/server';
import { Companion } from './companion';
import { Hand } from './hand';
import { Ledger } from './ledger';
import { observe } from './observer';
import { streamOf } from './words';

/** What a run of kills found. */
export interface Verdict {
  readonly kills: number;
  /** Texts and marks that a screen said were saved, or that the other phone's book took. */
  readonly acknowledged: number;
  /** Those of them that were typed and tapped on the screen. */
  readonly byHand: number;
  /** One line each; empty is as it should be. */
  readonly problems: readonly string[];
}

export interface KillOptions {
  readonly kills: number;
  /** Of everything that is left to chance: words, pauses, moments. How far a machine comes until then is its own affair. */
  readonly seed: number;
  readonly say?: (line: string) => void;
}

export class Stage {
  private constructor(
    readonly phone: Phone,
    readonly companion: Companion,
    readonly hand: Hand,
    readonly ledger: Ledger,
  ) {}

  static async open(server: RunningServer, seed: number): Promise<Stage> {
    const ledger = new Ledger();
    const [, code = ''] = await server.waitFor(/mã kích hoạt ([0-9A-Z]{5}-[0-9A-Z]{5})/);
    const companion = await Companion.open(server.url, code, ledger, streamOf(seed, 1));
    const phone = await Phone.open(server.url, { prepare: (context) => {
      // Somebody else's work on the machine is no finding.
      context.setDefaultTimeout(60_000);
      return observe(context, (text, marks) => ledger.acknowledge(text, marks));
    } });
    try {
      await phone.enter(await companion.inviteOther());
      await phone.page.getByText('Sẵn sàng dùng ngoại tuyến').waitFor({ timeout: 60_000 });
      await phone.tap(/Nhập danh sách đảng viên/);
      await importRegister(phone);
      await phone.show('/cuoc-hop/moi');
      const meeting = await planMeeting(phone);
      await openMeeting(phone.page, meeting);
      await Stage.#send(phone);
      await companion.settle();
      return new Stage(phone, companion, new Hand(phone, meeting, ledger, streamOf(seed, 2)), ledger);
    } catch (error) {
      await phone.close();
      throw error;
    }
  }

  /** Comes back when a phone begins to send; `own`: the one with the screen. */
  nextPush(own = false): Promise<void> {
    return new Promise((resolve) => {
      const look = (request: Request): void => {
        if (!request.url().endsWith('/v1/vault/push')) return;
        this.phone.context.off('request', look);
        resolve();
      };
      this.phone.context.on('request', look);
      if (!own) this.companion.onPush = resolve;
    });
  }

  /** What the phone with the screen lacks, or has twice. */
  async look(): Promise<string[]> {
    const { texts, roll } = await this.hand.look();
    const { ledger } = this;
    const own = new Ledger();
    for (const [mark, text] of ledger.saved) if (mark.startsWith('m')) own.saved.set(mark, text);
    for (const [mark, text] of ledger.meant) own.meant.set(mark, text);
    return [...own.missing(texts), ...ledger.doubled(texts), ...ledger.missingTaps(roll)];
  }

  /** Everything sent and fetched: what either phone or the log lacks, or has twice. */
  async settle(): Promise<string[]> {
    const { companion, ledger, phone } = this;
    await companion.settle();
    await Stage.#send(phone);
    await companion.settle();
    const [shown, texts] = [await this.hand.look(), await companion.texts()];
    const said = (who: string, lines: readonly string[]): string[] => lines.map((line) => `${who}: ${line}`);
    return [
      ...said('on the screen', [...ledger.missing(shown.texts), ...ledger.doubled(shown.texts), ...ledger.missingTaps(shown.roll)]),
      ...said('on the other phone', [...ledger.missing(texts), ...ledger.doubled(texts), ...ledger.missingTaps(await companion.roll())]),
      ...said('in the log', await companion.logProblems()),
    ];
  }

  async close(): Promise<void> {
    await this.phone.close();
    await this.companion.book.close();
  }

  static async #send(phone: Phone): Promise<void> {
    await phone.show('/gui-nhan');
    await phone.button('Gửi ngay').click();
    await phone.heading('Đã gửi hết').waitFor({ timeout: 30_000 });
  }
}
