import { sameJson, type Json } from './json';

/**
 * The book as records of named fields, and the log's rules. State is a function of the server's log alone,
 * with this device's unsent changes on top; no clock decides anything.
 *
 * A record is flat: `att/<memberId>`, `con/<id>/text`. One field is one thing a person wrote, so that two
 * phones that write different things never meet, and two that write the same thing are shown side by side.
 */
export type RecordKind = 'cell' | 'member' | 'meeting' | 'task' | 'submission' | 'review' | 'note' | 'paper' | 'directory';

/** The address of a record: `kind:id`. */
export type RecordKey = `${RecordKind}:${string}`;

/** A change not yet seen in the log: its value, its place in this device's order, and the batch that carries it. */
export interface LocalValue {
  readonly v: Json;
  /** This device's own running number; orders changes inside a batch. */
  readonly n: number;
  /** Sequence of the value that the author had before them and replaced; 0 for none. */
  readonly base: number;
  /** The batch in flight that carries this very value; absent while unsent. */
  readonly b?: string;
}

/** One field: what the log says (`v`, written at sequence `s` by device `d`), and what this device wrote after it. */
export interface FieldState {
  readonly v: Json;
  readonly s: number;
  readonly d: string;
  readonly l?: LocalValue;
}

/** A record as kept on the phone. A field whose value is null has been deleted (a tombstone). */
export interface StoredRecord {
  readonly key: RecordKey;
  readonly fields: Readonly<Record<string, FieldState>>;
}

/** What the screens read: the values alone, local ones on top, deleted ones gone. */
export type Fields = Readonly<Record<string, Json>>;

/** One change as a person makes it. */
export interface Change {
  readonly key: RecordKey;
  readonly field: string;
  readonly value: Json;
}

/** A change with what its author had before them when they began, where that is known; null for an empty field. */
export interface TypedChange extends Change {
  readonly over?: Json;
}

/** One change as it stands in the log, with the sequence of the value that its author saw and replaced. */
export interface LoggedChange extends Change {
  readonly base: number;
}

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

/** Splits a key into kind and id. */
export function splitKey(key: RecordKey): { kind: RecordKind; id: string } {
  const at = key.indexOf(':');
  return { kind: key.slice(0, at) as RecordKind, id: key.slice(at + 1) };
}

/** Where a person stands in the meeting is each device's own affair: two that differ there are no two texts. */
const NO_REVIEW = /^stepId$/;

/** Builds a key. */
export const recordKey = (kind: RecordKind, id: string): RecordKey => `${kind}:${id}`;

/** An empty record. */
export const emptyRecord = (key: RecordKey): StoredRecord => ({ key, fields: {} });

/** What a field shows: the local value when there is one. */
export const shownValue = (state: FieldState): Json => (state.l ? state.l.v : state.v);

/** The values of a record as the screens read them. */
export function fieldsOf(record: StoredRecord): Fields {
  const out: Record<string, Json> = {};
  for (const [name, state] of Object.entries(record.fields)) {
    const value = shownValue(state);
    if (value !== null) out[name] = value;
  }
  return out;
}

/** Fields of a closed meeting that may still change: what happens to it afterwards, not what it says. */
const AFTER_CLOSE = /^(post\/|grade\/|receipt$|corrections\/)/;

/** [LOG-4] True when a record refuses a change of this field because its minutes are closed. */
export function isClosedFor(record: StoredRecord, field: string): boolean {
  if (!record.key.startsWith('meeting:') || AFTER_CLOSE.test(field)) return false;
  const closed = record.fields['closedAt'];
  return closed !== undefined && closed.v !== null;
}

/** [LOG-5] True when a record on this device is closed, be it in the log or only here; nothing may be typed into it. */
export function refusesEdit(record: StoredRecord, field: string): boolean {
  if (!record.key.startsWith('meeting:') || AFTER_CLOSE.test(field)) return false;
  const closed = record.fields['closedAt'];
  return closed !== undefined && shownValue(closed) !== null;
}

/**
 * Writes a change of this device on top of the record. [LOG-1] What the log said stays beneath it. While something of this device
 * stands on top, its author has not seen what arrived beneath: `base` stays what it was.
 * @param over what the author had before them. [LOG-6] Where that is not what stands here by now, they have seen nothing of it.
 */
export function writeLocal(record: StoredRecord, field: string, value: Json, n: number, over?: Json): StoredRecord {
  const before = record.fields[field] ?? { v: null, s: 0, d: '' };
  const seen = over === undefined || sameJson(over, before.v) ? before.s : 0;
  const base = before.l?.base ?? seen;
  return { ...record, fields: { ...record.fields, [field]: { v: before.v, s: before.s, d: before.d, l: { v: value, n, base } } } };
}

/**
 * [LOG-8] The words that a change would wipe out unseen: written on this device, not yet in the log, and not what its author had before
 * them. Another window wrote them.
 * @param own what the author's window wrote last in this place
 */
export function unseenWords({ fields }: StoredRecord, { field, value, over }: TypedChange, own?: Json): string | undefined {
  const there = fields[field]?.l?.v;
  return typeof there === 'string' && over !== undefined && !NO_REVIEW.test(field) && ![over, value, own, ''].includes(there) ? there : undefined;
}

/** Changes not yet in any batch, in the order this device made them. */
export function unsentChanges(record: StoredRecord): { change: LoggedChange; n: number }[] {
  return Object.entries(record.fields)
    .filter(([, state]) => state.l !== undefined && state.l.b === undefined)
    .map(([field, state]) => ({ change: { key: record.key, field, value: state.l!.v, base: state.l!.base }, n: state.l!.n }))
    .sort((a, b) => a.n - b.n);
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
export function applyLogged(
  record: StoredRecord,
  change: LoggedChange,
  at: LogPosition,
  ownBatch?: string,
): { record: StoredRecord; review?: ReviewItem } {
  const before = record.fields[change.field];
  const id = `${at.seq}.${change.key}.${change.field}`;
  const local = before?.l && !(ownBatch !== undefined && before.l.b === ownBatch) ? { l: before.l } : {};
  if (before && before.s >= at.seq) {
    return { record: { ...record, fields: { ...record.fields, [change.field]: { v: before.v, s: before.s, d: before.d, ...local } } } };
  }
  if (isClosedFor(record, change.field)) {
    const kept: FieldState = { v: before?.v ?? null, s: before?.s ?? 0, d: before?.d ?? '', ...local };
    const next = { ...record, fields: { ...record.fields, [change.field]: kept } };
    if (sameJson(before?.v ?? null, change.value)) return { record: next };
    return {
      record: next,
      review: { id, reason: 'closed', key: change.key, field: change.field, kept: change.value, keptBy: at.device, shown: kept.v, shownBy: kept.d },
    };
  }
  const next = {
    ...record,
    fields: { ...record.fields, [change.field]: { v: change.value, s: at.seq, d: at.device, ...local } },
  };
  if (before && !NO_REVIEW.test(change.field) && before.s > change.base && before.d !== at.device && before.v !== null && !sameJson(before.v, change.value)) {
    return {
      record: next,
      review: { id, reason: 'both-changed', key: change.key, field: change.field, kept: before.v, keptBy: before.d, shown: change.value, shownBy: at.device },
    };
  }
  return { record: next };
}
