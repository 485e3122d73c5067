/** The server is killed while two phones send, again and again. */
import { setTimeout as sleep } from 'node:timers/promises';
import { hashJson } from '@/crypto';
import type { Json } from '@/domain';
import type { PushAnswer, Receipt } from '@/protocol';
import { startServer, type RunningServer } from '../support/server';
import { call, wholeLog } from '../support/wire';
import { DOCUMENT } from '../sync/simulation/document';
import { Stage, type KillOptions, type Verdict } from './stage';
import { streamOf } from './words';

export interface ServerKillOptions extends KillOptions {
  /** An empty PostgreSQL in place of the embedded database. */
  readonly databaseUrl?: string;
}

/** Longest that a server lives, and that it is away, ms; and how long after a phone began to send, where it is killed at that. */
const LONGEST = { life: 2500, away: 600, sending: 12 };

/**
 * SIGKILL of the server's process at moments of the seed, while a hand writes on one phone, the other writes by itself, and documents are
 * handed in. Started again on its data it has every batch and document that it said it had, under the number that it gave.
 */
export async function killServer({ kills, seed, databaseUrl, say = () => undefined }: ServerKillOptions): Promise<Verdict> {
  const chance = streamOf(seed, 4);
  let server: RunningServer = await startServer(databaseUrl === undefined ? {} : { env: { DATABASE_URL: databaseUrl } });
  const { url } = server;
  const stop = new AbortController();
  let stage: Stage | undefined;
  let working: Promise<unknown> | undefined;
  try {
    stage = await Stage.open(server, seed);
    const { companion, hand, ledger, phone } = stage;
    const { token } = companion.connection;
    const stored = new Map<string, number>();
    const keep = ({ results }: PushAnswer): void => results.forEach((result) => result.state !== 'refused' && stored.set(result.id, result.seq));
    phone.context.on('response', (response) => {
      if (response.url().endsWith('/v1/vault/push') && response.ok()) void response.json().then((answer) => keep(answer as PushAnswer), () => undefined);
    });
    const receipts = new Map<string, Receipt['receipt']>();
    working = Promise.all([hand.work(stop.signal), companion.work(stop.signal, 400), handIn(url, token, receipts, stop.signal)]);
    for (let kill = 1; kill <= kills; kill += 1) {
      const after = 100 + chance.below(LONGEST.life);
      const sending = chance.chance(0.6) ? chance.below(LONGEST.sending) : null;
      await Promise.race([sleep(after), working]);
      if (sending !== null) await Promise.race([stage.nextPush().then(() => sleep(sending)), sleep(LONGEST.life), working]);
      await server.kill9();
      await sleep(chance.below(LONGEST.away));
      server = await server.restart();
      say(`server ${kill}/${kills}: killed after ${after} ms${sending === null ? '' : ', while it took something in'}, ${ledger.acknowledged} texts (${ledger.byHand} typed), ${stored.size} batches and ${receipts.size} receipts acknowledged`);
    }
    stop.abort();
    await working;
    const problems = [...(await stage.settle()), ...(await numbersChanged(url, token, stored)), ...(await receiptsChanged(url, token, receipts))];
    return { kills, acknowledged: ledger.acknowledged + stored.size + receipts.size, byHand: ledger.byHand, problems };
  } finally {
    stop.abort();
    await working?.catch(() => undefined);
    await stage?.close();
    await server.stop();
  }
}

/** A document ready to be sent, the same each time for an id. */
async function envelopeOf(id: string): Promise<{ id: string; hash: string; body: unknown }> {
  const body = { ...DOCUMENT, meetingId: id };
  return { id, hash: await hashJson(body as unknown as Json), body };
}

/** Hands documents in, one after the other; what the server said of each is kept. */
async function handIn(url: string, token: string, receipts: Map<string, Receipt['receipt']>, stop: AbortSignal): Promise<void> {
  for (let index = 1; !stop.aborted; index += 1) {
    const envelope = await envelopeOf(`submission-${index}`);
    try {
      receipts.set(envelope.id, (await call<{ receipt: Receipt }>(url, token, '/v1/submissions', envelope)).receipt.receipt);
    } catch (error) {
      // A line cut off; a refusal would be a mistake of this test's own.
      if (!(error instanceof TypeError)) throw error;
    }
    await sleep(60);
  }
}

async function numbersChanged(url: string, token: string, stored: ReadonlyMap<string, number>): Promise<string[]> {
  // What is said from here on, while the log is read, is not in what was read.
  const said = [...stored];
  const log = new Map((await wholeLog(url, token)).map(({ batch, seq }) => [batch, seq]));
  return said.filter(([id, seq]) => log.get(id) !== seq).map(([id, seq]) => `batch ${id} was number ${seq} and is ${log.get(id) ?? 'gone'}`);
}

async function receiptsChanged(url: string, token: string, receipts: ReadonlyMap<string, Receipt['receipt']>): Promise<string[]> {
  const problems: string[] = [];
  const numbers = [...receipts.values()].map(({ number }) => number);
  if (new Set(numbers).size < numbers.length) problems.push('two receipts have one number');
  for (const [id, receipt] of receipts) {
    const again = await call<{ state: string; receipt: Receipt }>(url, token, '/v1/submissions', await envelopeOf(id));
    if (again.state !== 'same' || JSON.stringify(again.receipt.receipt) !== JSON.stringify(receipt)) problems.push(`the receipt of ${id} is another one`);
  }
  return problems;
}
