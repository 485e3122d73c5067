import * as v from 'valibot';
import { DirectiveView } from './directives';
import { SubmissionBody } from './meeting-record';
import { Base64, Id, seq, sha256 } from './parts';
import { PERSON_STATES } from './persons';
import { SnapshotOffer } from './snapshots';

const month = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/));
/** A moment: ISO 8601 in UTC. */
export const Instant = v.pipe(v.string(), v.isoTimestamp());
/** No control characters: a database may refuse them, a screen cannot show them. */
export const DeviceName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60), v.regex(/^\P{Cc}*$/u));
/** A random word of the phone's own (at least 128 bits), kept until the answer has arrived. See [ACT-4]. */
export const Attempt = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22,64}$/));
/** A code as typed: 8 to 40 letters, digits, blanks and hyphens; the server folds it (see `foldCode`). */
const Code = v.pipe(v.string(), v.minLength(8), v.maxLength(40), v.regex(/^[A-Za-z0-9 -]+$/));

/** What a phone learns of its cell when it is let in. */
export const CellInfo = v.object({
  id: Id,
  name: v.string(),
  superior: v.string(),
  placeName: v.string(),
  profile: v.string(),
});
/** See {@link CellInfo}. */
export type CellInfo = v.InferOutput<typeof CellInfo>;

/** `GET /v1/status`: is this the right server, what does it speak, what time has it. */
export const StatusAnswer = v.object({ service: v.literal('so-chi-bo'), protocol: v.number(), oldestProtocol: v.number(), time: Instant, serverKey: Base64 });
/** See {@link StatusAnswer}. */
export type StatusAnswer = v.InferOutput<typeof StatusAnswer>;

/**
 * `POST /v1/activate`: a committee's activation code for a device's token. [ACT-1] once, before it expires.
 * [ACT-4] An answer lost on the way is asked for again with the same `attempt`: the same device gets a new token, until the
 * token has been used for the first time. Without an attempt a lost answer costs the code. The same holds for joining.
 */
export const ActivateRequest = v.object({ code: Code, deviceName: DeviceName, attempt: v.optional(Attempt) });
/** See {@link ActivateRequest}. */
export type ActivateRequest = v.InferOutput<typeof ActivateRequest>;
/**
 * [ACT-2] This device makes the cell's key, which begins `epoch` (1 where the server does not say). A cell that has a device refuses
 * with `cellHasKey`.
 */
export const ActivateAnswer = v.object({ token: v.string(), deviceId: Id, cell: CellInfo, serverKey: Base64, epoch: v.optional(seq) });
/** See {@link ActivateAnswer}. */
export type ActivateAnswer = v.InferOutput<typeof ActivateAnswer>;

/**
 * `POST /v1/invites` (device): leaves the cell's keys, sealed under a secret that the server never sees, for a second device.
 * [JOIN-1] `lookup` is the first part of the typed code; the second part opens `sealedKey`. Valid 15 minutes, once.
 */
export const InviteRequest = v.object({ lookup: Code, sealedKey: v.pipe(Base64, v.maxLength(32_768)) });
/** See {@link InviteRequest}. */
export type InviteRequest = v.InferOutput<typeof InviteRequest>;
/** Answer of `POST /v1/invites`. */
export const InviteAnswer = v.object({ expiresAt: Instant });
/** `POST /v1/join`: the second device's side. */
export const JoinRequest = v.object({ lookup: Code, deviceName: DeviceName, attempt: v.optional(Attempt) });
/** See {@link JoinRequest}. */
export type JoinRequest = v.InferOutput<typeof JoinRequest>;
/** Answer of `POST /v1/join`. */
export const JoinAnswer = v.object({ token: v.string(), deviceId: Id, cell: CellInfo, serverKey: Base64, sealedKey: Base64 });
/** See {@link JoinAnswer}. */
export type JoinAnswer = v.InferOutput<typeof JoinAnswer>;

