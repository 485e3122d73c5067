import { describe, expect, it } from 'vitest';
import { fromBase64, fromUtf8, randomBytes, utf8 } from './bytes';
import { seal } from './envelope';
import { newKeyPair, openKeyPair } from './key-pair';
import { isRevoked, isVouched, mergeRings, newRing, openEpoch, openRing, openWithRing, proveRevoked, ringFromBytes, ringOf, ringToBytes, sealEpoch, vouch } from './keyring';

const key = (n: number) => new Uint8Array(32).fill(n);
const reason = (work: Promise<unknown>) => work.then(() => 'opened', (error: unknown) => (error as { reason: string }).reason);
const CELL = 'cell';

describe('the ring', () => {
  it('[KEY-4] opens by the key that a box names, and says so when it has none', async () => {
    const ring = await openRing(await ringOf([{ epoch: 2, key: key(2) }, { epoch: 1, key: key(1) }]));
    expect(ring.epoch).toBe(2);
    const old = await openRing(await ringOf([{ epoch: 1, key: key(1) }]));
    expect(fromUtf8(await openWithRing(ring, await seal(old.current, utf8('cũ'), 'c'), 'c'))).toBe('cũ');
    expect(await reason(openWithRing(old, await seal(ring.current, utf8('mới'), 'c'), 'c'))).toBe('otherKey');
    expect(await reason(openWithRing(old, utf8('rubbish'), 'c'))).toBe('damaged');
  });

  it('[KEY-4] merging drops no key; of two keys of one epoch the added one counts', async () => {
    const one = await ringOf([{ epoch: 1, key: key(1) }, { epoch: 2, key: key(2) }]);
    const other = await ringOf([{ epoch: 2, key: key(22) }, { epoch: 3, key: key(3) }]);
    const all = mergeRings(one, other);
    expect(all.keys.map(({ epoch }) => epoch)).toEqual([1, 2, 2, 3]);
    expect((await openRing({ ...all, current: 2 })).current.id).toEqual((await openRing(await ringOf([{ epoch: 1, key: key(22) }]))).current.id);
    expect(mergeRings(all, one).keys).toHaveLength(4);
    expect(mergeRings(other, one).current).toBe(3);
  });

  it('[KEY-4] goes through bytes and back; what is cut is damaged, what is of later times is named', async () => {
    const ring = await ringOf([{ epoch: 1, key: key(1) }, { epoch: 70_000, key: key(2) }]);
    const bytes = ringToBytes(ring);
    expect(await ringFromBytes(bytes)).toEqual(ring);
    expect(await reason(ringFromBytes(bytes.slice(0, -1)))).toBe('damaged');
    expect(await reason(ringFromBytes(new Uint8Array([1])))).toBe('damaged');
    bytes[0] = 2;
    expect(await reason(ringFromBytes(bytes))).toBe('newer');
    expect(await ringFromBytes(key(7))).toEqual(await ringOf([{ epoch: 1, key: key(7) }]));
  });
});

describe("an epoch's key in its box", () => {
  it('[KEY-5] opens for its holder with the epoch before, and for nobody else, in no other place', async () => {
    const stored = await newKeyPair();
    const [pair, publicKey] = [await openKeyPair(stored), fromBase64(stored.publicKey)];
    const [ring, next] = [await openRing(await newRing()), randomBytes(32)];
    const box = await sealEpoch(ring, next, { holder: 'a', publicKey }, CELL);
    expect(await openEpoch(ring, pair, box, { holder: 'a', epoch: 2 }, CELL)).toEqual(next);
    expect(await reason(openEpoch(ring, pair, box, { holder: 'b', epoch: 2 }, CELL))).toBe('damaged');
    expect(await reason(openEpoch(ring, pair, box, { holder: 'a', epoch: 3 }, CELL))).toBe('damaged');
    expect(await reason(openEpoch(ring, pair, box, { holder: 'a', epoch: 2 }, 'other'))).toBe('damaged');
    expect(await reason(openEpoch(await openRing(await newRing()), pair, box, { holder: 'a', epoch: 2 }, CELL))).toBe('otherKey');
  });

  it('[KEY-5] made with a key of an earlier epoch than the one before it is refused', async () => {
    const stored = await newKeyPair();
    const [pair, publicKey] = [await openKeyPair(stored), fromBase64(stored.publicKey)];
    const all = await ringOf([{ epoch: 1, key: key(1) }, { epoch: 2, key: key(2) }]);
    // Somebody who was shut out at epoch 2 holds epoch 1 only, and calls it 2.
    const out = await openRing(await ringOf([{ epoch: 2, key: key(1) }]));
    const forged = await sealEpoch(out, randomBytes(32), { holder: 'a', publicKey }, CELL);
    expect(await reason(openEpoch(await openRing(all), pair, forged, { holder: 'a', epoch: 3 }, CELL))).toBe('otherKey');
  });
});

describe("the cell's word", () => {
  it('[KEY-6] on a key holds for this holder, this key and the present epoch', async () => {
    const stored = await ringOf([{ epoch: 1, key: key(1) }, { epoch: 2, key: key(2) }]);
    const [ring, old] = [await openRing(stored), await openRing({ ...stored, current: 1 })];
    const point = randomBytes(65);
    const word = await vouch(ring.current, 'a', point, CELL);
    expect(await isVouched(ring, word, 'a', point, CELL)).toBe(true);
    expect(await isVouched(ring, word, 'b', point, CELL)).toBe(false);
    expect(await isVouched(ring, word, 'a', randomBytes(65), CELL)).toBe(false);
    expect(await isVouched(ring, word, 'a', point, 'other')).toBe(false);
    expect(await isVouched(ring, await vouch(old.current, 'a', point, CELL), 'a', point, CELL)).toBe(false);
    expect(await isVouched(ring, utf8('rubbish'), 'a', point, CELL)).toBe(false);
  });

  it('[KEY-7] on a revocation is checked with the newest key that the device has', async () => {
    const known = await ringOf([{ epoch: 1, key: key(1) }, { epoch: 2, key: key(2) }]);
    const later = mergeRings(known, await ringOf([{ epoch: 3, key: key(3) }]));
    const ring = await openRing(known);
    expect(await isRevoked(ring, await proveRevoked(later, 'a', CELL), 'a', CELL)).toBe(true);
    expect(await isRevoked(ring, await proveRevoked(later, 'b', CELL), 'a', CELL)).toBe(false);
    expect(await isRevoked(ring, await proveRevoked(await ringOf([{ epoch: 1, key: key(1) }]), 'a', CELL), 'a', CELL)).toBe(false);
    expect(await isRevoked(ring, [], 'a', CELL)).toBe(false);
  });
});
