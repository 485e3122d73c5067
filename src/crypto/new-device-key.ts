import { randomBytes, type Bytes } from './bytes';
import { DEVICE_KEY_CONTEXT, unwrapDeviceKey, type WrappedKey } from './device-key';
import { importKey, seal, type SealingKey } from './envelope';
import { DEFAULT_COST, type DeriveKey, type KdfParams } from './kdf';

async function wrap(raw: Bytes, passcode: string, derive: DeriveKey): Promise<WrappedKey> {
  const params: KdfParams = { kdf: 'argon2id', ...DEFAULT_COST, salt: randomBytes(16) };
  const key = await importKey(await derive(passcode, params));
  return { v: 1, params, box: await seal(key, raw, DEVICE_KEY_CONTEXT) };
}

/** Makes a new data key under a passcode. */
export async function createDeviceKey(passcode: string, derive: DeriveKey): Promise<{ wrapped: WrappedKey; key: SealingKey }> {
  const raw = randomBytes(32);
  const [wrapped, key] = await Promise.all([wrap(raw, passcode, derive), importKey(raw)]);
  raw.fill(0);
  return { wrapped, key };
}

/** Wraps the same data key under another passcode; null when the old one is wrong. */
export async function changePasscode(wrapped: WrappedKey, oldCode: string, newCode: string, derive: DeriveKey): Promise<WrappedKey | null> {
  const raw = await unwrapDeviceKey(wrapped, oldCode, derive);
  if (!raw) return null;
  const next = await wrap(raw, newCode, derive);
  raw.fill(0);
  return next;
}
