/** The browser is killed in the middle of typing and syncing, again and again. */
import { setTimeout as sleep } from 'node:timers/promises';
import { startServer } from '../support/server';
import { Stage, type KillOptions, type Verdict } from './stage';
import { streamOf } from './words';

/** Longest that a hand works before its browser is killed, ms; and how long after it began to send, where it is killed while it sends. */
const LONGEST = { work: 5000, sending: 40 };

/**
 * SIGKILL of all of the browser's processes at moments of the seed, while a hand writes into a meeting and sync runs against a real server
 * with another phone on it. Opened again on the same profile, everything that the screen had said was saved is there; at the end it is on
 * the other phone, and in the log, once.
 */
export async function killBrowser({ kills, seed, say = () => undefined }: KillOptions): Promise<Verdict> {
  const chance = streamOf(seed, 3);
  const problems: string[] = [];
  const server = await startServer();
  const stop = new AbortController();
  let stage: Stage | undefined;
  let beside: Promise<unknown> | undefined;
  try {
    stage = await Stage.open(server, seed);
    const { companion, hand, ledger, phone } = stage;
    beside = companion.work(stop.signal, 2500);
    for (let kill = 1; kill <= kills; kill += 1) {
      const after = chance.below(LONGEST.work);
      const sending = chance.chance(0.4) ? chance.below(LONGEST.sending) : null;
      // One in five dies once more while it is being opened.
      const again = chance.chance(0.2) ? chance.below(1500) : null;
      const enough = new AbortController();
      const working = hand.work(enough.signal);
      await Promise.race([sleep(after), working]);
      if (sending !== null) await Promise.race([stage.nextPush(true).then(() => sleep(sending)), sleep(LONGEST.work), working]);
      enough.abort();
      await phone.restart();
      await working;
      if (again !== null) {
        const opening = phone.begin().catch(() => undefined);
        await sleep(again);
        await phone.restart();
        await opening;
      }
      await phone.begin();
      const found = await stage.look();
      problems.push(...found.map((line) => `after kill ${kill}: ${line}`));
      say(`browser ${kill}/${kills}: killed after ${after} ms${sending === null ? '' : ', while sending'}${again === null ? '' : ', and while opening'}, ${ledger.acknowledged} acknowledged, ${ledger.byHand} of them typed, ${found.length} wrong`);
    }
    stop.abort();
    await beside;
    problems.push(...(await stage.settle()));
    return { kills, acknowledged: ledger.acknowledged, byHand: ledger.byHand, problems };
  } finally {
    stop.abort();
    await beside?.catch(() => undefined);
    await stage?.close();
    await server.stop();
  }
}
