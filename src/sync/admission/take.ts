import { deriveInWorker, EnvelopeError, newId, openKeyPair, type Bytes, type DeriveKey } from '@/crypto';
import { compareCode } from '@/crypto/ask-code';
import { openGrant, splitGrant, type Grant } from '@/crypto/grant';
import type { Json } from '@/domain';
import { BackupError, inspectBackup, openBackup, type OpenedBackup } from '@/storage/backup';
import type { Connection } from '../connection';
import type { Ask } from './ask';

/**
 * Why what came over is not opened. `otherDevice`: given to another device, or to this one before it began anew · `otherServer`: the old
 * device uses the app at another address · `newer` · `damaged`. Nothing has been written.
 */
export type TakeReason = 'otherDevice' | 'otherServer' | 'newer' | 'damaged';

/** What came over is not opened, by name. */
export class TakeError extends Error {
  override readonly name = 'TakeError';
  constructor(
    readonly reason: TakeReason,
    /** With `otherServer`: where the old device uses the app. */
    readonly origin?: string,
  ) {
    super(reason);
  }
}

/** What came over, opened. Nothing has been written yet. */
export interface Taken {
  readonly backup: OpenedBackup;
  /** What the old device must show. */
  readonly code: string;
  /** Sealed settings that bind the book to its place in the cell, to be written with it; null from a book that no server knows. */
  readonly bound: Readonly<Record<string, Json>> | null;
}

const named = (error: unknown): unknown => {
  if (error instanceof EnvelopeError) return new TakeError(error.reason === 'otherKey' ? 'otherDevice' : error.reason);
  if (error instanceof BackupError) return new TakeError(error.reason === 'newer' ? 'newer' : 'damaged');
  return error instanceof SyntaxError ? new TakeError('damaged') : error;
};

/** [ADMIT-8] Everything that the device needs to write under its own id, and to come in once there is a network. */
function boundTo({ pair }: Ask, { place }: Grant, { batches }: OpenedBackup, deviceName: string): Taken['bound'] {
  if (!place) return null;
  const connection: Connection = {
    base: '',
    token: '',
    deviceId: place.device,
    cellId: place.cell,
    serverKey: place.serverKey,
    former: place.former,
    stale: batches.map(({ id }) => id),
    admission: { lookup: place.lookup, publicKey: pair.publicKey, deviceName, attempt: newId() + newId() },
  };
  return { connection: connection as unknown as Json, deviceKey: { device: place.device, pair: { ...pair }, said: true } };
}

/**
 * [ADMIT-3] Opens what an old device gave. `deviceName`: how this device calls itself when it comes in. @throws TakeError
 */
export async function take(bytes: Bytes, ask: Ask, here: { readonly origin: string; readonly deviceName: string }, derive: DeriveKey = deriveInWorker): Promise<Taken> {
  try {
    const parts = splitGrant(bytes);
    const grant = await openGrant(await openKeyPair(ask.pair), parts);
    if (grant.place && grant.origin !== here.origin) throw new TakeError('otherServer', grant.origin);
    const backup = await openBackup(await inspectBackup(new Blob([parts.backup])), grant.passphrase, derive);
    // From screen to camera everything arrives or nothing; a file may have been damaged on its way.
    if (backup.missing) throw new TakeError('damaged');
    return { backup, code: await compareCode('grant', parts.box, derive), bound: boundTo(ask, grant, backup, here.deviceName) };
  } catch (error) {
    throw named(error);
  }
}
