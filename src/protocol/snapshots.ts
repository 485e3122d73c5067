import * as v from 'valibot';
import { Base64, Id, seq, sha256 } from './parts';

/** Most parts of one snapshot. */
export const MAX_SNAPSHOT_PARTS = 200;
/** Most batches in one question where they stand. */
export const MAX_FIND = 200;

const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_SNAPSHOT_PARTS));

/** [SNAP-4] The snapshots to load instead of the log after the asker's cursor, newest first. */
export const SnapshotOffer = v.object({
  snapshots: v.pipe(v.array(v.object({ id: Id, device: Id, seq, parts: count, size: seq })), v.minLength(1)),
  /** True where the log after the cursor is not there any more: without a snapshot there is no way on. */
  only: v.boolean(),
});
/** See {@link SnapshotOffer}. */
export type SnapshotOffer = v.InferOutput<typeof SnapshotOffer>;

/**
 * `POST /v1/vault/snapshots` (device): one sealed part of a snapshot at `seq`; the first that comes begins it. [SNAP-2] The same again is
 * `same`. `epoch` is the cell's that it is sealed under, `chain` says what the device has taken in ([SNAP-3]).
 */
export const SnapshotPartRequest = v.object({
  id: Id,
  seq: v.pipe(seq, v.minValue(1)),
  epoch: v.pipe(seq, v.minValue(1)),
  chain: sha256,
  parts: count,
  part: seq,
  box: v.pipe(Base64, v.minLength(1)),
});
/** See {@link SnapshotPartRequest}. */
export type SnapshotPartRequest = v.InferOutput<typeof SnapshotPartRequest>;
/** Answer to a part, and to `POST /v1/vault/snapshots/:id/commit`. */
export const SnapshotAnswer = v.object({ state: v.picklist(['stored', 'same']) });
/** See {@link SnapshotAnswer}. */
export type SnapshotAnswer = v.InferOutput<typeof SnapshotAnswer>;
/** `GET /v1/vault/snapshots/:id/parts/:part` (device): one part of a committed snapshot. */
export const SnapshotPart = v.object({ box: Base64 });
/** See {@link SnapshotPart}. */
export type SnapshotPart = v.InferOutput<typeof SnapshotPart>;

/** `POST /v1/vault/find` (device): which of these batches stand in the cell's log. [SNAP-6] Batches that a snapshot holds are never met in a pull. */
export const FindRequest = v.object({ batches: v.pipe(v.array(v.object({ device: Id, id: Id })), v.minLength(1), v.maxLength(MAX_FIND)) });
/** See {@link FindRequest}. */
export type FindRequest = v.InferOutput<typeof FindRequest>;
/** Those that do, with their sequence. */
export const FindAnswer = v.object({ found: v.array(v.object({ device: Id, id: Id, seq })) });
/** See {@link FindAnswer}. */
export type FindAnswer = v.InferOutput<typeof FindAnswer>;
