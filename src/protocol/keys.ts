import * as v from 'valibot';
import { Base64, Id } from './parts';
import { Attempt, CellInfo, DeviceName, Instant } from './wire';

/** An uncompressed P-256 point: 65 bytes, base64. */
export const PublicKey = v.pipe(Base64, v.length(88));
/** A cell's word on somebody's key, sealed (see src/crypto/keyring.ts). */
export const Voucher = v.pipe(Base64, v.minLength(1), v.maxLength(400));
/** A sealed key. */
export const KeyBox = v.pipe(Base64, v.minLength(1), v.maxLength(1000));
/** The id of a key as envelopes carry it: 8 bytes, hex. */
const KeyId = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/));
/** Counts the cell's keys. The first device begins one; its key comes with joining codes and has no boxes. */
export const Epoch = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(0xffff_ffff));
/** What a recovery sheet is found by: 128 bits of a hash over its secret, hex. */
export const SheetLookup = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));

/** Who holds a key: a device's id, or {@link RECOVERY}. */
export const RECOVERY = 'recovery';

/**
 * `POST /v1/devices/key` (device): its public key, the cell's word on it, and the key under which that was said. [KEY-9] The last
 * one counts: a book that was taken back from a copy makes a new pair.
 */
export const DeviceKeyRequest = v.object({ publicKey: PublicKey, voucher: Voucher, epoch: Epoch, keyId: KeyId });
/** See {@link DeviceKeyRequest}. */
export type DeviceKeyRequest = v.InferOutput<typeof DeviceKeyRequest>;

const HolderKey = v.object({ publicKey: PublicKey, voucher: Voucher });

/**
 * `GET /v1/keyring` (device): the epoch that counts, this device's own boxes, and whose keys a new epoch has to be sealed to.
 * [KEY-10] `rotationDue`: a device has been shut out and no epoch has begun since.
 */
export const KeyringAnswer = v.object({
  epoch: Epoch,
  rotationDue: v.boolean(),
  /** Oldest first; `keyId` is null until the device that began the epoch has said it, `box` where there is none for this device. */
  epochs: v.array(v.object({ epoch: Epoch, keyId: v.nullable(KeyId), box: v.nullable(KeyBox) })),
  /** Devices let in; `key` is null until they have one. */
  devices: v.array(v.object({ id: Id, key: v.nullable(HolderKey) })),
  recovery: v.nullable(v.object({ key: HolderKey, madeAt: Instant, madeBy: Id })),
  /** The committee's spare key, where it has one: [ESC-1] whether the cell has agreed, and when the committee last opened it. */
  escrow: v.optional(v.nullable(v.object({ publicKey: PublicKey, madeAt: Instant, agreed: v.nullable(v.object({ voucher: Voucher, at: Instant, by: Id })), usedAt: v.nullable(Instant) }))),
});
/** See {@link KeyringAnswer}. */
export type KeyringAnswer = v.InferOutput<typeof KeyringAnswer>;

/**
 * `POST /v1/keyring/rotate` (device): begins `epoch`, which must be the one after the present: otherwise `epochTaken`.
 * [KEY-11] Every device with a key, and the recovery sheet, must have a box or stand in `without`: otherwise `boxMissing`.
 */
export const RotateRequest = v.object({
  epoch: Epoch,
  keyId: KeyId,
  boxes: v.pipe(v.array(v.object({ holder: Id, box: KeyBox, voucher: Voucher })), v.minLength(1), v.maxLength(100)),
  /** Holders whose key nobody vouches for: they are told, and have to be let in anew. */
  without: v.pipe(v.array(Id), v.maxLength(100)),
});
/** See {@link RotateRequest}. */
export type RotateRequest = v.InferOutput<typeof RotateRequest>;
/** Answer of a rotation. */
export const RotateAnswer = v.object({ epoch: Epoch });

/**
 * `POST /v1/devices/:id/revoke` (device): shuts another device of the cell out, at once. [KEY-12] `proofs` is the cell's word on it,
 * handed to the device with every `revoked` that it gets from then on.
 */
export const RevokeRequest = v.object({ proofs: v.pipe(v.array(v.pipe(Base64, v.minLength(1), v.maxLength(400))), v.maxLength(200)) });
/** See {@link RevokeRequest}. */
export type RevokeRequest = v.InferOutput<typeof RevokeRequest>;
/** Answer of a revocation. */
export const RevokeAnswer = v.object({ rotationDue: v.boolean() });

/**
 * `POST /v1/recovery` (device): a recovery sheet, which holds the keys up to `epoch`. [KEY-13] One a cell: the one before is dead.
 * Under another epoch than the present one it is `epochTaken`.
 */
export const RecoveryRequest = v.object({ epoch: Epoch, lookup: SheetLookup, publicKey: PublicKey, voucher: Voucher, sealedKey: v.pipe(Base64, v.minLength(1), v.maxLength(32_768)) });
/** See {@link RecoveryRequest}. */
export type RecoveryRequest = v.InferOutput<typeof RecoveryRequest>;
/** Answer of making a sheet. */
export const RecoveryAnswer = v.object({ madeAt: Instant });

/**
 * `POST /v1/recover`: a blank device with the sheet's lookup. [KEY-14] It is let in as a further device of the cell and gets what
 * only the sheet opens. The same `attempt` again gets the same device, until its token has been used.
 */
export const RecoverRequest = v.object({ lookup: SheetLookup, deviceName: DeviceName, attempt: v.optional(Attempt) });
/** See {@link RecoverRequest}. */
export type RecoverRequest = v.InferOutput<typeof RecoverRequest>;
/** Answer of a recovery; `epochs` are the boxes sealed to the sheet, oldest first. */
export const RecoverAnswer = v.object({
  token: v.string(),
  deviceId: Id,
  cell: CellInfo,
  serverKey: Base64,
  sealedKey: Base64,
  epochs: v.array(v.object({ epoch: Epoch, box: v.nullable(KeyBox) })),
});
/** See {@link RecoverAnswer}. */
export type RecoverAnswer = v.InferOutput<typeof RecoverAnswer>;
