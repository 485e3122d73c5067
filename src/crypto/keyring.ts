import { fromBase64, fromUtf8, randomBytes, toBase64, toHex, utf8, type Bytes } from './bytes';
import { boxKeyId, EnvelopeError, importKey, open, seal, type SealingKey } from './envelope';
import { openSealed, sealTo, type KeyPair } from './key-pair';

/**
 * The cell's keys. Each time a device is shut out the cell takes a new key for what comes after: an epoch. What is sealed carries its
 * key's id, so that everything older stays readable to those who hold the ring.
 */
export interface StoredRing {
  readonly v: 1;
  /** The epoch that is sealed under now. */
  readonly current: number;
  /**
   * Oldest first. `id`: hex of the 8 bytes in the envelope; `key`: base64 of 32 bytes. Two keys of one epoch are possible, after a
   * server was set back to an older copy; the later one counts.
   */
  readonly keys: readonly { readonly epoch: number; readonly id: string; readonly key: string }[];
}

/** A keyring ready for use. */
export interface Ring {
  readonly epoch: number;
  readonly current: SealingKey;
  /** The key with an envelope's id (hex), and its epoch. */
  find(id: string): RingKey | undefined;
}

/** A key of the ring. */
export interface RingKey {
  readonly epoch: number;
  readonly key: SealingKey;
}

const KEY = 32;

/** A ring of one random key: the cell's first epoch, or a later one where all its devices were lost. */
export const newRing = (epoch = 1): Promise<StoredRing> => ringOf([{ epoch, key: randomBytes(KEY) }]);

/** Makes the form to be kept from raw keys. The highest epoch is the current one. @throws RangeError without a key */
export async function ringOf(keys: readonly { readonly epoch: number; readonly key: Bytes }[]): Promise<StoredRing> {
  const sorted = [...keys].sort((a, b) => a.epoch - b.epoch);
  const last = sorted.at(-1);
  if (!last) throw new RangeError('a ring has a key');
  const stored = await Promise.all(sorted.map(async ({ epoch, key }) => ({ epoch, id: toHex((await importKey(key)).id), key: toBase64(key) })));
  return { v: 1, current: last.epoch, keys: stored };
}

/** [KEY-4] Two rings of one cell as one: no key is ever dropped. Of one epoch's keys those of the second ring count. */
export function mergeRings(one: StoredRing, other: StoredRing): StoredRing {
  const added = new Set(other.keys.map(({ id }) => id));
  const keys = [...one.keys.filter(({ id }) => !added.has(id)), ...other.keys].sort((a, b) => a.epoch - b.epoch);
  return { v: 1, current: Math.max(one.current, other.current), keys };
}

/** Readies a ring. @throws EnvelopeError `damaged` when the current key is missing */
export async function openRing({ keys, current: epoch }: StoredRing): Promise<Ring> {
  const ready = await Promise.all(keys.map(async (one): Promise<RingKey> => ({ epoch: one.epoch, key: await importKey(fromBase64(one.key)) })));
  const byId = new Map(ready.map((one) => [toHex(one.key.id), one]));
  const current = ready.findLast((one) => one.epoch === epoch)?.key;
  if (!current) throw new EnvelopeError('damaged');
  return { epoch, current, find: (id) => byId.get(id) };
}

/** Opens a box with the key that it names. @throws EnvelopeError `otherKey` when the ring has no such key */
export async function openWithRing(ring: Ring, box: Uint8Array, context: string): Promise<Bytes> {
  const found = ring.find(boxKeyId(box));
  if (!found) throw new EnvelopeError('otherKey');
  return open(found.key, box, context);
}

const ENTRY = 4 + KEY;

/** The ring as bytes, to be sealed for another device: version 1, then for each key its epoch (4 bytes, big-endian) and its 32 bytes. */
export function ringToBytes({ keys }: StoredRing): Bytes {
  const bytes = new Uint8Array(1 + keys.length * ENTRY);
  const view = new DataView(bytes.buffer);
  bytes[0] = 1;
  for (const [index, { epoch, key }] of keys.entries()) {
    view.setUint32(1 + index * ENTRY, epoch);
    bytes.set(fromBase64(key), 5 + index * ENTRY);
  }
  return bytes;
}