/** `GET /v1/devices` (device): the cell's devices, and those that were shut out, with the moment they were told. */
export const DevicesAnswer = v.object({
  devices: v.array(
    v.object({
      id: Id,
      name: v.string(),
      joinedAt: Instant,
      lastSeenAt: v.nullable(Instant),
      self: v.boolean(),
      /** Let in without a network, and not come yet (see admission.ts). */
      awaited: v.optional(v.boolean()),
    }),
  ),
  revoked: v.optional(v.array(v.object({ id: Id, name: v.string(), revokedAt: Instant, toldAt: v.nullable(Instant) }))),
});
/** See {@link DevicesAnswer}. */
export type DevicesAnswer = v.InferOutput<typeof DevicesAnswer>;

/** Most batches in one push, and the most bytes a request body may have. */
export const MAX_BATCHES = 50;
/** Body limit in bytes; over it the answer is 413 `tooLarge`. */
export const MAX_BODY_BYTES = 1_048_576;
/** Most characters of one batch's box (base64); over it the batch alone is `refused` with `tooLarge`, the rest is stored. */
export const MAX_BOX_LENGTH = 524_288;

/**
 * `POST /v1/vault/push` (device): sealed batches onto the cell's log.
 * [VAULT-1] Each batch id is chosen on the phone. The server keeps (device, id, hash of box): the same again is `same` with the
 * first sequence; the same id with another box is `refused` with `contentMismatch`. One answer per batch, in order.
 */
export const PushRequest = v.object({
  batches: v.pipe(v.array(v.object({ id: Id, box: v.pipe(Base64, v.minLength(1)) })), v.minLength(1), v.maxLength(MAX_BATCHES)),
});
/** See {@link PushRequest}. */
export type PushRequest = v.InferOutput<typeof PushRequest>;
/** Answer of a push. */
export const PushAnswer = v.object({
  results: v.array(
    v.variant('state', [
      v.object({ state: v.picklist(['stored', 'same']), id: Id, seq }),
      v.object({ state: v.literal('refused'), id: Id, reason: v.picklist(['contentMismatch', 'tooLarge']) }),
    ]),
  ),
  head: seq,
});
/** See {@link PushAnswer}. */
export type PushAnswer = v.InferOutput<typeof PushAnswer>;

/** Most entries in one pull. */
export const MAX_PULL = 200;
/**
 * `GET /v1/vault/pull?after=<seq>[&full=1][&log=1]` (device): the log after a sequence, in order. [VAULT-2] A device's own batches come
 * without their box: it has them (with `full=1` they come whole). `more` says whether to ask again. [SNAP-4] An answer with an `offer`
 * has no entries: a snapshot is to be loaded first; with `log=1` the log comes all the same, for as long as it is there.
 */
export const PullAnswer = v.object({
  entries: v.array(v.object({ seq, device: Id, batch: Id, box: v.nullable(Base64) })),
  head: seq,
  more: v.boolean(),
  /** The cell's epoch and whether the next is due (see keys.ts); servers before there were epochs do not say. */
  keys: v.optional(v.object({ epoch: seq, rotationDue: v.boolean() })),
  offer: v.optional(SnapshotOffer),
  /** [SNAP-1] Much has come since the newest snapshot: whoever has all of the log may make the next. */
  snapshotDue: v.optional(v.boolean()),
  /** [DIR-4] How many directives the committee has sent the cell; servers before there were any do not say. */
  directives: v.optional(seq),
  /** [PIECE-3] How often one of the cell's attached files came whole or was removed; servers before there were any do not say. */
  files: v.optional(seq),
});
/** See {@link PullAnswer}. */
export type PullAnswer = v.InferOutput<typeof PullAnswer>;

/** The server's word that it has a document: signed with Ed25519 over the canonical JSON of `receipt`. */
export const Receipt = v.object({
  receipt: v.object({ submissionId: Id, cell: Id, hash: sha256, receivedAt: Instant, number: seq }),
  signature: Base64,
  serverKey: Base64,
});
/** See {@link Receipt}. */
export type Receipt = v.InferOutput<typeof Receipt>;

