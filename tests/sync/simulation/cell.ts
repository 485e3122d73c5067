/** A cell whose phones live through a schedule, and what each person at each phone wrote and saw. */
import { canonicalJson, readDirectives, recordKey, type Change, type Json, type RecordKey, type TypedChange } from '@/domain';
import { newId, openRing, type Ring } from '@/crypto';

import { StorageError } from '@/storage';
import { createBackup, inspectBackup, openBackup, restoreBook, type OpenedBackup } from '@/storage/backup';
import { ApiError, type Fetch } from '@/sync/api';
import { cursorOf } from '@/sync/batches';
import { prepareBackup } from '@/sync/before-backup';
import { activate, invite, join, loadConnection, type Connection } from '@/sync/connection';
import { syncOnce } from '@/sync/engine';
import { countWaiting } from '@/sync/outbox';
import { freshKeys, isShutOut, loadRing, revokeDevice } from '@/sync/keyring';
import { submissionChanges } from '@/sync/submissions';

import { fastDerive } from '../world';
import { Life, newDeviceKey, newDisk, putIn, type Tab, type Trap } from './browser';
import { DOCUMENT } from './document';
import type { Fault, Meanwhile, Step, Typed } from './schedule';
import type { Server } from './server';

/** A text that reached a phone's disk, in the order of that phone. Values are canonical JSON. */
export interface Written {
  value: string;
  /** Somebody was told "Đã lưu". */
  acked: boolean;
  /** Texts of this field that its author had had before them. */
  seen: Set<string>;
}

export interface Phone {
  life: Life;
  clock: number;
  /** Ids under which it has been let in: another after its book was restored beside the old one's. */
  readonly devices: string[];
  /** Documents that were queued for good. */
  readonly queued: string[];
  /** The newest format of batches that its app knows, and writes. */
  speaks: number;
  /** It has been shut out, and deletes its book as soon as it hears of it. */
  isOut: boolean;
  /** The cell has a newer key that it was not given. */
  isLeftOut: boolean;
  backup?: Backup;
  /** By place (see {@link placeOf}). */
  readonly written: Map<string, Written[]>;
}

/** A backup file, and how much of what the phone had written is in it. */
interface Backup {
  readonly file: OpenedBackup;
  readonly texts: ReadonlyMap<string, number>;
  readonly queued: number;
  /** How many phones had been shut out by then. */
  readonly revocations: number;
}

/** Formats of batches: of an app that was not updated, and of the newest. */
const OUTDATED = 1;
const NEWEST = 2;

/** Where a text stands: record and field. */
export const placeOf = (key: RecordKey, field: string): string => `${key} ${field}`;

/** Something that must never happen; carries what. */
export class Broken extends Error {
  override readonly name = 'Broken';
}

type Mishap = { crash?: 'before' | 'after'; full?: true };
interface Noted extends Typed {
  over: string;
}
/** What of a tab only the simulation knows: fields being typed in, texts the disk had no room for, its sync under way. */
interface Desk {
  readonly begun: Map<string, Json>;
  unsaved: Noted[];
  syncing?: { commits: number; late: Promise<unknown>[] };
}
interface Outer {
  tab: Tab;
  point: Meanwhile['point'];
  late: Promise<unknown>[];
}

const PASSPHRASE = 'mật khẩu của tệp';
const EXPECTED = ['offline', 'notServer', 'server'];

export class Cell {
  readonly phones: Phone[] = [];
  /** Shut out and emptied. What they had sent stands in the log. */
  readonly gone: Phone[] = [];
  #revocations = 0;
  readonly #desks = new WeakMap<Tab, Desk>();
  readonly #held: (() => Promise<unknown>)[] = [];

  private constructor(
    readonly server: Server,
    readonly id: string,
  ) {}

  /** A new cell with its first phone. */
  static async found(server: Server): Promise<Cell> {
    const { cell, code } = await server.newCell();
    const found = new Cell(server, cell);
    await found.#addPhone((life) => activate(life.tabs[0]!.book, '', { code, deviceName: 'Máy 1', attempt: newId() + newId() }, server.ask));
    return found;
  }

  async perform(step: Step, outer?: Outer): Promise<void> {
    await this.#step(step, outer);
    if (outer) return;
    for (const phone of this.phones) if (phone.life.dead) await this.#restart(phone);
  }