/** Reads {@link ringToBytes}, and the form before there were rings: the one key's 32 bytes. @throws EnvelopeError */
export async function ringFromBytes(bytes: Bytes): Promise<StoredRing> {
  if (bytes.length === KEY) return ringOf([{ epoch: 1, key: bytes }]);
  if (bytes[0] !== 1) throw new EnvelopeError('newer');
  const count = (bytes.length - 1) / ENTRY;
  if (!Number.isInteger(count) || count < 1) throw new EnvelopeError('damaged');
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return ringOf(Array.from({ length: count }, (_, index) => ({ epoch: view.getUint32(1 + index * ENTRY), key: bytes.slice(5 + index * ENTRY, 1 + (index + 1) * ENTRY) })));
}

const epochContext = (cell: string, epoch: number): string => `ring.${cell}.${epoch}`;

/**
 * [KEY-5] A new epoch's key for one holder (a device's id, or `recovery`). Inside the box for their public key it is sealed under the
 * epoch before: only somebody of the cell can have made it, so that the server cannot slip in a key of its own.
 */
export async function sealEpoch(ring: Ring, key: Bytes, to: { readonly holder: string; readonly publicKey: Bytes }, cell: string): Promise<Bytes> {
  const context = epochContext(cell, ring.epoch + 1);
  return sealTo(to.publicKey, await seal(ring.current, key, context), `${context}.${to.holder}`);
}

/** Opens what {@link sealEpoch} sealed. @throws EnvelopeError `otherKey` when the ring does not have the epoch before */
export async function openEpoch(ring: Ring, pair: KeyPair, box: Uint8Array, at: { readonly holder: string; readonly epoch: number }, cell: string): Promise<Bytes> {
  const context = epochContext(cell, at.epoch);
  const inner = await openSealed(pair, box, `${context}.${at.holder}`);
  const before = ring.find(boxKeyId(inner));
  if (before?.epoch !== at.epoch - 1) throw new EnvelopeError('otherKey');
  const key = await open(before.key, inner, context);
  if (key.length !== KEY) throw new EnvelopeError('damaged');
  return key;
}

/**
 * [KEY-6] The cell's word that a public key is a holder's: the key, sealed under the cell's key. Whoever makes a new epoch gives it to
 * vouched keys only, so that the server cannot bring in a device of its own.
 */
export const vouch = (key: SealingKey, holder: string, publicKey: Bytes, cell: string): Promise<Bytes> => seal(key, publicKey, `holder.${cell}.${holder}`);

/** True when the voucher is this cell's word of the current epoch for exactly this key. */
export async function isVouched(ring: Ring, voucher: Uint8Array, holder: string, publicKey: Bytes, cell: string): Promise<boolean> {
  try {
    const said = await open(ring.current, voucher, `holder.${cell}.${holder}`);
    return said.length === publicKey.length && said.every((byte, at) => byte === publicKey[at]);
  } catch {
    return false;
  }
}

/**
 * [KEY-7] The cell's word that a device has been shut out, once under each key of the ring: whichever is the newest that the device
 * has, it can check. Without it a device believes no server that tells it to delete its book.
 */
export const proveRevoked = ({ keys }: StoredRing, device: string, cell: string): Promise<Bytes[]> =>
  Promise.all(keys.map(async ({ key }) => seal(await importKey(fromBase64(key)), utf8(device), `revoked.${cell}`)));

/** True when one of the proofs is under this ring's newest key and names the device. */
export async function isRevoked(ring: Ring, proofs: readonly Uint8Array[], device: string, cell: string): Promise<boolean> {
  for (const proof of proofs) {
    try {
      if (fromUtf8(await open(ring.current, proof, `revoked.${cell}`)) === device) return true;
    } catch {
      // Under another key, or no proof at all: the next one.
    }
  }
  return false;
}
