/**
 * Just enough of the zip format to open a spreadsheet or a Word file without trusting it: the sizes it gives are checked while
 * unpacking, and the parts are handed on uncompressed. The spreadsheet library would otherwise start workers from
 * blob addresses for large parts, which the page's security policy forbids: it would wait for them for ever.
 */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** A reason not to unpack. */
export class ZipProblem extends Error {
  constructor(readonly reason: 'damaged' | 'tooLarge') {
    super(reason);
  }
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The list of parts at the end of the file, or null when there is none (the file is cut short or no zip). */
export function readDirectory(bytes: Uint8Array): ZipEntry[] | null {
  const data = view(bytes);
  let end = bytes.length - 22;
  while (end >= 0 && data.getUint32(end, true) !== END) end = bytes.length - end > 65_557 ? -1 : end - 1;
  if (end < 0) return null;
  const count = data.getUint16(end + 10, true);
  let at = data.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || data.getUint32(at, true) !== CENTRAL) return null;
    const nameLength = data.getUint16(at + 28, true);
    entries.push({
      // Some writers for Windows separate folders by a backslash.
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/'),
      method: data.getUint16(at + 10, true),
      encrypted: (data.getUint16(at + 8, true) & 1) === 1,
      packed: data.getUint32(at + 20, true),
      size: data.getUint32(at + 24, true),
      offset: data.getUint32(at + 42, true),
    });
    at += 46 + nameLength + data.getUint16(at + 30, true) + data.getUint16(at + 32, true);
  }
  return entries;
}

/**
 * Unpacks entries one after another, never more than `limit` bytes in all, whatever the file says of itself.
 * @param onBytes told how many bytes there are so far
 * @throws {ZipProblem} `damaged` or `tooLarge`
 */
export async function unpack(bytes: Uint8Array, entries: readonly ZipEntry[], limit: number, onBytes: (unpacked: number) => void = () => undefined): Promise<Map<string, Uint8Array>> {
  const parts = new Map<string, Uint8Array>();
  let left = limit;
  for (const entry of entries) {
    const before = limit - left;
    const part = await unpackOne(bytes, entry, left, (more) => onBytes(before + more));
    left -= part.length;
    parts.set(entry.name, part);
  }
  return parts;
}

async function unpackOne(bytes: Uint8Array, entry: ZipEntry, limit: number, onBytes: (unpacked: number) => void): Promise<Uint8Array> {
  const data = view(bytes);
  if (entry.offset + 30 > bytes.length || data.getUint32(entry.offset, true) !== LOCAL) throw new ZipProblem('damaged');
  const start = entry.offset + 30 + data.getUint16(entry.offset + 26, true) + data.getUint16(entry.offset + 28, true);
  if (start + entry.packed > bytes.length) throw new ZipProblem('damaged');
  const packed = bytes.slice(start, start + entry.packed);
  if (entry.method === 0 && packed.length > limit) throw new ZipProblem('tooLarge');
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw new ZipProblem('damaged');
  return inflate(packed, limit, onBytes);
}

async function inflate(packed: Uint8Array<ArrayBuffer>, limit: number, onBytes: (unpacked: number) => void): Promise<Uint8Array> {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new ZipProblem('damaged');
    });
    if (done) break;
    length += value.length;
    if (length > limit) {
      await reader.cancel().catch(() => undefined);
      throw new ZipProblem('tooLarge');
    }
    chunks.push(value);
    onBytes(length);
  }
  return concat(chunks, length);
}

function concat(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  return out;
}

/** Packs parts into a zip without compressing them. Checksums are left at zero: the only reader does not look at them. */
export function packStored(parts: ReadonlyMap<string, Uint8Array>): ArrayBuffer {
  const chunks: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let at = 0;
  for (const [name, part] of parts) {
    const label = new TextEncoder().encode(name);
    const local = header(LOCAL, 30, label, part.length);
    const entry = header(CENTRAL, 46, label, part.length);
    view(entry).setUint32(42, at, true);
    chunks.push(local, part);
    central.push(entry);
    at += local.length + part.length;
  }
  const size = central.reduce((sum, entry) => sum + entry.length, 0);
  const end = new Uint8Array(22);
  view(end).setUint32(0, END, true);
  view(end).setUint16(8, parts.size, true);
  view(end).setUint16(10, parts.size, true);
  view(end).setUint32(12, size, true);
  view(end).setUint32(16, at, true);
  return concat([...chunks, ...central, end], at + size + 22).buffer;
}

/** A local or central header; the two differ by six bytes that stand before the shared fields and sixteen after them. */
function header(signature: number, length: number, label: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(length + label.length);
  const data = view(out);
  const shift = signature === CENTRAL ? 2 : 0;
  data.setUint32(0, signature, true);
  data.setUint16(4 + shift, 20, true);
  data.setUint16(6 + shift, 0x0800, true);
  data.setUint32(18 + shift, size, true);
  data.setUint32(22 + shift, size, true);
  data.setUint16(26 + shift, label.length, true);
  out.set(label, length);
  return out;
}
