import * as v from 'valibot';

/** Random ids made on a phone. */
export const Id = v.pipe(v.string(), v.regex(/^[a-z0-9-]{8,64}$/));
/** Bytes as base64 (standard alphabet, padded). */
export const Base64 = v.pipe(v.string(), v.base64());
/** SHA-256 in hex. */
export const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
/** A sequence of a cell's log, or another count from 0 on. */
export const seq = v.pipe(v.number(), v.integer(), v.minValue(0));