  /** Faults off: everybody syncs until nobody has anything to send or to take in, also after what the line still held has come. */
  async settle(): Promise<void> {
    for (const phone of this.phones) phone.speaks = NEWEST;
    for (let round = 0; round < 12; round += 1) {
      let resting = true;
      // One that hears that it has been shut out leaves the list.
      const all = this.phones.slice();
      for (const phone of all) {
        for (const tab of phone.life.tabs) await this.#edit(phone, tab, [], {});
        if (round > 0 && (await this.#rests(phone))) continue;
        resting = false;
        if (phone.isLeftOut && !phone.isOut) await this.#letInAnew(phone);
        await this.#sync({ do: 'sync', phone: this.phones.indexOf(phone), tab: 0, faults: [] });
      }
      if (!resting) continue;
      if (this.#held.length === 0) return;
      await this.#deliver();
    }
    throw new Broken('the phones do not come to rest');
  }

  async #rests({ life, isOut, isLeftOut }: Phone): Promise<boolean> {
    if (isOut || isLeftOut) return false;
    const { book } = life.tabs[0]!;
    const hasAll = (await book.list('directive')).filter(({ fields }) => fields['kind'] !== undefined).length === (await this.server.directives(this.id)).length;
    return hasAll && (await cursorOf(book)) === (await this.server.head(this.id)) && (await countWaiting(book)) === 0;
  }

  async connectionOf(phone: Phone): Promise<Connection> {
    const connection = await loadConnection(phone.life.tabs[0]!.book);
    if (!connection) throw new Broken('the connection is gone');
    return connection;
  }

  async ringOf(phone: Phone): Promise<Ring> {
    return openRing(await loadRing(phone.life.tabs[0]!.book, await this.connectionOf(phone)));
  }

  async end(): Promise<void> {
    for (const { life } of this.phones) await life.end();
  }

  async #step(step: Step, outer?: Outer): Promise<void> {
    if (step.do === 'deliver') return this.#deliver();
    if (step.do === 'join') return this.#join(step);
    if (step.do === 'revoke') return this.#revoke(step);
    const phone = this.#phone(step.phone);
    if (phone.life.dead) return;
    const tab = 'tab' in step ? (phone.life.tabs[step.tab] ?? phone.life.tabs[0]!) : phone.life.tabs[0]!;
    switch (step.do) {
      case 'edit':
        return this.#aside(this.#edit(phone, tab, step.typed, step), tab, outer);
      case 'close':
        return this.#aside(this.#close(phone, tab, step), tab, outer);
      case 'begin':
        this.#desk(tab).begun.set(placeOf(step.key, step.field), (await tab.book.read(step.key))[step.field] ?? null);
        return;
      case 'seen': {
        const [open] = (await tab.book.list('review')).filter(({ fields }) => fields['done'] !== true).sort((a, b) => (a.key < b.key ? -1 : 1));
        if (open) await this.#edit(phone, tab, [{ key: recordKey('review', open.id), field: 'done', value: true }], {});
        const news = readDirectives(await tab.book.list('directive')).find((one) => !one.seen);
        if (news) await this.#edit(phone, tab, [{ key: recordKey('directive', news.id), field: 'seen', value: true }], {});
        return;
      }
      case 'sync':
        if (!this.#desk(tab).syncing) await this.#sync(step);
        return;
      case 'tab':
        if (phone.life.tabs.length === 1) phone.life.openTab();
        // What a closing tab could not write is lost with it, and it says so.
        else await phone.life.closeTab(phone.life.tabs[1]!);
        return;
      case 'crash':
        return phone.life.die();
      case 'backup':
        return this.#backup(phone, tab);
      case 'lose':
        return this.#lose(phone, step);
      case 'clock':
        phone.clock += step.days * 86_400_000;
        // The server's goes forward only by what passes between two looks at it.
        this.server.clock.now += 61_000;
        return;
      case 'outdate':
        phone.speaks = OUTDATED;
        return;
      case 'update':
        phone.speaks = NEWEST;
        return;
    }
  }

  /** Before a commit of the same tab its own next write has to wait for that commit: it goes on beside it. */
  async #aside(work: Promise<unknown>, tab: Tab, outer?: Outer): Promise<void> {
    if (outer?.point === 'commit' && outer.tab === tab) outer.late.push(work);
    else await work;
  }

  async #edit(phone: Phone, tab: Tab, typed: readonly Typed[], mishap: Mishap): Promise<boolean> {
    const { life } = phone;
    const mine: Noted[] = [];
    try {
      return await this.#type(phone, tab, typed, mishap, mine);
    } catch (error) {
      if (!life.dead || error instanceof Broken) throw error;
      // It may have reached the disk before the crash, and nobody was told.
      for (const one of [...this.#desk(tab).unsaved, ...mine]) note(phone, one, false);
      return false;
    }
  }

  async #type(phone: Phone, tab: Tab, typed: readonly Typed[], { crash, full }: Mishap, mine: Noted[]): Promise<boolean> {
    const desk = this.#desk(tab);
    for (const { key } of typed) await tab.book.read(key);
    const changes = typed.map((one): TypedChange => {
      const place = placeOf(one.key, one.field);
      // A text that could not be saved still stands in its field.
      const over = desk.unsaved.findLast((other) => placeOf(other.key, other.field) === place)?.value ?? desk.begun.get(place);
      mine.push({ ...one, over: canonicalJson(over === undefined ? (tab.book.peek(one.key)?.[one.field] ?? null) : over) });
      desk.begun.delete(place);
      return over === undefined ? one : { ...one, over };
    });
    if (mine.length === 0 && desk.unsaved.length === 0) return true;
    const trap = this.#set(phone.life, crash === 'before' ? { kind: 'crash', left: 1 } : full ? { kind: 'full', left: 1 } : null);
    const { life } = phone;
    const waited = desk.unsaved;
    const ok = await tab.saver.write(changes);
    if (trap) life.traps.delete(trap);
    if (life.dead) throw new Error('crash');
    const { failed } = tab.saver.state.getState();
    const still = new Set(tab.saver.unwritten.map(({ key, field, value }) => `${placeOf(key, field)} ${canonicalJson(value)}`));
    const waits = ({ key, field, value }: Noted): boolean => still.has(`${placeOf(key, field)} ${canonicalJson(value)}`);
    // Of what had waited before, some may have been refused for good beside what went in.
    for (const one of desk.unsaved) if (!waits(one)) note(phone, one, ok && crash !== 'after' && failed === null);
    if (ok) for (const one of mine) note(phone, one, crash !== 'after');
    desk.unsaved = [...desk.unsaved, ...(ok ? [] : mine)].filter(waits);
    if (!ok && failed !== 'full' && failed !== 'closed') throw new Broken(`a write failed: ${failed}`);
    if (!ok && failed === 'closed' && !(await touchesClosed(tab, [...waited, ...mine]))) throw new Broken('a write was refused as closed, but nothing in it is');
    if (crash === 'after') life.die();
    return ok;
  }

  async #close(phone: Phone, tab: Tab, { meeting, mark, ...mishap }: Step & { do: 'close' }): Promise<void> {
    const { id, changes } = await submissionChanges(DOCUMENT, 'Biên bản', new Date(phone.clock).toISOString());
    if (await this.#edit(phone, tab, [...changes, { key: meeting, field: 'closedAt', value: mark }], mishap)) phone.queued.push(id);
  }

  async #sync(step: Step & { do: 'sync' }): Promise<void> {
    const phone = this.#phone(step.phone);
    const { life } = phone;
    const tab = life.tabs[step.tab] ?? life.tabs[0]!;
    const connection = await this.connectionOf(phone);
    const trap = this.#set(life, step.crash ? { kind: 'crash', left: step.crash } : step.full ? { kind: 'full', left: step.full } : null);
    const late: Promise<unknown>[] = [];
    const timesFull = life.timesFull;
    const syncing = { commits: 0, late };
    const desk = this.#desk(tab);
    desk.syncing = syncing;
    const happen = async (point: Meanwhile['point'], at: number): Promise<void> => {
      for (const { steps } of step.meanwhile?.filter((other) => other.point === point && other.at === at) ?? []) {
        for (const other of steps) await this.perform(other, { tab, point, late });
      }
    };
    tab.beforeCommit = () => happen('commit', (syncing.commits += 1) - 1);
    let error: unknown;
    try {
      const report = await syncOnce(tab.book, connection, this.#line(life, step.faults, happen), phone.speaks);
      phone.isLeftOut = report.leftOut;
    } catch (caught) {
      error = caught;
    }
    await Promise.all(late);
    tab.beforeCommit = undefined;
    delete desk.syncing;
    if (trap) life.traps.delete(trap);
    if (error instanceof ApiError && error.reason === 'revoked' && phone.isOut && !life.dead) return this.#wipe(phone, connection, error);
    if (error !== undefined && !life.dead) excuse(error, phone, step.faults.length > 0, life.timesFull > timesFull);
  }

  /** The line between a phone and the server, with what goes wrong on it. */
  #line(life: Life, faults: readonly { at: number; fault: Fault }[], happen: (point: Meanwhile['point'], at: number) => Promise<void>): Fetch {
    let requests = 0;
    return async (url, init) => {
      const at = requests;
      requests += 1;
      if (life.pass('request')) throw new TypeError('crash');
      await happen('request', at);
      if (life.dead) throw new TypeError('crash');
      const fault = faults.find((one) => one.at === at)?.fault;
      if (fault === 'before') throw new TypeError('no network');
      if (fault === 'held') {
        this.#held.push(() => this.server.ask(url, init));
        throw new TypeError('no answer in time');
      }
      if (fault === 'twice') await this.server.ask(url, init);
      const answer = await this.server.ask(url, init);
      if (life.pass('request')) throw new TypeError('crash');
      await happen('reply', at);
      if (fault === 'after') throw new TypeError('reply lost');
      if (fault === 'html') return new Response('<html>wifi</html>');
      if (fault === '500') return new Response('oops', { status: 500 });
      if (fault === 'empty') return new Response('');
      if (fault === 'half') return new Response((await answer.text()).slice(0, -7), { status: answer.status });
      return answer;
    };
  }

