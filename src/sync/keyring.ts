import {
  boxKeyId,
  EnvelopeError,
  fromBase64,
  importKey,
  isRevoked,
  isVouched,
  mergeRings,
  newKeyPair,
  openEpoch,
  openKeyPair,
  openRing,
  proveRevoked,
  randomBytes,
  ringOf,
  sealEpoch,
  toBase64,
  toHex,
  vouch,
  type KeyPair,
  type Ring,
  type StoredKeyPair,
  type StoredRing,
} from '@/crypto';
import type { Json } from '@/domain';
import { ESCROW, KeyringAnswer, RECOVERY, RevokeAnswer, RotateAnswer, type PullAnswer } from '@/protocol';
import { readSecret, updateSecret, type Book } from '@/storage';
import * as v from 'valibot';
import { Api, ApiError, type Fetch } from './api';
import type { Connection } from './connection';

/** This device's key pair, bound to the id that the server gave it. */
interface DeviceSecret {
  readonly device: string;
  readonly pair: StoredKeyPair;
  /** The server has the public half. */
  readonly said: boolean;
}

const asJson = (value: unknown): Json => value as Json;

/** The cell's keys on this device. A connection of the time before there were rings carries the one key: it is epoch 1. */
export async function loadRing(book: Book, connection: Connection): Promise<StoredRing> {
  const ring = (await readSecret(book, 'keyring')) as StoredRing | undefined;
  if (ring) return ring;
  if (connection.cellKey === undefined) throw new EnvelopeError('damaged');
  return addToRing(book, await ringOf([{ epoch: 1, key: fromBase64(connection.cellKey) }]));
}

/** [KEY-4] Adds keys to what the device has, and returns all. */
export async function addToRing(book: Book, more: StoredRing): Promise<StoredRing> {
  return (await updateSecret(book, 'keyring', (before) => asJson(before === undefined ? more : mergeRings(before as unknown as StoredRing, more)))) as unknown as StoredRing;
}

async function deviceSecret(book: Book, device: string): Promise<DeviceSecret> {
  const known = (await readSecret(book, 'deviceKey')) as DeviceSecret | undefined;
  if (known?.device === device) return known;
  const fresh: DeviceSecret = { device, pair: await newKeyPair(), said: false };
  const kept = (before: Json | undefined): boolean => (before as unknown as DeviceSecret | undefined)?.device === device;
  return (await updateSecret(book, 'deviceKey', (before) => (before !== undefined && kept(before) ? before : asJson(fresh)))) as unknown as DeviceSecret;
}

/**
 * The cell's keys during one run: opened, brought up to date when the server says that there is a newer epoch, and the one place
 * that begins a new epoch.
 */
export class KeyKeeper {
  #stored: StoredRing;
  #ring: Ring;
  /** What the server said when it was last asked, so that it is not asked again for the same. */
  #asked = '';
  #server: KeyringAnswer | null = null;
  #secret: DeviceSecret | null = null;

  private constructor(
    readonly book: Book,
    readonly api: Api,
    readonly connection: Connection,
    stored: StoredRing,
    ring: Ring,
  ) {
    this.#stored = stored;
    this.#ring = ring;
  }

  /** Reads the device's ring. */
  static async open(book: Book, api: Api, connection: Connection): Promise<KeyKeeper> {
    const stored = await loadRing(book, connection);
    return new KeyKeeper(book, api, connection, stored, await openRing(stored));
  }

  /** The ring now. */
  get ring(): Ring {
    return this.#ring;
  }

  /** The ring now, in the form to be handed on. */
  get stored(): StoredRing {
    return this.#stored;
  }

  /** How the server said the keys stand, when it was last asked. */
  get server(): KeyringAnswer | null {
    return this.#server;
  }

  /** True when the cell has gone on to an epoch that nobody gave this device: it must be let in anew. */
  get isLeftOut(): boolean {
    return this.#server !== null && this.#server.epoch > this.#stored.current;
  }

