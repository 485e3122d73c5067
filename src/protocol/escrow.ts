import * as v from 'valibot';
import { KeyBox, PublicKey, RecoveryRequest, Voucher } from './keys';
import { Base64, Id } from './parts';
import { Instant } from './wire';

/** Who holds what is sealed to the committee's key, beside devices and the sheet. */
export const ESCROW = 'escrow-key';

const epoch = RecoveryRequest.entries.epoch;
/** A committee's private key under its sheet of paper, or a cell's ring under the committee's public key. */
const Sealed = v.pipe(Base64, v.maxLength(32_768));

/**
 * `POST /v1/escrow` (device): the cell agrees to the committee's spare key. [ESC-2] `publicKey` is the key that the secretary has
 * compared by eye; another than the committee's present one is `contentMismatch`, another epoch than the present one `epochTaken`.
 */
export const EscrowRequest = v.object({ epoch, publicKey: PublicKey, voucher: Voucher, sealedRing: Sealed });
/** See {@link EscrowRequest}. */
export type EscrowRequest = v.InferOutput<typeof EscrowRequest>;
/** Answer of agreeing. */
export const EscrowAgreed = v.object({ agreedAt: Instant });

/** `POST /v1/committee/escrow`: a committee's new spare key. [ESC-1] Cells that had agreed to the one before are asked anew. */
export const EscrowKeyRequest = v.object({ publicKey: PublicKey, sealedKey: Sealed });
/** See {@link EscrowKeyRequest}. */
export type EscrowKeyRequest = v.InferOutput<typeof EscrowKeyRequest>;

/** `GET /v1/committee/escrow`: how the committee's spare key stands, and which cells have agreed. */
export const EscrowAnswer = v.object({
  key: v.nullable(v.object({ publicKey: PublicKey, madeAt: Instant })),
  cells: v.array(v.object({ id: Id, name: v.string(), agreedAt: v.nullable(Instant), usedAt: v.nullable(Instant) })),
});
/** See {@link EscrowAnswer}. */
export type EscrowAnswer = v.InferOutput<typeof EscrowAnswer>;

/** `POST /v1/committee/cells/:id/escrow`: what the committee's sheet opens of a cell. [ESC-4] Asking is written down, and the cell sees it. */
export const EscrowOpened = v.object({
  sealedKey: Sealed,
  sealedRing: Sealed,
  epochs: v.array(v.object({ epoch, box: v.nullable(KeyBox) })),
});
/** See {@link EscrowOpened}. */
export type EscrowOpened = v.InferOutput<typeof EscrowOpened>;
