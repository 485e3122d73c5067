import { sameJson, type Json } from './json';
import { AFTER_CLOSE, isClosable, NO_REVIEW, type FieldState, type LoggedChange, type RecordKey, type StoredRecord } from './records';

/** Where a change stands in the log. */
export interface LogPosition {
  readonly seq: number;
  readonly device: string;
}

/** Something a person should look at: two texts met, or a change came too late. */
export interface ReviewItem {
  /** The same on every device: made from the place in the log. */
  readonly id: string;
  readonly reason: 'both-changed' | 'closed';
  readonly key: RecordKey;
  readonly field: string;
  /** The text that is not shown, and the device that wrote it. */
  readonly kept: Json;
  readonly keptBy: string;
  /** The text that is shown. */
  readonly shown: Json;
  readonly shownBy: string;
}

/** [LOG-4] True when a record refuses a change of this field because its minutes are closed. */
export function isClosedFor(record: StoredRecord, field: string): boolean {
  if (!isClosable(record.key) || AFTER_CLOSE.test(field)) return false;
  const closed = record.fields['closedAt'];
  return closed !== undefined && closed.v !== null;
}

/** Marks the changes that a batch took; a field typed over since then (another `n`) stays unsent. */
export function markInFlight(record: StoredRecord, taken: ReadonlyMap<string, number>, batch: string): StoredRecord {
  const fields = { ...record.fields };
  for (const [field, n] of taken) {
    const state = fields[field];
    if (state?.l && state.l.n === n) fields[field] = { ...state, l: { ...state.l, b: batch } };
  }
  return { ...record, fields };
}

/** Frees the changes of a batch that will not be stored as it stands (halved, or refused whole), so that they are sent anew. */
export function releaseBatch(record: StoredRecord, batch: string): StoredRecord {
  const fields = { ...record.fields };
  for (const [name, state] of Object.entries(fields)) {
    if (state.l?.b === batch) fields[name] = { v: state.v, s: state.s, d: state.d, l: { v: state.l.v, n: state.l.n, base: state.l.base } };
  }
  return { ...record, fields };
}

/**
 * Takes one change of the log into the record.
 * [LOG-2] The later in the server's order shows.
 * [LOG-3] Where the author had not seen the value that it replaces, and another device wrote that one, the replaced text is handed back for review.
 * [LOG-4] A closed meeting refuses; the refused text is handed back.
 * [LOG-7] What the field has already taken in changes nothing: a log may be read again from its beginning.
 * A local value stays on top, unless it is the one that this change carries (`ownBatch`).
 */
export function applyLogged(record: StoredRecord, change: LoggedChange, at: LogPosition, ownBatch?: string): { record: StoredRecord; review?: ReviewItem } {
  const next = { ...record, fields: { ...record.fields } };
  const review = takeLogged(next, change, at, ownBatch);
  return review ? { record: next, review } : { record: next };
}

/**
 * The same, written into a record that is the caller's own: a page of the log has hundreds of changes of one meeting, and a copy of the
 * whole record for each would cost their square.
 */
export function takeLogged(record: { readonly key: RecordKey; readonly fields: Record<string, FieldState> }, change: LoggedChange, at: LogPosition, ownBatch?: string): ReviewItem | undefined {
  const { key, fields } = record;
  const { field, value, base } = change;
  const before = fields[field];
  const id = `${at.seq}.${key}.${field}`;
  const local = before?.l && !(ownBatch !== undefined && before.l.b === ownBatch) ? { l: before.l } : {};
  if (before && before.s >= at.seq) {
    fields[field] = { v: before.v, s: before.s, d: before.d, ...local };
    return undefined;
  }
  if (isClosedFor(record, field)) {
    const kept: FieldState = { v: before?.v ?? null, s: before?.s ?? 0, d: before?.d ?? '', ...local };
    fields[field] = kept;
    if (sameJson(kept.v, value)) return undefined;
    return { id, reason: 'closed', key, field, kept: value, keptBy: at.device, shown: kept.v, shownBy: kept.d };
  }
  fields[field] = { v: value, s: at.seq, d: at.device, ...local };
  if (before && !NO_REVIEW.test(field) && before.s > base && before.d !== at.device && before.v !== null && !sameJson(before.v, value)) {
    return { id, reason: 'both-changed', key, field, kept: before.v, keptBy: before.d, shown: value, shownBy: at.device };
  }
  return undefined;
}
