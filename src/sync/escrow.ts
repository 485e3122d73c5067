import { deriveInWorker, fromBase64, isVouched, sealRingFor, toBase64, vouch, type DeriveKey } from '@/crypto';
import { compareCode } from '@/crypto/ask-code';
import { ESCROW, EscrowAgreed } from '@/protocol';
import type { Book } from '@/storage';
import * as v from 'valibot';
import { Api, ApiError, type Fetch } from './api';
import type { Connection } from './connection';
import { freshKeys } from './keyring';

/** How the committee's spare key stands with this cell. Moments are ISO texts of the server's clock. */
export interface SpareKey {
  readonly publicKey: string;
  readonly madeAt: string;
  /** Eight letters to be compared with those on the committee's paper. */
  readonly letters: string;
  /** When the cell agreed; null while it has not, or where its word on this very key is not good. */
  readonly agreedAt: string | null;
  /** When the committee last opened it. */
  readonly usedAt: string | null;
}

/** The committee's spare key as the server names it; null where there is none. @throws ApiError */
export async function spareKey(book: Book, connection: Connection, derive: DeriveKey = deriveInWorker, send?: Fetch): Promise<SpareKey | null> {
  const { server, ring } = await freshKeys(book, connection, send);
  const named = server?.escrow;
  if (!named) return null;
  const { publicKey, madeAt, agreed, usedAt } = named;
  const good = agreed !== null && (await isVouched(ring, fromBase64(agreed.voucher), ESCROW, fromBase64(publicKey), connection.cellId));
  return { publicKey, madeAt, letters: await compareCode('escrow', fromBase64(publicKey), derive), agreedAt: good ? agreed.at : null, usedAt };
}

/**
 * [ESC-2] Leaves the cell's keys with the committee, sealed to a key that the secretary has compared by eye.
 * @throws ApiError `contentMismatch` when the committee has taken another key meanwhile, `leftOut` when this device lacks the newest
 */
export async function agreeToSpareKey(book: Book, connection: Connection, publicKey: string, send?: Fetch): Promise<{ agreedAt: string }> {
  const api = new Api(connection.base, connection.token, send);
  for (let attempt = 1; ; attempt += 1) {
    const { stored, ring, isLeftOut } = await freshKeys(book, connection, send);
    if (isLeftOut) throw new ApiError('leftOut');
    const key = fromBase64(publicKey);
    const [voucher, sealed] = await Promise.all([vouch(ring.current, ESCROW, key, connection.cellId), sealRingFor(key, stored, connection.cellId)]);
    try {
      return await api.ask(EscrowAgreed, 'POST', '/v1/escrow', { epoch: ring.epoch, publicKey, voucher: toBase64(voucher), sealedRing: toBase64(sealed) });
    } catch (error) {
      if (!(error instanceof ApiError) || error.reason !== 'epochTaken' || attempt >= 3) throw error;
    }
  }
}

/** [ESC-3] Takes back what was left with the committee. @throws ApiError */
export async function withdrawSpareKey(connection: Connection, send?: Fetch): Promise<void> {
  await new Api(connection.base, connection.token, send).ask(v.object({}), 'POST', '/v1/escrow/withdraw');
}
