import type { Bytes } from './bytes';
import { EnvelopeError, importKey, open, type SealingKey } from './envelope';
import type { DeriveKey, KdfParams } from './kdf';

/**
 * The device's data key: random, wrapped by the passcode's key. The right passcode is the one that unwraps; no hash of it is kept.
 * [KEY-1] Changing the passcode wraps the same data key anew: no row is touched.
 */
export interface WrappedKey {
  readonly v: 1;
  readonly params: KdfParams;
  readonly box: Bytes;
}

/** Where a wrapped data key belongs. */
export const DEVICE_KEY_CONTEXT = 'device-key';

/** The data key itself, for wrapping it anew; null for a wrong passcode. To be zeroed once used. @throws EnvelopeError when the stored key is damaged. */
export async function unwrapDeviceKey(wrapped: WrappedKey, passcode: string, derive: DeriveKey): Promise<Bytes | null> {
  const key = await importKey(await derive(passcode, wrapped.params));
  try {
    return await open(key, wrapped.box, DEVICE_KEY_CONTEXT);
  } catch (error) {
    // Another key id means another passcode. Anything else is damage, which must not be taken for a typing mistake.
    if (error instanceof EnvelopeError && error.reason === 'otherKey') return null;
    throw error;
  }
}

/** Opens the data key; null for a wrong passcode. @throws EnvelopeError when the stored key is damaged. */
export async function openDeviceKey(wrapped: WrappedKey, passcode: string, derive: DeriveKey): Promise<SealingKey | null> {
  const raw = await unwrapDeviceKey(wrapped, passcode, derive);
  if (!raw) return null;
  const key = await importKey(raw);
  raw.fill(0);
  return key;
}
