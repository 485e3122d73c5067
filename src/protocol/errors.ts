import * as v from 'valibot';

/**
 * [PROTO-3] Every refusal has a name. The phone puts it into words (locale file `errors`); the server sends no prose.
 * `codeUnknown` `codeUsed` `codeExpired` activation, joining and sign-in codes · `unauthorized` token missing or unknown ·
 * `forbidden` known, but not theirs · `notFound` · `tooManyRequests` · `tooLarge` body over the limit (halve the batch) ·
 * `invalid` the request does not fit its schema (`path` says where) · `contentMismatch` same id, other content ·
 * `hashMismatch` the hash is not that of the body · `clientTooOld` / `clientTooNew` protocol versions do not meet ·
 * `revoked` the token was this device's, and the device has been shut out (`proofs`: the cell's own word on it) ·
 * `epochTaken` another device has begun this epoch of the cell's key · `boxMissing` a holder has no box of the new key, or a snapshot
 * lacks a part · `snapshotTaken` there is a snapshot as new as this one ·
 * `gradeTaken` the committee has given another grade meanwhile · `quotaFull` there is no room left for the cell's attached files ·
 * of bodies: `bodyTaken` id or code belong to another · `bodyGone` none such on that day · `bodyLater` it has a change of a later day ·
 * `bodyPlace` it cannot stand there · `bodyBeneath` others stand beneath it ·
 * of persons of the committee: `accountNeeded` the link is for whoever becomes the first administrator · `credentialNeeded` first a passkey or a
 * password has to be chosen · `confirmNeeded` the person has to show anew who they are · `permissionNeeded` none of the person's grants allows it ·
 * `signInWrong` name, password, code or passkey is not right (which is not said) · `loginTaken` · `passwordWeak` too short or too common ·
 * `lastAdministrator` nobody would be left to administer persons · `lastCredential` the person could not come in any more ·
 * `cellHasKey` the cell has a device already: a new one must be joined by it · `cellNeedsKey` the cell has no device yet ·
 * `internal` the server's fault.
 */
export const ERROR_CODES = [
  'codeUnknown',
  'codeUsed',
  'codeExpired',
  'unauthorized',
  'revoked',
  'forbidden',
  'notFound',
  'tooManyRequests',
  'tooLarge',
  'invalid',
  'contentMismatch',
  'hashMismatch',
  'clientTooOld',
  'clientTooNew',
  'cellHasKey',
  'cellNeedsKey',
  'epochTaken',
  'boxMissing',
  'snapshotTaken',
  'gradeTaken',
  'quotaFull',
  'bodyTaken',
  'bodyGone',
  'bodyLater',
  'bodyPlace',
  'bodyBeneath',
  'accountNeeded',
  'credentialNeeded',
  'confirmNeeded',
  'permissionNeeded',
  'signInWrong',
  'loginTaken',
  'passwordWeak',
  'lastAdministrator',
  'lastCredential',
  'internal',
] as const;
/** One of {@link ERROR_CODES}. */
export type ErrorCode = (typeof ERROR_CODES)[number];

/** Body of every answer that is not 2xx. */
export const ErrorBody = v.object({
  error: v.object({
    code: v.picklist(ERROR_CODES),
    /** Where in the request the fault lies, e.g. `submissions.0.body.votes`. Never private text. */
    path: v.optional(v.pipe(v.string(), v.maxLength(200))),
    /** Seconds until another try makes sense. */
    retryAfter: v.optional(v.number()),
    /** With `revoked`: see [KEY-12]. Base64. */
    proofs: v.optional(v.array(v.string())),
  }),
});
/** See {@link ErrorBody}. */
export type ErrorBody = v.InferOutput<typeof ErrorBody>;
