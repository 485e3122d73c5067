/**
 * Branded ids: a string that the compiler will not let you mix up with another kind of id.
 * All ids made on a phone are random (128 bits, base32 lower case) and say nothing about what they name.
 */
type Brand<T extends string> = string & { readonly __brand: T };

/** A party cell (chi bộ). Given by the committee's server, or random on a phone that has none yet. */
export type CellId = Brand<'CellId'>;
/** A phone or computer of a cell. */
export type DeviceId = Brand<'DeviceId'>;
/** A party member (đảng viên) in this cell's book. */
export type MemberId = Brand<'MemberId'>;
/** A meeting (buổi sinh hoạt, cuộc họp). */
export type MeetingId = Brand<'MeetingId'>;
/** A task given to a member (nhiệm vụ được giao). */
export type TaskId = Brand<'TaskId'>;
/** A note of self-criticism or criticism. */
export type NoteId = Brand<'NoteId'>;
/** A document of the cell's own (văn bản của chi bộ). */
export type PaperId = Brand<'PaperId'>;
/** An event in a member's life. */
export type LifeId = Brand<'LifeId'>;
/** A document sent up (hồ sơ gửi cấp trên). */
export type SubmissionId = Brand<'SubmissionId'>;

const ALPHABET = 'abcdefghjkmnpqrstvwxyz0123456789';

/**
 * Turns random bytes into an id. The bytes are passed in: the domain makes no randomness of its own.
 * @param bytes at least 16 random bytes; one character per byte, 5 bits each.
 */
export function idFromBytes(bytes: Uint8Array): string {
  let id = '';
  for (const byte of bytes) id += ALPHABET[byte & 31];
  return id;
}