  async #deliver(): Promise<void> {
    // The last that was held comes first.
    for (const arrive of this.#held.splice(0).reverse()) await arrive();
  }

  async #join({ by, lost }: Step & { do: 'join' }): Promise<void> {
    const inviter = await this.#insider(this.#phone(by));
    if (inviter) await this.#addPhone((life) => this.#letIn(life, inviter, lost));
  }

  /** A phone that lives and has the cell's newest key: the one that is asked for, or else another. */
  async #insider(first: Phone, except?: Phone): Promise<Phone | undefined> {
    for (const phone of [first, ...this.phones]) {
      if (phone === except || phone.life.dead || phone.isOut) continue;
      const { isLeftOut } = await freshKeys(phone.life.tabs[0]!.book, await this.connectionOf(phone), this.server.ask);
      if (!isLeftOut) return phone;
    }
    return undefined;
  }

  /** Its key was not known when the cell's changed: it takes a code from another phone. */
  async #letInAnew(phone: Phone): Promise<void> {
    const other = await this.#insider(phone, phone);
    if (!other) throw new Broken('nobody is left who has the key of the cell');
    const { deviceId } = await this.#letIn(phone.life, other, false);
    phone.devices.push(deviceId);
    phone.isLeftOut = false;
  }

  async #revoke({ by, phone: at, lost }: Step & { do: 'revoke' }): Promise<void> {
    const phone = this.#phone(at);
    if (phone.isOut || this.#phone(by) === phone || (await this.#insider(this.#phone(by))) !== this.#phone(by)) return;
    const { book } = this.#phone(by).life.tabs[0]!;
    const connection = await this.connectionOf(this.#phone(by));
    const { deviceId } = await this.connectionOf(phone);
    const lose: Fetch = async (url, init) => {
      await this.server.ask(url, init);
      throw new TypeError('reply lost');
    };
    if (lost) await revokeDevice(book, connection, deviceId, lose).catch(() => undefined);
    await revokeDevice(book, connection, deviceId, this.server.ask);
    phone.isOut = true;
    this.#revocations += 1;
  }

  /** A phone that hears that the cell has shut it out deletes its book; what it had not sent is gone with it. */
  async #wipe(phone: Phone, connection: Connection, { proofs }: ApiError): Promise<void> {
    const { life } = phone;
    if (!(await isShutOut(life.tabs[0]!.book, connection, proofs))) throw new Broken('a phone that the cell has shut out does not believe it');
    life.die();
    await life.end();
    this.phones.splice(this.phones.indexOf(phone), 1);
    for (const texts of phone.written.values()) for (const one of texts) one.acked = false;
    this.gone.push(phone);
  }

  /** By a code of another phone; the first answer may get lost. */
  async #letIn(life: Life, inviter: Phone, lost: boolean): Promise<Connection> {
    const { code } = await invite(inviter.life.tabs[0]!.book, await this.connectionOf(inviter), fastDerive, this.server.ask);
    const entry = { code, deviceName: 'Máy', attempt: newId() + newId() };
    const { book } = life.tabs[0]!;
    const lose: Fetch = async (url, init) => {
      await this.server.ask(url, init);
      throw new TypeError('reply lost');
    };
    if (lost) await join(book, '', entry, fastDerive, lose).catch(() => undefined);
    return join(book, '', entry, fastDerive, this.server.ask);
  }

  async #backup(phone: Phone, { book, saver }: Tab): Promise<void> {
    // What a full disk has kept in memory would go into the file unsealed, and twice to the server: told of in the file's own tests.
    if (phone.life.tabs.some((tab) => this.#desk(tab).unsaved.length > 0)) return;
    const logCell = await prepareBackup(book);
    const told = { made: '2026-03-03T07:00:00.000Z', app: '0', mode: 'real' } as const;
    const { bytes } = await createBackup({ saver, passphrase: PASSPHRASE, told, logCell }, fastDerive);
    const file = await openBackup(await inspectBackup(new Blob([...bytes])), PASSPHRASE, fastDerive);
    phone.backup = { file, texts: new Map([...phone.written].map(([place, all]) => [place, all.length])), queued: phone.queued.length, revocations: this.#revocations };
  }

  async #lose(phone: Phone, { takePlace }: Step & { do: 'lose' }): Promise<void> {
    const { backup, life } = phone;
    if (!backup || phone.isOut) return;
    const other = await this.#insider(phone, phone);
    // Its keys are of the time before; with nobody left to give it the new one, only the sheet of paper would help.
    if (!other && backup.revocations < this.#revocations) return;
    delete phone.backup;
    life.die();
    await life.end();
    // No request is on its way for as long as it takes to restore a book.
    await this.#deliver();
    // Whatever was written after the backup may be lost with the phone.
    phone.queued.length = backup.queued;
    for (const [place, all] of phone.written) for (const one of all.slice(backup.texts.get(place) ?? 0)) one.acked = false;
    const disk = newDisk();
    putIn(disk);
    const book = await restoreBook(backup.file, { passcode: '246810', takePlace: takePlace || !other }, fastDerive);
    await book.close();
    phone.life = new Life(disk, book.key, life.now);
    if (takePlace || !other) return;
    const { deviceId } = await this.#letIn(phone.life, other, false);
    phone.devices.push(deviceId);
  }

  async #addPhone(connect: (life: Life) => Promise<Connection>): Promise<void> {
    const clock = Date.UTC(2026, 2, 3, 7);
    const now = (): number => phone.clock;
    const life = new Life(newDisk(), await newDeviceKey(), now);
    const { deviceId } = await connect(life);
    const phone: Phone = { life, clock, devices: [deviceId], queued: [], speaks: NEWEST, isOut: false, isLeftOut: false, written: new Map() };
    this.phones.push(phone);
  }

  async #restart(phone: Phone): Promise<void> {
    await phone.life.end();
    phone.life = new Life(phone.life.disk, phone.life.key, phone.life.now);
  }

  #phone(index: number): Phone {
    return this.phones[index % this.phones.length]!;
  }

  #desk(tab: Tab): Desk {
    const desk = this.#desks.get(tab) ?? { begun: new Map<string, Json>(), unsaved: [] };
    this.#desks.set(tab, desk);
    return desk;
  }

  #set(life: Life, trap: Trap | null): Trap | null {
    if (trap) life.traps.add(trap);
    return trap;
  }
}

async function touchesClosed({ book }: Tab, typed: readonly Change[]): Promise<boolean> {
  for (const { key } of typed) if (key.startsWith('meeting:') && (await book.read(key))['closedAt'] !== undefined) return true;
  return false;
}

function note(phone: Phone, { key, field, value, over }: Noted, acked: boolean): void {
  const place = placeOf(key, field);
  const all = phone.written.get(place) ?? [];
  const own = all.findLast((one) => one.value === over);
  all.push({ value: canonicalJson(value as Json), acked, seen: new Set([over, ...(own?.seen ?? [])]) });
  phone.written.set(place, all);
}

/** Why a sync may fail: the line, when it was made to; a full disk; an app too old for a snapshot. Everything else is a fault of the client. */
function excuse(error: unknown, { speaks }: Phone, faults: boolean, full: boolean): void {
  if (error instanceof ApiError && speaks === OUTDATED && error.reason === 'clientTooOld') return;
  if (error instanceof ApiError && faults && EXPECTED.includes(error.reason)) return;
  if (error instanceof StorageError && full && error.reason === 'full') return;
  throw new Broken(`a sync failed: ${error instanceof Error ? `${error.name} ${error.message}` : String(error)}`, { cause: error });
}
