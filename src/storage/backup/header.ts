import { fromBase64, fromUtf8, hashJson, toBase64, utf8, type Bytes } from '@/crypto';
import type { BackupLock } from '@/crypto/backup-key';
import type { Json } from '@/domain';
import type { BookMode } from '../database';
import { BackupError } from './errors';

/** The format's version. A file says its own; a higher one is left alone. */
export const BACKUP_VERSION = 1;

/** What a file says of itself before anybody has opened it. Nothing private. */
export interface Told {
  /** When it was made, ISO. */
  readonly made: string;
  /** Version of the app that made it. */
  readonly app: string;
  readonly mode: BookMode;
}

/** What stands at a file's beginning, and once more at its end: what is needed to open it. */
export interface BackupHeader {
  readonly told: Told;
  readonly lock: BackupLock;
}

/** `SOCHIBO` and a zero. All versions begin so, with two bytes of length and JSON that has `v` and `check`. */
const MAGIC = utf8('SOCHIBO\0');
const START = MAGIC.length + 2;

/** Writes a header: magic, length (2 bytes, high first), JSON. `check` is the hash of the rest: damage is told from a wrong passphrase. */
export async function writeHeader({ told, lock }: BackupHeader): Promise<Bytes> {
  const { kdf, memory, passes, salt } = lock.params;
  const body = { v: BACKUP_VERSION, told: { ...told }, kdf: { name: kdf, memory, passes, salt: toBase64(salt) }, key: toBase64(lock.box) };
  const json = utf8(JSON.stringify({ ...body, check: await hashJson(body) }));
  const out = new Uint8Array(START + json.length);
  out.set(MAGIC);
  out[MAGIC.length] = json.length >> 8;
  out[MAGIC.length + 1] = json.length & 255;
  out.set(json, START);
  return out;
}

interface Body {
  readonly v: number;
  readonly told: Told;
  readonly kdf: { readonly name: 'argon2id'; readonly memory: number; readonly passes: number; readonly salt: string };
  readonly key: string;
}

/** The header at a place; null where none stands, or none that is whole. */
async function headerAt(bytes: Uint8Array, at: number): Promise<Body | null> {
  const length = ((bytes[at + MAGIC.length] ?? 0) << 8) | (bytes[at + MAGIC.length + 1] ?? 0);
  try {
    const { check, ...body } = JSON.parse(fromUtf8(bytes.subarray(at + START, at + START + length))) as Record<string, Json>;
    return check === (await hashJson(body)) ? (body as unknown as Body) : null;
  } catch {
    return null;
  }
}

function places(bytes: Uint8Array): number[] {
  const found: number[] = [];
  for (let at = bytes.indexOf(MAGIC[0]!); at >= 0; at = bytes.indexOf(MAGIC[0]!, at + 1)) {
    if (MAGIC.every((byte, index) => bytes[at + index] === byte)) found.push(at);
  }
  return found;
}

/**
 * Reads the header from a file's beginning, or from its end where the beginning is damaged.
 * @throws BackupError `notBackup`, `newer`, or `damaged` when neither is whole
 */
export async function readHeader(bytes: Uint8Array): Promise<BackupHeader> {
  const marked = places(bytes);
  if (marked.length === 0) throw new BackupError('notBackup');
  for (const at of marked) {
    const body = await headerAt(bytes, at);
    if (!body) continue;
    if (body.v > BACKUP_VERSION) throw new BackupError('newer');
    const { name, memory, passes, salt } = body.kdf;
    return { told: body.told, lock: { params: { kdf: name, memory, passes, salt: fromBase64(salt) }, box: fromBase64(body.key) } };
  }
  throw new BackupError('damaged');
}
