import { utf8, type Bytes, type SealingKey } from '@/crypto';
import { openFrame, sealFrame } from '@/crypto/backup-key';

/** Each frame: this mark, its index, the length of its box (4 bytes each, high first), the box. By the mark a reader finds the way again. */
const MARK = utf8('SCB#');
const HEAD = 12;

/** Seals bytes as the frame of that index. */
export async function writeFrame(key: SealingKey, index: number, plain: Bytes): Promise<Bytes> {
  const box = await sealFrame(key, index, plain);
  const out = new Uint8Array(HEAD + box.length);
  const view = new DataView(out.buffer);
  out.set(MARK);
  view.setUint32(4, index);
  view.setUint32(8, box.length);
  out.set(box, HEAD);
  return out;
}

function nextMark(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(MARK[0]!, from);
  while (at >= 0 && !MARK.every((byte, index) => bytes[at + index] === byte)) at = bytes.indexOf(MARK[0]!, at + 1);
  return at;
}

/** Every frame that opens, by its index. What is cut short, altered or moved is passed over, and the next mark looked for. */
export async function readFrames(key: SealingKey, bytes: Uint8Array): Promise<Map<number, Bytes>> {
  const found = new Map<number, Bytes>();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = nextMark(bytes, 0); at >= 0 && at + HEAD <= bytes.length; ) {
    const index = view.getUint32(at + 4);
    const end = at + HEAD + view.getUint32(at + 8);
    const plain = end <= bytes.length ? await openFrame(key, index, bytes.subarray(at + HEAD, end)) : null;
    if (plain && !found.has(index)) found.set(index, plain);
    at = nextMark(bytes, plain ? end : at + MARK.length);
  }
  return found;
}
