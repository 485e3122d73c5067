import { fromUtf8, toBase64, randomBytes, utf8, type Bytes } from './bytes';
import { EnvelopeError } from './envelope';
import { openSealed, sealTo, type KeyPair } from './key-pair';

/** The place among a cell's devices that the old device has kept for the new one. */
export interface Place {
  readonly cell: string;
  /** The new device's id, chosen by the old one. */
  readonly device: string;
  /** What the server finds the admission by, 128 random bits in hex. */
  readonly lookup: string;
  /** The server's Ed25519 public key, base64: the new device knows no other server for its own. */
  readonly serverKey: string;
  /** Ids whose batches lie in the book that comes along: the old device's. */
  readonly former: readonly string[];
}

/** What an old device gives to a new one, beside the book itself. */
export interface Grant {
  /** What opens the book that comes along. */
  readonly passphrase: string;
  /** Address that the old device uses the app at, such as `https://so.example.vn`. */
  readonly origin: string;
  /** Null from a book that no server knows. */
  readonly place: Place | null;
}

/**
 * `SCBTRAO` and a zero · version = 1 · length of the box (2 bytes, high first) · the box, sealed to the new device's key · the book as a
 * backup, under the passphrase in the box.
 */
const MAGIC = utf8('SCBTRAO\0');
const VERSION = 1;
const START = MAGIC.length + 3;
const CONTEXT = 'grant.1';

/** Something that was given from device to device, its box still sealed. */
export interface SealedGrant {
  readonly box: Bytes;
  readonly backup: Bytes;
}

/** A random passphrase for the book that comes along: 128 bits. */
export const newGrantPassphrase = (): string => toBase64(randomBytes(16));

/** [ADMIT-3] Seals a grant so that only the device that asked can open it. */
export async function sealGrant(grant: Grant, publicKey: Bytes): Promise<Bytes> {
  return sealTo(publicKey, utf8(JSON.stringify({ v: VERSION, ...grant })), CONTEXT);
}

/** Box and book as one piece. */
export function joinGrant({ box, backup }: SealedGrant): Bytes {
  const out = new Uint8Array(START + box.length + backup.length);
  out.set(MAGIC);
  out.set([VERSION, box.length >> 8, box.length & 255], MAGIC.length);
  out.set(box, START);
  out.set(backup, START + box.length);
  return out;
}

/** True for bytes that begin as a grant of any version. */
export const isGrant = (bytes: Uint8Array): boolean => MAGIC.every((byte, at) => bytes[at] === byte);

/** Takes a piece apart. @throws EnvelopeError `damaged` for what is none or not whole, `newer` */
export function splitGrant(bytes: Uint8Array): SealedGrant {
  if (!isGrant(bytes) || bytes.length < START) throw new EnvelopeError('damaged');
  if (bytes[MAGIC.length] !== VERSION) throw new EnvelopeError('newer');
  const end = START + ((bytes[MAGIC.length + 1]! << 8) | bytes[MAGIC.length + 2]!);
  if (end > bytes.length) throw new EnvelopeError('damaged');
  return { box: bytes.slice(START, end), backup: bytes.slice(end) };
}

/** [ADMIT-3] Opens the box. @throws EnvelopeError `otherKey` when it was given to another device */
export async function openGrant(pair: KeyPair, { box }: SealedGrant): Promise<Grant> {
  const { v, ...grant } = JSON.parse(fromUtf8(await openSealed(pair, box, CONTEXT))) as Grant & { v: number };
  if (v !== VERSION) throw new EnvelopeError('newer');
  return grant;
}
