import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { SNAPSHOT_PROTOCOL } from '@/protocol';
import type { Book as TodaysBook } from '@/storage';
import type { Connection } from '@/sync/connection';
import { ApiError } from '@/sync/api';
import { fastDerive, startWorld } from '../sync/world';
import { DOCUMENT } from '../sync/simulation/document';
import * as today from './client';
import * as todaysServer from './server';

type Client = typeof today;
type Server = typeof todaysServer;

/** Protocols that were out there; their builds are in `frozen`. */
const FROZEN = [1];

const clientOf = async (protocol: number): Promise<Client> => (await import(`./frozen/client-${protocol}.mjs`)) as Client;
const serverOf = async (protocol: number): Promise<Server> => (await import(`./frozen/server-${protocol}.mjs`)) as Server;

let world: Awaited<ReturnType<typeof startWorld>>;
const books: TodaysBook[] = [];
afterEach(async () => {
  await Promise.all(books.splice(0).map((book) => book.close()));
  await world.stop();
});

class Phone {
  connection!: Connection;

  private constructor(
    private client: Client,
    private readonly name: string,
    private readonly key: Awaited<ReturnType<Client['importKey']>>,
    public book: TodaysBook,
  ) {}

  static async blank(client: Client): Promise<Phone> {
    const name = `phone-${client.newId()}`;
    const key = await client.importKey(client.randomBytes(32));
    const phone = new Phone(client, name, key, new client.Book(new client.BookDatabase(name), key));
    books.push(phone.book);
    return phone;
  }

  /** The same book, opened by another version of the app. */
  async update(client: Client): Promise<void> {
    await this.book.close();
    this.client = client;
    this.book = new client.Book(new client.BookDatabase(this.name), this.key);
    books.push(this.book);
  }

