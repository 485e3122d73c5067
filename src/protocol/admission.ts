import * as v from 'valibot';
import { Epoch, KeyBox, PublicKey, SheetLookup, Voucher } from './keys';
import { Base64, Id } from './parts';
import { Attempt, CellInfo, DeviceName, Instant } from './wire';

/**
 * `POST /v1/admissions` (device): a device that this one has let in without a network. [ADMIT-4] From here on it is one of the cell's
 * devices, under the id that the old one chose for it, with its key; it gets its token when it comes with `lookup`. The same again is the
 * same, other content under the id or the lookup is `contentMismatch`.
 */
export const AdmissionRequest = v.object({
  device: Id,
  lookup: SheetLookup,
  name: DeviceName,
  publicKey: PublicKey,
  /** Under `epoch`, which must be the present one: otherwise `epochTaken`. */
  voucher: Voucher,
  epoch: Epoch,
  /** The epochs that began since the new device was given its keys. */
  boxes: v.pipe(v.array(v.object({ epoch: Epoch, box: KeyBox })), v.maxLength(100)),
});
/** See {@link AdmissionRequest}. */
export type AdmissionRequest = v.InferOutput<typeof AdmissionRequest>;
/** Answer of an admission: until when the device must have come. */
export const AdmissionAnswer = v.object({ expiresAt: Instant });

/**
 * `POST /v1/admit`: the new device comes. [ADMIT-5] Once, with the key it was admitted under; `codeUnknown` while the old device has not
 * been in touch. The same `attempt` again gets the same device, until its token has been used.
 */
export const AdmitRequest = v.object({ lookup: SheetLookup, publicKey: PublicKey, deviceName: DeviceName, attempt: v.optional(Attempt) });
/** See {@link AdmitRequest}. */
export type AdmitRequest = v.InferOutput<typeof AdmitRequest>;
/** Answer of coming in. */
export const AdmitAnswer = v.object({ token: v.string(), deviceId: Id, cell: CellInfo, serverKey: Base64 });
/** See {@link AdmitAnswer}. */
export type AdmitAnswer = v.InferOutput<typeof AdmitAnswer>;
