import { cleanText } from './text';

/** What can be attached. */
export const FILE_KINDS = ['photo', 'pdf'] as const;
/** A picture that the phone makes smaller, or a document as it is. */
export type FileKind = (typeof FILE_KINDS)[number];
/** Why something is no file that can be attached. */
export type FileProblem = 'empty' | 'tooLarge' | 'photoTooLarge' | 'type';

/** The largest document, bytes: 20 MiB. */
export const MAX_PDF = 20 * 1024 * 1024;
/** The largest picture that a phone is asked to open, bytes. What is kept of it is far smaller. */
export const MAX_PHOTO = 60 * 1024 * 1024;
/** Longest side of a kept photo, pixels: a page of A4 can be read at about 170 points an inch. */
export const PHOTO_SIDE = 2000;
/** Longest name, letters. */
export const MAX_FILE_NAME = 120;

const at = (head: Uint8Array, text: string, from = 0): boolean => [...text].every((letter, index) => head[from + index] === letter.charCodeAt(0));
/** Brands of pictures in the container of films: iPhones' HEIC and its kin. */
const HEIF = ['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1', 'avif', 'avis'];

/** True for a picture as iPhones keep it, which not every browser opens. `head`: its first bytes. */
export const isHeif = (head: Uint8Array): boolean => at(head, 'ftyp', 4) && HEIF.some((brand) => at(head, brand, 8));

/**
 * [FILE-4] What a file is, by its first bytes and not by what it is called: a photo (JPEG, PNG, WebP, GIF, BMP, HEIC, AVIF), a PDF, or nothing that is
 * taken. `head`: its first 1,024 bytes or more, for a PDF may have something before its beginning.
 */
export function fileKind(head: Uint8Array): FileKind | null {
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'photo';
  if (head[0] === 0x89 && at(head, 'PNG\r\n', 1)) return 'photo';
  if (at(head, 'RIFF') && at(head, 'WEBP', 8)) return 'photo';
  if (at(head, 'GIF8') || at(head, 'BM')) return 'photo';
  if (isHeif(head)) return 'photo';
  for (let from = 0; from <= Math.min(1019, head.length - 5); from += 1) if (at(head, '%PDF-', from)) return 'pdf';
  return null;
}

/** [FILE-5] What is wrong with a file of this many bytes, null for nothing: no bytes, no kind that is taken, too large for its kind. */
export function fileProblem(kind: FileKind | null, size: number): FileProblem | null {
  if (size === 0) return 'empty';
  if (kind === null) return 'type';
  if (kind === 'pdf') return size > MAX_PDF ? 'tooLarge' : null;
  return size > MAX_PHOTO ? 'photoTooLarge' : null;
}

/**
 * [FILE-6] The name that a file is kept under: in NFC, without folders, signs that no phone can save and signs that nobody sees, at most
 * {@link MAX_FILE_NAME} letters, with the ending of what it is. `fallback` where nothing is left of it.
 */
export function keptName(name: string, kind: FileKind, fallback: string): string {
  const ending = kind === 'pdf' ? '.pdf' : '.jpg';
  const last = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const bare = cleanText(last.replace(/[\p{C}]/gu, '').replace(/[<>:"|?*]/g, ' ')).replace(/\.(pdf|jpe?g|png|webp|gif|bmp|hei[cf]|avif)$/i, '');
  const kept = [...bare.replace(/^[.\s]+|[.\s]+$/g, '')].slice(0, MAX_FILE_NAME - ending.length).join('').trim();
  return (kept === '' ? fallback : kept) + ending;
}

/** [FILE-7] The size that a picture is kept in, pixels: as it is, or smaller so that its longer side is {@link PHOTO_SIDE}; never larger, never nothing. */
export function photoSize(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, PHOTO_SIDE / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** [FILE-6] A name that none of `taken` has yet: with a number before its ending where it is there already. */
export function freeName(name: string, taken: readonly string[]): string {
  const [, bare = name, ending = ''] = /^(.*?)(\.[a-z]+)?$/s.exec(name) ?? [];
  for (let count = 2, made = name; ; count += 1) {
    if (!taken.includes(made)) return made;
    made = `${bare} (${count})${ending}`;
  }
}