  #entry(code: string) {
    return { code, deviceName: 'Máy', attempt: this.client.newId() + this.client.newId() };
  }

  async activate(server: Server): Promise<void> {
    const cell = { code: 'c1', name: 'Chi bộ Thử', superior: 'ĐẢNG ỦY THỬ', placeName: 'Thanh Hóa', profile: 'hd05-duk-2021' };
    const { cells } = await server.importOrganisation(world.ctx, { committee: { name: 'Đảng ủy Thử' }, cells: [cell] }, 'committee');
    const { code } = await server.issueCode(world.ctx, cells[0]!.id);
    this.connection = await this.client.activate(this.book, '', this.#entry(code), world.send);
  }

  async join(other: Phone): Promise<void> {
    const { code } = await other.client.invite(other.book, other.connection, fastDerive, world.send);
    this.connection = await this.client.join(this.book, '', this.#entry(code), fastDerive, world.send);
  }

  sync = () => this.client.syncOnce(this.book, this.connection, world.send);
  waiting = () => this.client.countWaiting(this.book);
  revoke = (other: Phone) => this.client.revokeDevice(this.book, this.connection, other.connection.deviceId, world.send);
  write = (what: string, key: 'task:t' | 'task:u' = 'task:t') => this.book.write([{ key, field: 'what', value: what }]);
  read = async (key: 'task:t' | 'task:u' = 'task:t') => (await this.book.read(key))['what'];

  async close(): Promise<string> {
    const { id, changes } = await this.client.submissionChanges(DOCUMENT, 'Biên bản', '2026-03-03T09:00:00.000Z');
    await this.book.write(changes);
    return id;
  }
  receipt = async (id: string) => (await this.book.read(`submission:${id}`))['receipt'];
}

describe.each(FROZEN)('protocol %i, as it was frozen', (protocol) => {
  it('[PROTO-1] an old client and one of today write one book on a server of today', async () => {
    world = await startWorld();
    const old = await Phone.blank(await clientOf(protocol));
    const fresh = await Phone.blank(today);
    await old.activate(todaysServer);
    await old.write('của bản cũ');
    await old.sync();
    await fresh.join(old);
    await fresh.sync();
    expect(await fresh.read()).toBe('của bản cũ');
    await fresh.write('của bản mới');
    await fresh.sync();
    await old.write('thêm việc', 'task:u');
    const id = await old.close();
    await old.sync();
    await fresh.sync();
    expect([await old.read(), await fresh.read(), await fresh.read('task:u')]).toEqual(['của bản mới', 'của bản mới', 'thêm việc']);
    expect(await old.receipt(id)).toBeDefined();
    expect(await fresh.receipt(id)).toEqual(await old.receipt(id));
    expect([await old.waiting(), await fresh.waiting()]).toEqual([0, 0]);
  });

  it('[PROTO-1] [KEY-12] an old client is shut out by one of today, and the reverse', async () => {
    world = await startWorld();
    const old = await Phone.blank(await clientOf(protocol));
    const fresh = await Phone.blank(today);
    const third = await Phone.blank(await clientOf(protocol));
    await fresh.activate(todaysServer);
    await fresh.sync();
    await old.join(fresh);
    await third.join(fresh);
    for (const phone of [old, third]) await phone.sync();
    expect(await old.revoke(fresh)).toEqual({ rotated: true });
    await expect(fresh.sync()).rejects.toMatchObject({ reason: 'revoked' });
    await old.write('sau khi đổi khóa');
    await old.sync();
    await third.sync();
    expect(await third.read()).toBe('sau khi đổi khóa');
  });

  it('[PROTO-1] a client of today before an old server is answered or refused by name, loses nothing, and goes on once the server is updated', async () => {
    const before = await serverOf(protocol);
    world = await startWorld(before);
    const phone = await Phone.blank(await clientOf(protocol));
    await phone.activate(before);
    await phone.write('trước khi cập nhật');
    await phone.sync();
    await phone.write('chưa gửi', 'task:u');
    const id = await phone.close();
    await phone.update(today);
    const reason = await phone.sync().then(() => 'none', (error: unknown) => (error instanceof ApiError ? error.reason : error));
    expect(reason).toBe(today.PROTOCOL_VERSION === protocol ? 'none' : 'clientTooNew');
    expect([await phone.read(), await phone.read('task:u')]).toEqual(['trước khi cập nhật', 'chưa gửi']);
    await world.pause();
    world = await startWorld(undefined, world.dataDir);
    await phone.sync();
    expect(await phone.waiting()).toBe(0);
    expect(await phone.receipt(id)).toBeDefined();
    const second = await Phone.blank(today);
    await second.join(phone);
    await second.sync();
    expect([await second.read(), await second.read('task:u')]).toEqual(['trước khi cập nhật', 'chưa gửi']);
  });

  it('[SNAP-4] an old client whose part of the log a snapshot stands for loses nothing, is told to update, and then has all', async () => {
    world = await startWorld();
    const [old, fresh] = [await Phone.blank(await clientOf(protocol)), await Phone.blank(today)];
    await fresh.activate(todaysServer);
    await fresh.sync();
    await old.join(fresh);
    await old.sync();
    await old.write('chưa gửi', 'task:u');
    Object.assign(world.ctx, { snapshotAfter: 1 });
    for (let n = 0; n < 9; n += 1) {
      await fresh.write(`lần ${n}`);
      await fresh.sync();
    }
    const reason = await old.sync().then(() => 'none', (error: Error) => error.message);
    expect(reason).toBe(protocol < SNAPSHOT_PROTOCOL ? 'clientTooOld' : 'none');
    expect(await old.read('task:u')).toBe('chưa gửi');
    await old.update(today);
    await old.sync();
    await fresh.sync();
    expect([await old.read(), await fresh.read('task:u'), await old.waiting()]).toEqual(['lần 8', 'chưa gửi', 0]);
  });
});

it('[PROTO-1] every protocol that the server still speaks is frozen here, but today’s', async () => {
  const { OLDEST_PROTOCOL, PROTOCOL_VERSION } = await import('@/protocol');
  const spoken = Array.from({ length: PROTOCOL_VERSION - OLDEST_PROTOCOL }, (_, index) => OLDEST_PROTOCOL + index);
  expect(FROZEN).toEqual(expect.arrayContaining(spoken));
});
