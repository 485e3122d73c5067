import { fail, ok, type Result } from '@/domain';
import { readPasted } from './read-pasted';
import { readWorkbook } from './read-sheet';
import { LIMITS, type ImportError, type OnProgress, type Workbook } from './sheet';

/** [IMP-22] Reads a chosen file: a text of rows where its name says so (.csv, .txt), else a workbook. */
export async function readFile(file: File, onProgress?: OnProgress): Promise<Result<Workbook, ImportError>> {
  if (!/\.(?:csv|tsv|txt)$/i.test(file.name)) return readWorkbook(file, onProgress);
  if (file.size > LIMITS.fileBytes) return fail('tooLarge');
  const text = decodeText(new Uint8Array(await file.arrayBuffer()));
  if (text === null) return fail('notXlsx');
  const read = readPasted(text);
  return read.ok ? ok({ sheets: [{ name: file.name, visible: true, ...read.value }], best: 0 }) : read;
}

/**
 * The text of a file: UTF-16 or UTF-8 where it is that; else one of the codes of Windows before Unicode. Vietnamese Windows writes its tone marks
 * as letters of their own; a text without them is taken letter by letter, and its old font is found where all sheets are looked at.
 * @returns null for bytes that are no text
 */
function decodeText(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const vietnamese = new TextDecoder('windows-1258').decode(bytes);
    return /\p{M}/u.test(vietnamese) ? vietnamese.normalize('NFC') : new TextDecoder('windows-1252').decode(bytes);
  }
}
