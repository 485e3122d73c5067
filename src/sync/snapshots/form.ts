import { EnvelopeError, openWithRing, seal, utf8, type Bytes, type Ring } from '@/crypto';
import { splitKey, type Json, type RecordKey, type StoredRecord } from '@/domain';
import { SNAPSHOT_SCHEMA } from '@/protocol';
import { pack, unpack } from '@/storage/backup/pack';

/** What the log says of one field: its value, the sequence that wrote it, the device. */
type Logged = readonly [v: Json, s: number, d: string];
/** Fields of one record, by name. A record may go on in the next part. */
export type LoggedFields = Readonly<Record<string, Logged>>;
type Entry = readonly [RecordKey, LoggedFields];

/**
 * What is sealed in a part. `v` is {@link SNAPSHOT_SCHEMA}, `format` the newest format of batches that its maker reads: whoever reads
 * less may not understand what they come to. The last part closes the snapshot, and says what all of it must come to.
 */
interface Part {
  readonly v: number;
  readonly format: number;
  readonly records: readonly Entry[];
  readonly end?: SnapshotEnd;
}

/** The last part's word on the whole: the position in the log, its chain ([SNAP-3]), and how many fields there are. */
export interface SnapshotEnd {
  readonly seq: number;
  readonly chain: string;
  readonly fields: number;
}

/** A snapshot, opened and found whole. */
export interface SnapshotContent {
  readonly end: SnapshotEnd;
  readonly records: ReadonlyMap<RecordKey, LoggedFields>;
}

/** Where a snapshot belongs; with the part's number it is bound to each box. */
export interface SnapshotPlace {
  readonly cell: string;
  readonly device: string;
  readonly id: string;
  readonly seq: number;
  readonly parts: number;
}

/** About so much plain text to a part, bytes: packed, a thin line carries it in seconds; unpacked, it is under the server's limit. */
const PART = 250_000;

/** The associated text of a part's box. */
export const partContext = ({ cell, device, id, seq, parts }: SnapshotPlace, part: number): string => `snapshot.${cell}.${device}.${id}.${seq}.${parts}.${part}`;

/**
 * [SNAP-9] The log's side of records, packed part by part: value, sequence and device of every field that the log has written, deleted ones
 * too; nothing of what this device has not seen in the log. Records by key, fields by name: of one log every device makes the same.
 * @param rows records in the order of their keys, opened one at a time
 */
export async function packParts(rows: AsyncIterable<StoredRecord>, at: Omit<SnapshotEnd, 'fields'>, format: number): Promise<Bytes[]> {
  const parts: Bytes[] = [];
  let records: [RecordKey, Record<string, Logged>][] = [];
  let size = 0;
  let count = 0;
  const close = async (end?: SnapshotEnd): Promise<void> => {
    const part: Part = { v: SNAPSHOT_SCHEMA, format, records, ...(end ? { end } : {}) };
    parts.push(await pack(part as unknown as Json));
    [records, size] = [[], 0];
  };
  for await (const { key, fields } of rows) {
    // Derived on each device from the meetings.
    if (splitKey(key).kind === 'directory') continue;
    for (const [name, { v, s, d }] of Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (s === 0) continue;
      if (s > at.seq) throw new RangeError('a field from beyond the log');
      const length = utf8(JSON.stringify(v)).length + key.length + name.length + d.length;
      if (size > 0 && size + length > PART) await close();
      const last = records.at(-1);
      if (last?.[0] === key) last[1][name] = [v, s, d];
      else records.push([key, { [name]: [v, s, d] }]);
      size += length;
      count += 1;
    }
  }
  await close({ ...at, fields: count });
  return parts;
}

/** Seals a packed part under the cell's key. */
export const sealPart = (ring: Ring, packed: Bytes, place: SnapshotPlace, part: number): Promise<Bytes> => seal(ring.current, packed, partContext(place, part));

/**
 * [SNAP-10] Opens all parts of a snapshot. @param format the newest format of batches that this app reads
 * @throws EnvelopeError `newer` when a later app made it, `damaged` when a part is altered, another's or missing
 */
export async function openParts(ring: Ring, boxes: readonly Bytes[], place: SnapshotPlace, format: number): Promise<SnapshotContent> {
  const records = new Map<RecordKey, Record<string, Logged>>();
  let count = 0;
  let end: SnapshotEnd | undefined;
  for (const [index, box] of boxes.entries()) {
    const part = await unpack<Part>(await openWithRing(ring, box, partContext(place, index))).catch((error: unknown) => {
      throw error instanceof EnvelopeError ? error : new EnvelopeError('damaged');
    });
    if (part.v > SNAPSHOT_SCHEMA || part.format > format) throw new EnvelopeError('newer');
    for (const [key, fields] of part.records) {
      records.set(key, { ...records.get(key), ...fields });
      count += Object.keys(fields).length;
    }
    end = part.end;
  }
  if (!end || end.seq !== place.seq || end.fields !== count) throw new EnvelopeError('damaged');
  return { end, records };
}
