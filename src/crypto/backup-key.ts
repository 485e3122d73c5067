import { canonicalJson, type Json } from '@/domain';
import { randomBytes, type Bytes } from './bytes';
import { EnvelopeError, importKey, open, seal, type SealingKey } from './envelope';
import type { DeriveKey, KdfParams } from './kdf';

/** A backup file's own key, random for each file, wrapped by the passphrase chosen for that file. */
export interface BackupLock {
  readonly params: KdfParams;
  readonly box: Bytes;
}

/** 64 MiB, 3 passes: twice a passcode's cost, because a file lies for years where anybody may copy it and try. */
export const BACKUP_COST = { memory: 64 * 1024, passes: 3 } as const;

/** The most that a file may ask of the phone that opens it: a forged one must not be able to hang it. `memory` in KiB. */
const MOST = { memory: 256 * 1024, passes: 16 } as const;

const keyContext = (told: Json): string => `backup.key.${canonicalJson(told)}`;

/**
 * Makes a key for one backup file. `told`: what the file says of itself in readable form; it is bound, so that nobody can date a file
 * otherwise.
 */
export async function createBackupKey(passphrase: string, told: Json, derive: DeriveKey): Promise<{ lock: BackupLock; key: SealingKey }> {
  const raw = randomBytes(32);
  const params: KdfParams = { kdf: 'argon2id', ...BACKUP_COST, salt: randomBytes(16) };
  const wrapping = await importKey(await derive(passphrase, params));
  const [box, key] = await Promise.all([seal(wrapping, raw, keyContext(told)), importKey(raw)]);
  raw.fill(0);
  return { lock: { params, box }, key };
}

/** Opens a backup file's key; null for a wrong passphrase. @throws EnvelopeError when the lock is damaged, or asks for more than it may */
export async function openBackupKey({ params, box }: BackupLock, passphrase: string, told: Json, derive: DeriveKey): Promise<SealingKey | null> {
  if (!(params.memory <= MOST.memory && params.passes <= MOST.passes)) throw new EnvelopeError('damaged');
  const wrapping = await importKey(await derive(passphrase, params));
  try {
    const raw = await open(wrapping, box, keyContext(told));
    const key = await importKey(raw);
    raw.fill(0);
    return key;
  } catch (error) {
    if (error instanceof EnvelopeError && error.reason === 'otherKey') return null;
    throw error;
  }
}

const frameContext = (index: number): string => `backup.frame.${index}`;

/** Seals one frame of a backup file. Its place is bound: frames that were moved or exchanged do not open. */
export const sealFrame = (key: SealingKey, index: number, plain: Bytes): Promise<Bytes> => seal(key, plain, frameContext(index));

/** Opens one frame; null when it is not whole, or not the one of that place. Every frame opens by itself. */
export async function openFrame(key: SealingKey, index: number, box: Uint8Array): Promise<Bytes | null> {
  try {
    return await open(key, box, frameContext(index));
  } catch (error) {
    if (error instanceof EnvelopeError) return null;
    throw error;
  }
}
