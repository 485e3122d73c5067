import { fromBase45, toBase45 } from './base45';
import { crc32 } from './crc32';

/**
 * [SERIES-1] Bytes as a series of texts for QR codes, each a frame: `SCB1/` and in base 45: the series' id (CRC-32 of all bytes), their
 * number, the frame's index (4 bytes each, high first), a chunk, the CRC-32 of what stands before. All chunks have one length, the last is
 * filled with zeros. With `n` chunks, frames 0 … n-1 are the chunks themselves; every later one is the XOR of about half of them, picked by
 * `picked`. Any n or a few more frames give the bytes: what was missed is made up by whatever comes next, not by a whole further round.
 */
export const SERIES_MARK = 'SCB1/';
/** How a frame of any version begins. */
const ANY_VERSION = /^SCB(\d)\//;
const HEAD = 12;
const TAIL = 4;
/** Bytes of one chunk: with its frame it fits a QR code of version 15 with low error correction, which phones read off each other's screens. */
export const SERIES_CHUNK = 480;
/** The most chunks that are read: a forged series must not fill the memory. */
const MOST = 4096;

const chunksOf = (length: number, chunk: number): number => Math.max(1, Math.ceil(length / chunk));

/** The chunks that a frame is made of: itself, or about half of all, the same on both sides. */
function picked(id: number, index: number, count: number): number[] {
  if (index < count) return [index];
  let state = (id ^ Math.imul(index, 0x9e37_79b1)) >>> 0;
  const bit = (): number => {
    // Mulberry32: small, and even enough for this.
    state = (state + 0x6d2b_79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) & 1;
  };
  const some = Array.from({ length: count }, (_, at) => at).filter(() => bit() === 1);
  return some.length > 0 ? some : [index % count];
}

function xorInto(target: Uint8Array, other: Uint8Array): void {
  for (let at = 0; at < other.length; at += 1) target[at]! ^= other[at]!;
}

/** Makes the frames of some bytes, without end. */
export class SeriesWriter {
  readonly #id: number;
  /** How many frames hold everything once. */
  readonly count: number;

  constructor(
    readonly bytes: Uint8Array,
    readonly chunk: number = SERIES_CHUNK,
  ) {
    this.#id = crc32(bytes);
    this.count = chunksOf(bytes.length, chunk);
  }

  /** The text of frame `index`, from 0. */
  frame(index: number): string {
    const out = new Uint8Array(HEAD + this.chunk + TAIL);
    const view = new DataView(out.buffer);
    view.setUint32(0, this.#id);
    view.setUint32(4, this.bytes.length);
    view.setUint32(8, index);
    const body = out.subarray(HEAD, HEAD + this.chunk);
    for (const at of picked(this.#id, index, this.count)) xorInto(body, this.bytes.subarray(at * this.chunk, (at + 1) * this.chunk));
    view.setUint32(HEAD + this.chunk, crc32(out.subarray(0, HEAD + this.chunk)));
    return SERIES_MARK + toBase45(out);
  }
}

/**
 * What a frame did. `more`: it told something new · `known`: nothing new · `whole`: all is there · `other`: of another series than the one
 * being read · `damaged`: not whole, or the whole did not come out right · `newer`: of a later version · `foreign`: no frame.
 */
export type FrameTold = 'more' | 'known' | 'whole' | 'other' | 'damaged' | 'newer' | 'foreign';

interface Row {
  /** Which chunks are XORed in it, a bit each. */
  readonly mask: Uint32Array;
  readonly data: Uint8Array;
}

interface Started {
  readonly id: number;
  readonly length: number;
  readonly chunk: number;
  readonly count: number;
}

/** Gathers the frames of one series in whatever order they come. */
export class SeriesReader {
  #started: Started | null = null;
  #rows: (Row | undefined)[] = [];
  #received = 0;
  #whole: Uint8Array<ArrayBuffer> | null = null;

  /** How many more or less independent frames have come. */
  get received(): number {
    return this.#received;
  }

  /** How many are needed; 0 before the first. */
  get total(): number {
    return this.#started?.count ?? 0;
  }

  /** The bytes; null until all are there. */
  get bytes(): Uint8Array<ArrayBuffer> | null {
    return this.#whole;
  }

  /** Takes a scanned text. */
  add(text: string): FrameTold {
    const version = ANY_VERSION.exec(text)?.[1];
    if (version === undefined) return 'foreign';
    if (!text.startsWith(SERIES_MARK)) return 'newer';
    const frame = fromBase45(text.slice(SERIES_MARK.length));
    if (!frame || frame.length <= HEAD + TAIL) return 'damaged';
    const view = new DataView(frame.buffer, frame.byteOffset);
    if (view.getUint32(frame.length - TAIL) !== crc32(frame.subarray(0, frame.length - TAIL))) return 'damaged';
    const [id, length, chunk] = [view.getUint32(0), view.getUint32(4), frame.length - HEAD - TAIL];
    const count = chunksOf(length, chunk);
    if (count > MOST) return 'damaged';
    this.#started ??= { id, length, chunk, count };
    const { id: own, length: ownLength, chunk: ownChunk } = this.#started;
    if (id !== own || length !== ownLength || chunk !== ownChunk) return 'other';
    if (this.#whole) return 'whole';
    if (!this.#take(picked(id, view.getUint32(8), count), frame.slice(HEAD, HEAD + chunk))) return 'known';
    if (this.#received < count) return 'more';
    return this.#finish() ? 'whole' : 'damaged';
  }

  /** Adds an equation, freed of what is known; false when it says nothing new. */
  #take(chunks: readonly number[], data: Uint8Array): boolean {
    const mask = new Uint32Array(Math.ceil(this.total / 32));
    for (const at of chunks) mask[at >> 5]! |= 1 << (at & 31);
    for (let at = 0; at < this.total; at += 1) {
      if (((mask[at >> 5]! >>> (at & 31)) & 1) === 0) continue;
      const row = this.#rows[at];
      if (!row) {
        this.#rows[at] = { mask, data };
        this.#received += 1;
        return true;
      }
      for (let word = 0; word < mask.length; word += 1) mask[word]! ^= row.mask[word]!;
      xorInto(data, row.data);
    }
    return false;
  }

  /** Each row has its own chunk first and only later ones besides: solved from the last. Begins anew where the sum is not right. */
  #finish(): boolean {
    const { id, length, chunk, count } = this.#started!;
    const all = new Uint8Array(count * chunk);
    for (let at = count - 1; at >= 0; at -= 1) {
      const { mask, data } = this.#rows[at]!;
      for (let other = at + 1; other < count; other += 1) if ((mask[other >> 5]! >>> (other & 31)) & 1) xorInto(data, all.subarray(other * chunk, (other + 1) * chunk));
      all.set(data, at * chunk);
    }
    const bytes = all.slice(0, length);
    if (crc32(bytes) === id) this.#whole = bytes;
    else this.reset();
    return this.#whole !== null;
  }

  /** Forgets everything, to read another series. */
  reset(): void {
    this.#started = null;
    this.#rows = [];
    this.#received = 0;
    this.#whole = null;
  }
}

/** True for a text that claims to be a frame of some version. */
export const isSeriesFrame = (text: string): boolean => ANY_VERSION.test(text);
