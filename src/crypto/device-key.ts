import { randomBytes, type Bytes } from './bytes';
import { EnvelopeError, importKey, open, seal, type SealingKey } from './envelope';
import { DEFAULT_COST, type DeriveKey, type KdfParams } from './kdf';

/**
 * The device's data key: random, wrapped by the passcode's key. The right passcode is the one that unwraps; no hash of it is kept.
 * [KEY-1] Changing the passcode wraps the same data key anew: no row is touched.
 */
export interface WrappedKey {
  readonly v: 1;
  readonly params: KdfParams;
  readonly box: Bytes;
}

const CONTEXT = 'device-key';

async function wrap(raw: Bytes, passcode: string, derive: DeriveKey): Promise<WrappedKey> {
  const params: KdfParams = { kdf: 'argon2id', ...DEFAULT_COST, salt: randomBytes(16) };
  const key = await importKey(await derive(passcode, params));
  return { v: 1, params, box: await seal(key, raw, CONTEXT) };
}

/** The data key itself, for wrapping it anew; null for a wrong passcode. To be zeroed once used. @throws EnvelopeError when the stored key is damaged. */
export async function unwrapDeviceKey(wrapped: WrappedKey, passcode: string, derive: DeriveKey): Promise<Bytes | null> {
  const key = await importKey(await derive(passcode, wrapped.params));
  try {
    return await open(key, wrapped.box, CONTEXT);
  } catch (error) {
    // Another key id means another passcode. Anything else is damage, which must not be taken for a typing mistake.
    if (error instanceof EnvelopeError && error.reason === 'otherKey') return null;
    throw error;
  }
}

/** Makes a new data key under a passcode. */
export async function createDeviceKey(passcode: string, derive: DeriveKey): Promise<{ wrapped: WrappedKey; key: SealingKey }> {
  const raw = randomBytes(32);
  const [wrapped, key] = await Promise.all([wrap(raw, passcode, derive), importKey(raw)]);
  raw.fill(0);
  return { wrapped, key };
}

/** Opens the data key; null for a wrong passcode. @throws EnvelopeError when the stored key is damaged. */
export async function openDeviceKey(wrapped: WrappedKey, passcode: string, derive: DeriveKey): Promise<SealingKey | null> {
  const raw = await unwrapDeviceKey(wrapped, passcode, derive);
  if (!raw) return null;
  const key = await importKey(raw);
  raw.fill(0);
  return key;
}

/** Wraps the same data key under another passcode; null when the old one is wrong. */
export async function changePasscode(wrapped: WrappedKey, oldCode: string, newCode: string, derive: DeriveKey): Promise<WrappedKey | null> {
  const raw = await unwrapDeviceKey(wrapped, oldCode, derive);
  if (!raw) return null;
  const next = await wrap(raw, newCode, derive);
  raw.fill(0);
  return next;
}
