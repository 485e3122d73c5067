import { fromUtf8, utf8, type Bytes } from '@/crypto';
import type { Json } from '@/domain';

const PLAIN = 0;
const GZIP = 1;

async function through(bytes: Bytes, stream: CompressionStream | DecompressionStream): Promise<Bytes> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}

/** A value as bytes: how it is packed, then JSON, compressed where the browser can (records say the same words over and over). */
export async function pack(value: Json): Promise<Bytes> {
  const json = utf8(JSON.stringify(value));
  const small = typeof CompressionStream === 'undefined' ? null : await through(json, new CompressionStream('gzip'));
  const body = small ?? json;
  const out = new Uint8Array(1 + body.length);
  out[0] = small ? GZIP : PLAIN;
  out.set(body, 1);
  return out;
}

/** What {@link pack} packed. @throws on bytes that are none, or in a way this browser does not know */
export async function unpack<T>(bytes: Bytes): Promise<T> {
  const body = bytes.slice(1);
  if (bytes[0] !== PLAIN && bytes[0] !== GZIP) throw new RangeError('packed in an unknown way');
  return JSON.parse(fromUtf8(bytes[0] === GZIP ? await through(body, new DecompressionStream('gzip')) : body)) as T;
}
