import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import encodeQR from 'qr';
import { fromBase45, toBase45 } from './base45';
import { crc32 } from './crc32';
import { SERIES_CHUNK, SERIES_MARK, SeriesReader, SeriesWriter } from './series';

const bytesOf = (length: number, seed = 1): Uint8Array => Uint8Array.from({ length }, (_, at) => (Math.imul(at + seed, 2_654_435_761) >>> 13) & 255);

/** A camera that misses frames by chance (a fixed one); how many frames were shown until all was there. */
function shownUntilWhole(writer: SeriesWriter, misses: number, seed: number): number {
  const reader = new SeriesReader();
  let state = seed;
  for (let shown = 0; shown < 100 * writer.count; shown += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    if ((state >>> 8) / 2 ** 24 >= misses && reader.add(writer.frame(shown)) === 'whole') return shown + 1;
  }
  return Infinity;
}

describe('bytes as a series of QR codes', () => {
  it('[SERIES-1] base 45 and CRC-32 are those of their standards', () => {
    expect(toBase45(new TextEncoder().encode('base-45'))).toBe('UJCLQE7W581');
    expect(fromBase45('QED8WEX0')).toEqual(new TextEncoder().encode('ietf!'));
    expect([fromBase45('A'), fromBase45('::'), fromBase45('GGW'), fromBase45('abc')]).toEqual([null, null, null, null]);
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf4_3926);
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fromBase45(toBase45(bytes))).toEqual(Uint8Array.from(bytes));
      }),
    );
  });

  it('[SERIES-1] comes out as it went in, whatever its length, from any frames in any order', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.integer({ min: 1, max: 600 }), fc.integer({ min: 0, max: 5000 }), (length, chunk, from) => {
        const writer = new SeriesWriter(bytesOf(length), chunk);
        fc.pre(writer.count <= 200);
        const reader = new SeriesReader();
        // Backwards from a frame in the middle of nowhere: none of them is needed in particular.
        for (let index = from + writer.count + 60; index >= from && !reader.bytes; index -= 1) reader.add(writer.frame(index));
        expect(reader.bytes).toEqual(writer.bytes);
        expect([reader.received, reader.total]).toEqual([writer.count, writer.count]);
      }),
      { numRuns: 40 },
    );
  });

  it('[SERIES-1] one frame in five missed costs less than half a round more', () => {
    const rounds = [1, 2, 3, 4, 5].map((seed) => shownUntilWhole(new SeriesWriter(bytesOf(60 * SERIES_CHUNK)), 0.2, seed) / 60);
    expect(Math.max(...rounds)).toBeLessThan(1.5);
  });

  it('[SERIES-1] a frame fits the QR code that phones read off each other', () => {
    const { length } = encodeQR(new SeriesWriter(bytesOf(5000)).frame(700), 'raw', { ecc: 'low', border: 2 });
    expect(length).toBe(77 + 4);
  });

  it('[SERIES-2] what is no frame, damaged, newer or of another series is told apart and changes nothing', () => {
    const [one, two] = [new SeriesWriter(bytesOf(2000)), new SeriesWriter(bytesOf(2000, 7))];
    const reader = new SeriesReader();
    expect(reader.add('https://zalo.me/g/abc')).toBe('foreign');
    expect(reader.add(one.frame(0))).toBe('more');
    expect(reader.add(one.frame(0))).toBe('known');
    expect(reader.add(two.frame(1))).toBe('other');
    expect(reader.add('SCB2/ABC')).toBe('newer');
    for (const hurt of [one.frame(1).slice(0, 400), `${SERIES_MARK}${'0'.repeat(60)}`, SERIES_MARK, `${one.frame(1).slice(0, 80)}%%%${one.frame(1).slice(83)}`]) expect(reader.add(hurt)).toBe('damaged');
    expect(reader.received).toBe(1);
    for (let index = 1; index < one.count; index += 1) reader.add(one.frame(index));
    expect(reader.bytes).toEqual(one.bytes);
    reader.reset();
    expect([reader.add(two.frame(0)), reader.total]).toEqual(['more', two.count]);
  });

  it('[SERIES-2] a forged length does not fill the memory', () => {
    const frame = fromBase45(new SeriesWriter(bytesOf(10)).frame(0).slice(SERIES_MARK.length))!;
    const view = new DataView(frame.buffer);
    view.setUint32(4, 0xffff_ffff);
    view.setUint32(frame.length - 4, crc32(frame.subarray(0, frame.length - 4)));
    expect(new SeriesReader().add(SERIES_MARK + toBase45(frame))).toBe('damaged');
  });
});
