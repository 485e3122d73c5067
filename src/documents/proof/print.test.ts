import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printFits, qrText, readPrint, shortPrint } from '.';

const HASH = createHash('sha256').update('biên bản').digest('hex');
const hashes = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'));

describe('[PROOF-2] the fingerprint on paper', () => {
  it('its QR code reads back as the whole fingerprint, and says nothing else', () => {
    fc.assert(fc.property(hashes, (hash) => {
      const text = qrText('minutes', hash);
      expect(text).toMatch(/^SCB1M[0-9A-Z]{50}$/);
      expect(readPrint(text)).toEqual({ digits: hash, whole: true });
    }));
  });

  it('is typed as it is printed, also with the letters that look like figures', () => {
    const printed = shortPrint(HASH);
    expect(printed).toMatch(/^([0-9A-F]{4} ){4}[0-9A-F]{4}$/);
    for (const typed of [printed, printed.toLowerCase(), ` ${printed.replaceAll(' ', '-')} `, printed.replaceAll('0', 'O').replaceAll('1', 'l'), printed.replaceAll(' ', '')]) {
      const read = readPrint(typed);
      expect(read).toEqual({ digits: HASH.slice(0, 20), whole: false });
      expect(printFits(HASH, read!)).toBe(true);
    }
    expect(readPrint(HASH)).toEqual({ digits: HASH, whole: true });
  });

  it('of anything else there is none', () => {
    for (const text of ['', 'SCB1', 'a1b2', 'https://so.example.vn', `SCB1X${'0'.repeat(50)}`, `SCB1M${'Z'.repeat(50)}`, HASH.slice(1), `${HASH}0`]) expect(readPrint(text)).toBeNull();
    fc.assert(fc.property(fc.string(), (text) => void readPrint(text)));
  });
});