  /** [KEY-15] True for a box under a key that the cell has and this device lacks: it is waited for, never passed over. */
  lacks(box: Uint8Array): boolean {
    let id: string;
    try {
      id = boxKeyId(box);
    } catch {
      return false;
    }
    if (this.#ring.find(id)) return false;
    const unknown = this.#server?.epochs.filter((one) => one.keyId === null || !this.#ring.find(one.keyId)) ?? [];
    return unknown.some(({ keyId, epoch }) => keyId === id || (keyId === null && epoch > this.#stored.current));
  }

  /** Brings the keys up to date, where the server's word or a box gives reason to. @throws ApiError */
  async meet(keys: PullAnswer['keys'], boxes: readonly Uint8Array[]): Promise<void> {
    if (!keys) return;
    const asked = `${keys.epoch}.${keys.rotationDue}`;
    const foreign = boxes.some((box) => !this.#knows(box));
    const current = keys.epoch === this.#stored.current && !keys.rotationDue && !foreign;
    if (current) await this.#sayKey();
    if (current || this.#asked === asked) return;
    await this.refresh();
    this.#asked = asked;
  }

  /** Asks for the keys, opens what is new, and begins the next epoch where one is due. @throws ApiError */
  async refresh(): Promise<void> {
    const secret = await this.#sayKey();
    const pair = await openKeyPair(secret.pair);
    for (let attempt = 1; ; attempt += 1) {
      const server = await this.api.ask(KeyringAnswer, 'GET', '/v1/keyring');
      this.#server = server;
      await this.#takeIn(server, pair);
      // Set back to an older copy, a server has forgotten epochs: they are begun again, with the keys that they had.
      const due = server.rotationDue || server.epoch < this.#stored.current;
      if (!due || this.isLeftOut) return;
      try {
        await this.#rotate(server, pair);
      } catch (error) {
        // Another device was quicker, or one has joined meanwhile.
        const again = error instanceof ApiError && (error.reason === 'epochTaken' || error.reason === 'boxMissing');
        if (!again || attempt >= 5) throw error;
      }
    }
  }

  #knows(box: Uint8Array): boolean {
    try {
      return this.#ring.find(boxKeyId(box)) !== undefined;
    } catch {
      return true;
    }
  }

  /** [KEY-9] Tells the server this device's public key with the cell's word on it, once. */
  async #sayKey(): Promise<DeviceSecret> {
    const { deviceId, cellId } = this.connection;
    if (this.#secret?.said) return this.#secret;
    const secret = await deviceSecret(this.book, deviceId);
    this.#secret = secret;
    if (secret.said) return secret;
    const voucher = await vouch(this.#ring.current, deviceId, fromBase64(secret.pair.publicKey), cellId);
    const body = { publicKey: secret.pair.publicKey, voucher: toBase64(voucher), epoch: this.#ring.epoch, keyId: toHex(this.#ring.current.id) };
    await this.api.ask(v.object({}), 'POST', '/v1/devices/key', body).catch((error: unknown) => {
      // A server of before goes on with the first key that a device said.
      if (!(error instanceof ApiError) || error.reason !== 'contentMismatch') throw error;
    });
    this.#secret = (await updateSecret(this.book, 'deviceKey', (before) => asJson({ ...(before as object), said: true }))) as unknown as DeviceSecret;
    return this.#secret;
  }

  async #add(epoch: number, key: Uint8Array<ArrayBuffer>): Promise<void> {
    this.#stored = await addToRing(this.book, await ringOf([{ epoch, key }]));
    this.#ring = await openRing(this.#stored);
  }

  /** Opens this device's own boxes, oldest first. One that does not open is left: the device is then left out. */
  async #takeIn({ epochs }: KeyringAnswer, pair: KeyPair): Promise<void> {
    const { deviceId: holder, cellId } = this.connection;
    for (const { epoch, keyId, box } of epochs) {
      if (box === null || keyId === null || this.#ring.find(keyId)) continue;
      try {
        await this.#add(epoch, await openEpoch(this.#ring, pair, fromBase64(box), { holder, epoch }, cellId));
      } catch (error) {
        if (!(error instanceof EnvelopeError)) throw error;
      }
    }
  }

  /** [KEY-11] Begins the next epoch: a new key for everybody whose key the cell vouches for. */
  async #rotate(server: KeyringAnswer, { publicKey: own }: KeyPair): Promise<void> {
    const { deviceId, cellId } = this.connection;
    const base = await openRing({ ...this.#stored, current: server.epoch });
    const epoch = server.epoch + 1;
    const known = this.#stored.keys.findLast((one) => one.epoch === epoch);
    const key = known ? fromBase64(known.key) : randomBytes(32);
    const next = await importKey(key);
    const boxes: { holder: string; box: string; voucher: string }[] = [];
    const without: string[] = [];
    const spare = server.escrow?.agreed ? [{ id: ESCROW, key: { publicKey: server.escrow.publicKey, voucher: server.escrow.agreed.voucher } }] : [];
    const holders = [...server.devices, ...(server.recovery ? [{ id: RECOVERY, key: server.recovery.key }] : []), ...spare];
    for (const { id: holder, key: said } of holders) {
      if (!said) continue;
      const publicKey = fromBase64(said.publicKey);
      const ours = holder === deviceId ? toHex(publicKey) === toHex(own) : await isVouched(base, fromBase64(said.voucher), holder, publicKey, cellId);
      if (!ours) without.push(holder);
      else boxes.push({ holder, box: toBase64(await sealEpoch(base, key, { holder, publicKey }, cellId)), voucher: toBase64(await vouch(next, holder, publicKey, cellId)) });
    }
    await this.api.ask(RotateAnswer, 'POST', '/v1/keyring/rotate', { epoch, keyId: toHex(next.id), boxes, without });
    await this.#add(epoch, key);
  }
}

/** A keeper for one errand outside of a run, its keys up to date. A server that knows no epochs is left as it is. @throws ApiError */
export async function freshKeys(book: Book, connection: Connection, send?: Fetch): Promise<KeyKeeper> {
  const keeper = await KeyKeeper.open(book, new Api(connection.base, connection.token, send), connection);
  try {
    await keeper.refresh();
  } catch (error) {
    if (!(error instanceof ApiError) || error.reason !== 'notFound') throw error;
  }
  return keeper;
}

/**
 * [KEY-12] Shuts another device of the cell out: its token stops at once, and the cell takes a new key for what comes after.
 * @returns whether the new key is already in use; otherwise the next run of any device sees to it. @throws ApiError when the device is not out
 */
export async function revokeDevice(book: Book, connection: Connection, device: string, send?: Fetch): Promise<{ rotated: boolean }> {
  const api = new Api(connection.base, connection.token, send);
  const keeper = await KeyKeeper.open(book, api, connection);
  const proofs = await proveRevoked(keeper.stored, device, connection.cellId);
  // Those under the newest keys matter: a device that knows only older ones is locked out all the same.
  await api.ask(RevokeAnswer, 'POST', `/v1/devices/${encodeURIComponent(device)}/revoke`, { proofs: proofs.slice(-200).map(toBase64) });
  return keeper.refresh().then(
    () => ({ rotated: true }),
    () => ({ rotated: false }),
  );
}

/**
 * [KEY-7] True when the cell itself has shut this device out, and not just the server says so: only then is the book deleted.
 * @param proofs what came with `revoked`, base64
 */
export async function isShutOut(book: Book, connection: Connection, proofs: readonly string[] | undefined): Promise<boolean> {
  if (!proofs) return false;
  try {
    const ring = await openRing(await loadRing(book, connection));
    return await isRevoked(ring, proofs.map(fromBase64), connection.deviceId, connection.cellId);
  } catch {
    return false;
  }
}
