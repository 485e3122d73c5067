import type { ClosedKind } from '@/domain';

/** How much of a fingerprint is printed for people to read and type: 80 bits. */
const DIGITS = 20;
const PREFIX = 'SCB1';
const LETTER: Record<ClosedKind, string> = { minutes: 'M', correction: 'C', report: 'R' };
/** Digits of a whole fingerprint in base 36. */
const LONG = 50;

/** A fingerprint as it is printed: "A1B2 C3D4 E5F6 0718 29AB". */
export const shortPrint = (hash: string): string => (hash.slice(0, DIGITS).toUpperCase().match(/.{1,4}/g) ?? []).join(' ');

/** [PROOF-2] What the QR code of a closed file holds: that it is one of ours, of which kind, and its fingerprint; nothing of the cell or of persons. */
export const qrText = (kind: ClosedKind, hash: string): string => `${PREFIX}${LETTER[kind]}${BigInt(`0x${hash}`).toString(36).toUpperCase().padStart(LONG, '0')}`;

/** What somebody typed or scanned. `whole`: all 64 digits; otherwise the first {@link DIGITS}. */
export interface ReadPrint {
  readonly digits: string;
  readonly whole: boolean;
}

const fromQr = (text: string): string | null => {
  if (!/^SCB1[MCR][0-9A-Z]{50}$/.test(text)) return null;
  let value = 0n;
  for (const digit of text.slice(PREFIX.length + 1)) value = value * 36n + BigInt(Number.parseInt(digit, 36));
  const hex = value.toString(16).padStart(64, '0');
  return hex.length === 64 ? hex : null;
};

/** Reads a QR code's text, a whole fingerprint or a printed one, typed with or without blanks; null for anything else. */
export function readPrint(text: string): ReadPrint | null {
  const bare = text.trim().toUpperCase();
  const scanned = fromQr(bare);
  if (scanned) return { digits: scanned, whole: true };
  // The letters that are taken for figures when read off paper.
  const digits = bare.replace(/[\s.·:-]+/g, '').replace(/O/g, '0').replace(/[IL]/g, '1').toLowerCase();
  if (!/^[0-9a-f]+$/.test(digits)) return null;
  return digits.length === 64 || digits.length === DIGITS ? { digits, whole: digits.length === 64 } : null;
}

/** True when a fingerprint begins as printed or typed. */
export const printFits = (hash: string, { digits }: ReadPrint): boolean => hash.startsWith(digits);
