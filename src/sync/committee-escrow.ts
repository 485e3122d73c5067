import {
  deriveInWorker,
  EnvelopeError,
  fromBase64,
  newKeyPair,
  newSheet,
  openEscrowPair,
  openKeyPair,
  openRing,
  openRingFor,
  sealEscrowPair,
  sealForSheet,
  sheetProblem,
  toBase64,
  vouch,
  type DeriveKey,
} from '@/crypto';
import { compareCode } from '@/crypto/ask-code';
import { ESCROW, EscrowAnswer, EscrowOpened, RECOVERY, RecoveryAnswer } from '@/protocol';
import * as v from 'valibot';
import { Api, ApiError, type Fetch } from './api';
import { ringWithEpochs } from './later-epochs';

export { groupSheet, newSheet, SHEET_GROUPS } from '@/crypto';
export type { EscrowAnswer } from '@/protocol';

const api = (send?: Fetch): Api => new Api('', null, send);

/** How the committee's spare key stands, with the letters that its cells compare. @throws ApiError */
export async function readEscrow(derive: DeriveKey = deriveInWorker, send?: Fetch): Promise<EscrowAnswer & { readonly letters: string | null }> {
  const answer = await api(send).ask(EscrowAnswer, 'GET', '/v1/committee/escrow');
  return { ...answer, letters: answer.key && (await compareCode('escrow', fromBase64(answer.key.publicKey), derive)) };
}

/** [ESC-1] Takes a new spare key into use, once the committee has its sheet on paper. @throws ApiError */
export async function makeEscrowKey(committee: string, sheet: string, derive: DeriveKey = deriveInWorker, send?: Fetch): Promise<void> {
  const pair = await newKeyPair();
  const sealedKey = await sealEscrowPair(pair, committee, sheet, derive);
  await api(send).ask(v.object({}), 'POST', '/v1/committee/escrow', { publicKey: pair.publicKey, sealedKey });
}

/** [ESC-1] Gives the spare key up; what cells had left is deleted. @throws ApiError */
export async function endEscrowKey(send?: Fetch): Promise<void> {
  await api(send).ask(v.object({}), 'POST', '/v1/committee/escrow/end');
}

/**
 * [ESC-5] Opens what a cell has left, on this computer alone, and makes a recovery sheet for it from that.
 * @param sheet the committee's own, as typed
 * @returns the cell's new sheet, to be handed to its secretary on paper
 * @throws ApiError `codeUnknown` for a sheet that is mistyped or another's, `notServer` when what the cell left does not open
 */
export async function rescueCell(committee: string, cell: string, sheet: string, derive: DeriveKey = deriveInWorker, send?: Fetch): Promise<string> {
  if (sheetProblem(sheet) !== null) throw new ApiError('codeUnknown');
  const { sealedKey, sealedRing, epochs } = await api(send).ask(EscrowOpened, 'POST', `/v1/committee/cells/${encodeURIComponent(cell)}/escrow`);
  const stored = await openEscrowPair(sealedKey, committee, sheet, derive).catch((error: unknown) => {
    throw error instanceof EnvelopeError ? new ApiError('codeUnknown') : error;
  });
  const pair = await openKeyPair(stored);
  const left = await openRingFor(pair, fromBase64(sealedRing), cell).catch((error: unknown) => {
    throw error instanceof EnvelopeError ? new ApiError('notServer') : error;
  });
  const ring = await ringWithEpochs({ ring: left, pair, holder: ESCROW, cell }, epochs);
  const { current, epoch } = await openRing(ring);
  const [own, code] = [await newKeyPair(), newSheet()];
  const voucher = toBase64(await vouch(current, RECOVERY, fromBase64(own.publicKey), cell));
  const { lookup, sealedKey: sealed } = await sealForSheet({ cell, pair: own, ring }, code, derive);
  await api(send).ask(RecoveryAnswer, 'POST', `/v1/committee/cells/${encodeURIComponent(cell)}/recovery`, { epoch, lookup, publicKey: own.publicKey, voucher, sealedKey: sealed });
  return code;
}
