import { sameJson, type Json } from './json';

/**
 * The book as records of named fields, and the log's rules. State is a function of the server's log alone,
 * with this device's unsent changes on top; no clock decides anything.
 *
 * A record is flat: `att/<memberId>`, `con/<id>/text`. One field is one thing a person wrote, so that two
 * phones that write different things never meet, and two that write the same thing are shown side by side.
 */
export type RecordKind = 'cell' | 'member' | 'meeting' | 'task' | 'submission' | 'review' | 'note' | 'paper' | 'life' | 'duty' | 'plan' | 'directive' | 'appraisal' | 'report' | 'file' | 'directory';

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

/** Splits a key into kind and id. */
export function splitKey(key: RecordKey): { kind: RecordKind; id: string } {
  const at = key.indexOf(':');
  return { kind: key.slice(0, at) as RecordKind, id: key.slice(at + 1) };
}

/** Where a person stands in the meeting is each device's own affair: two that differ there are no two texts. */
export const NO_REVIEW = /^stepId$/;

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
export const AFTER_CLOSE = /^(post\/|grade\/|receipt$|corrections\/)/;

/** What is closed for good: minutes of meetings, and reports [REP-9]. */
export const isClosable = (key: RecordKey): boolean => /^(meeting|report):/.test(key);

/** [LOG-5] True when a record on this device is closed, be it in the log or only here; nothing may be typed into it. */
export function refusesEdit(record: StoredRecord, field: string): boolean {
  if (!isClosable(record.key) || AFTER_CLOSE.test(field)) return false;
  const closed = record.fields['closedAt'];
  return closed !== undefined && shownValue(closed) !== null;
}

/**
 * Writes a change of this device on top of the record. [LOG-1] What the log said stays beneath it. While something of this device
 * stands on top, its author has not seen what arrived beneath: `base` stays what it was.
 * @param over what the author had before them. [LOG-6] Where that is not what stands here by now, they have seen nothing of it.
 */
export function writeLocal(record: StoredRecord, field: string, value: Json, n: number, over?: Json): StoredRecord {
  return { ...record, fields: { ...record.fields, [field]: localState(record.fields[field], value, n, over) } };
}

/** The same for one field by itself; undefined: it has never been written. */
export function localState(before: FieldState | undefined, value: Json, n: number, over?: Json): FieldState {
  const { v, s, d, l } = before ?? { v: null, s: 0, d: '' };
  return { v, s, d, l: { v: value, n, base: l?.base ?? (over === undefined || sameJson(over, v) ? s : 0) } };
}

/** The number of this device's latest change of a record that no log has shown yet; 0 for none. */
export const lastLocal = ({ fields }: StoredRecord): number => Object.values(fields).reduce((last, { l }) => Math.max(last, l?.n ?? 0), 0);

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
