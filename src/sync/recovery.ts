import {
  deriveInWorker,
  EnvelopeError,
  fromBase64,
  newKeyPair,
  openBySheet,
  openKeyPair,
  sealForSheet,
  sheetLookup,
  sheetProblem,
  toBase64,
  vouch,
  isVouched,
  type DeriveKey,
} from '@/crypto';
import { RECOVERY, RecoverAnswer, RecoveryAnswer } from '@/protocol';
import type { Book } from '@/storage';
import { Api, ApiError, type Fetch } from './api';
import { connect, type Connection, type Entry } from './connection';
import { freshKeys } from './keyring';
import { ringWithEpochs } from './later-epochs';

export { newSheet } from '@/crypto';

/**
 * How the cell's recovery sheet stands. `none` · `good`: it opens everything · `old`: it was made before the cell lost all its devices,
 * or nobody vouches for it: it opens only what was written before.
 */
export interface SheetState {
  readonly state: 'none' | 'good' | 'old';
  /** ISO text of the server's clock. */
  readonly madeAt: string | null;
}

/** Asks how the recovery sheet stands. @throws ApiError `notFound` from a server that keeps none */
export async function sheetState(book: Book, connection: Connection, send?: Fetch): Promise<SheetState> {
  const { server, ring } = await freshKeys(book, connection, send);
  if (!server) throw new ApiError('notFound');
  if (!server.recovery) return { state: 'none', madeAt: null };
  const { key, madeAt } = server.recovery;
  const good = await isVouched(ring, fromBase64(key.voucher), RECOVERY, fromBase64(key.publicKey), connection.cellId);
  return { state: good ? 'good' : 'old', madeAt };
}

/**
 * [KEY-13] Puts a sheet into force; the former one is dead from then on. To be called once the person has the sheet on paper. Sent
 * again after a lost answer it does no harm. @throws ApiError
 */
export async function keepSheet(book: Book, connection: Connection, sheet: string, derive: DeriveKey = deriveInWorker, send?: Fetch): Promise<{ madeAt: string }> {
  const api = new Api(connection.base, connection.token, send);
  for (let attempt = 1; ; attempt += 1) {
    const { stored, ring, server, isLeftOut } = await freshKeys(book, connection, send);
    if (!server) throw new ApiError('notFound');
    if (isLeftOut) throw new ApiError('leftOut');
    const pair = await newKeyPair();
    const { lookup, sealedKey } = await sealForSheet({ cell: connection.cellId, pair, ring: stored }, sheet, derive);
    const voucher = toBase64(await vouch(ring.current, RECOVERY, fromBase64(pair.publicKey), connection.cellId));
    try {
      return await api.ask(RecoveryAnswer, 'POST', '/v1/recovery', { epoch: ring.epoch, lookup, publicKey: pair.publicKey, voucher, sealedKey });
    } catch (error) {
      if (!(error instanceof ApiError) || error.reason !== 'epochTaken' || attempt >= 3) throw error;
    }
  }
}

/**
 * [KEY-14] Lets this blank device in by the recovery sheet; what the cell's devices have sealed comes with the first run.
 * @throws ApiError `codeUnknown` for a sheet that is mistyped, unknown or dead
 */
export async function recover(book: Book, base: string, { code: sheet, deviceName, attempt }: Entry, derive: DeriveKey, send?: Fetch): Promise<Connection> {
  if (sheetProblem(sheet) !== null) throw new ApiError('codeUnknown');
  const lookup = await sheetLookup(sheet);
  const answer = await new Api(base, null, send).ask(RecoverAnswer, 'POST', '/v1/recover', { lookup, deviceName, attempt });
  const content = await openBySheet(answer.sealedKey, sheet, derive).catch((error: unknown) => {
    throw error instanceof EnvelopeError ? new ApiError('notServer') : error;
  });
  if (content.cell !== answer.cell.id) throw new ApiError('notServer');
  const { pair, ring, cell } = content;
  return connect(book, base, answer, await ringWithEpochs({ ring, pair: await openKeyPair(pair), holder: RECOVERY, cell }, answer.epochs));
}
