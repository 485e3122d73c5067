import { readDocx } from './read-docx';
import { readPdf } from './read-pdf';
import { MOST, Unread, type ReadFile } from './types';

const begins = (bytes: Uint8Array, signs: readonly number[]): boolean => signs.every((sign, at) => bytes[at] === sign);

/** Reads a file in hand by what it is, whatever its name says. @throws Unread with the reason, and nothing else */
export async function readFileInHand(file: Blob): Promise<ReadFile> {
  if (file.size > MOST.file) throw new Unread('tooLarge');
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new Unread('old');
    if (begins(bytes, [0x50, 0x4b])) return await readDocx(bytes);
    if (begins(bytes, [0x25, 0x50, 0x44, 0x46])) return await readPdf(bytes);
    throw new Unread('type');
  } catch (error) {
    throw error instanceof Unread ? error : new Unread('damaged');
  }
}
