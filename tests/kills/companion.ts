/** The cell's other phone: the real client code over real HTTP, without a screen. Nobody kills it. */
import 'fake-indexeddb/auto';
import { setTimeout as sleep } from 'node:timers/promises';
import { fromBase64, fromUtf8, importKey, newId, openRing, openWithRing, randomBytes } from '@/crypto';
import { recordKey, type LoggedChange } from '@/domain';
import type { PullAnswer } from '@/protocol';
import { Book, BookDatabase, DIRECTORY_KEY, readDirectory } from '@/storage';
import { ApiError } from '@/sync/api';
import { activate, invite, type Connection } from '@/sync/connection';
import { syncOnce } from '@/sync/engine';
import { loadRing } from '@/sync/keyring';
import { countWaiting } from '@/sync/outbox';
import { realDerive } from '../support/argon2';
import { wholeLog } from '../support/wire';
import type { Random } from '../sync/simulation/random';
import type { Ledger } from './ledger';
import { markOf, sentence } from './words';

export class Companion {
  #written = 0;
  /** Called when it begins to send. */
  onPush: () => void = () => undefined;

  private constructor(
    readonly book: Book,
    readonly connection: Connection,
    readonly ledger: Ledger,
    readonly random: Random,
  ) {}

  /** Lets it in as the cell's first device. */
  static async open(url: string, code: string, ledger: Ledger, random: Random): Promise<Companion> {
    const book = new Book(new BookDatabase(`companion-${newId()}`), await importKey(randomBytes(32)));
    return new Companion(book, await activate(book, url, { code, deviceName: 'Máy kia', attempt: newId() + newId() }), ledger, random);
  }

  /** A code for the phone that has a screen. */
  async inviteOther(): Promise<string> {
    return (await invite(this.book, this.connection, realDerive)).code;
  }

  /** Writes and sends, on and on, with a pause of up to `pace` ms. A server that is gone for a while is what this is about. */
  async work(stop: AbortSignal, pace: number): Promise<void> {
    while (!stop.aborted) {
      await this.#write();
      await this.#sync();
      await sleep(this.random.below(pace));
    }
  }

  /** Sends and fetches until nothing waits. */
  async settle(): Promise<void> {
    for (let tries = 0; tries < 50; tries += 1) {
      await this.#sync();
      if ((await countWaiting(this.book)) === 0) return;
      await sleep(200);
    }
    throw new Error('the other phone could not send all it had');
  }

  /** All sentences in its book. */
  async texts(): Promise<string[]> {
    const records = [...(await this.book.list('meeting')), ...(await this.book.list('task'))];
    return records.flatMap(({ fields }) => Object.values(fields)).filter((value): value is string => typeof value === 'string' && markOf(value) !== null);
  }

  /** The reasons on the roll of the meeting, by member's name, as a screen would show them. */
  async roll(): Promise<string[]> {
    const fields = await this.book.read(await this.#meeting());
    const members = await this.book.list('member');
    return members.map(({ id, fields: { name } }) => {
      const mark = fields[`att/${id}`] as { kind?: string; reason?: string } | undefined;
      return `${String(name)} ${mark?.kind === 'unexcused' ? 'Vắng không lý do' : (mark?.reason ?? '')}`;
    });
  }

  /**
   * What is wrong with the log: numbers that are missing, a batch that stands there twice, a box that the cell's key does not open, a change
   * that is in two batches, a sentence in two records.
   */
  async logProblems(): Promise<string[]> {
    const log = await wholeLog(this.connection.base, this.connection.token);
    const problems: string[] = [];
    if (log.some(({ seq }, index) => seq !== index + 1)) problems.push('the sequences have gaps');
    if (new Set(log.map(({ batch }) => batch)).size < log.length) problems.push('a batch stands in the log twice');
    const changes = (await Promise.all(log.map((entry) => this.#changesOf(entry)))).flat().filter(({ value }) => typeof value === 'string' && markOf(value) !== null);
    const places = new Map<string, Set<string>>();
    const seen = new Set<string>();
    for (const { key, field, value } of changes) {
      const mark = markOf(value as string)!;
      places.set(mark, (places.get(mark) ?? new Set()).add(`${key} ${field}`));
      const whole = `${key} ${field} ${String(value)}`;
      if (seen.has(whole)) problems.push(`the same change twice: ${mark}`);
      seen.add(whole);
    }
    for (const [mark, where] of places) if (where.size > 1) problems.push(`${mark} is in ${where.size} records`);
    return problems;
  }

  async #changesOf({ device, batch, box }: PullAnswer['entries'][number]): Promise<readonly LoggedChange[]> {
    const { cellId } = this.connection;
    const ring = await openRing(await loadRing(this.book, this.connection));
    const body = await openWithRing(ring, fromBase64(box ?? ''), `batch.${cellId}.${device}.${batch}`);
    return (JSON.parse(fromUtf8(body)) as { changes: LoggedChange[] }).changes;
  }

  async #meeting(): Promise<ReturnType<typeof recordKey>> {
    const [meeting] = readDirectory(await this.book.read(DIRECTORY_KEY));
    if (!meeting) throw new Error('the other phone has no meeting yet');
    return recordKey('meeting', meeting.id);
  }

  async #write(): Promise<void> {
    this.#written += 1;
    const text = this.ledger.mean(sentence(`k${this.#written}`, this.random));
    if (this.random.chance(0.3)) {
      const key = recordKey('task', newId());
      const fields = { what: text, state: 'open', createdAt: new Date().toISOString() };
      await this.book.write(Object.entries(fields).map(([field, value]) => ({ key, field, value })));
    } else {
      const [key, id] = [await this.#meeting(), newId()];
      const member = this.random.pick((await this.book.list('member')).slice(0, 12));
      const head = { memberId: member.id, kind: 'opinion', at: new Date().toISOString(), stepId: 'tk-nd-07' };
      await this.book.write([{ key, field: `con/${id}`, value: head }, { key, field: `con/${id}/text`, value: text }]);
    }
    this.ledger.acknowledge(text);
  }

  async #sync(): Promise<void> {
    try {
      await syncOnce(this.book, this.connection, (input, init) => {
        if (input.endsWith('/push')) this.onPush();
        return fetch(input, init);
      });
    } catch (error) {
      if (!(error instanceof ApiError) || error.reason !== 'offline') throw error;
    }
  }
}