/** One document on its way up. `hash`: SHA-256 (hex) of the canonical JSON of `body`. */
export const SubmissionEnvelope = v.object({ id: Id, hash: sha256, body: SubmissionBody });
/** See {@link SubmissionEnvelope}. */
export type SubmissionEnvelope = v.InferOutput<typeof SubmissionEnvelope>;
/**
 * `POST /v1/submissions` (device): one document. [SUB-2] Idempotent by id and hash: the same again gets the first receipt;
 * the same id with another hash is 409 `contentMismatch`; a body that does not fit is 422 `invalid` with its path.
 */
export const SubmissionAnswer = v.object({ state: v.picklist(['accepted', 'same']), receipt: Receipt });
/** See {@link SubmissionAnswer}. */
export type SubmissionAnswer = v.InferOutput<typeof SubmissionAnswer>;

/** `POST /v1/committee/sign-in`: a sign-in link's token for a session cookie. */
export const SignInRequest = v.object({ token: v.pipe(v.string(), v.minLength(16), v.maxLength(128)) });
const Extent = v.picklist(['whole', 'part', 'none']);
/**
 * `GET /v1/committee/me`. `may`: over which part of the committee the person has each permission. `state` `invited`: nothing but choosing a
 * credential is open yet.
 */
export const MeAnswer = v.object({
  committee: v.object({ id: Id, name: v.string() }),
  signedInAt: Instant,
  person: v.object({ id: Id, name: v.string(), office: v.string(), login: v.string(), state: v.picklist(PERSON_STATES) }),
  may: v.object({ view: Extent, grade: Extent, direct: Extent, administer: Extent }),
});
/** See {@link MeAnswer}. */
export type MeAnswer = v.InferOutput<typeof MeAnswer>;

/** States of a cell in a month, as far as the server can know: nothing sent, or sent. */
export const CellMonth = v.object({
  cell: v.object({ id: Id, name: v.string() }),
  /** Devices let in, and when the last of them was heard of. */
  devices: v.number(),
  lastSeenAt: v.nullable(Instant),
  meetings: v.array(
    v.object({
      submissionId: Id,
      kind: v.string(),
      date: v.string(),
      minutes: v.number(),
      present: v.number(),
      expected: v.number(),
      ratePercent: v.number(),
      points: v.nullable(v.number()),
      grade: v.nullable(v.string()),
      receivedAt: Instant,
      /** The committee's own grade, once it has given one. */
      official: v.optional(v.object({ grade: v.string(), points: v.nullable(v.number()) })),
    }),
  ),
  /** [SUB-8] Reports of times that end in the month, in the order they came; servers before there were any do not say. */
  reports: v.optional(v.array(v.object({ submissionId: Id, reportId: v.string(), period: v.string(), corrects: v.boolean(), receivedAt: Instant }))),
});
/** See {@link CellMonth}. */
export type CellMonth = v.InferOutput<typeof CellMonth>;
/** `GET /v1/committee/overview?month=YYYY-MM`. */
export const OverviewAnswer = v.object({ month, cells: v.array(CellMonth) });
/** See {@link OverviewAnswer}. */
export type OverviewAnswer = v.InferOutput<typeof OverviewAnswer>;
/** `GET /v1/committee/submissions/:id`: the document whole, with its receipt, and all that the committee has said to its meeting, in order. */
export const SubmissionView = v.object({
  id: Id,
  cell: v.object({ id: Id, name: v.string() }),
  body: SubmissionBody,
  receipt: Receipt,
  directives: v.optional(v.array(DirectiveView)),
});
/** See {@link SubmissionView}. */
export type SubmissionView = v.InferOutput<typeof SubmissionView>;
/** `POST /v1/committee/cells/:id/codes`: a fresh activation code, shown once. */
export const CodeAnswer = v.object({ code: v.string(), expiresAt: Instant });
/** See {@link CodeAnswer}. */
export type CodeAnswer = v.InferOutput<typeof CodeAnswer>;
