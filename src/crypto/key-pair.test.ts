import { describe, expect, it } from 'vitest';
import { fromBase64, fromUtf8, randomBytes, utf8, type Bytes } from './bytes';
import { newKeyPair, openKeyPair, openSealed, sealTo } from './key-pair';

const made = async () => {
  const stored = await newKeyPair();
  return { stored, pair: await openKeyPair(stored), publicKey: fromBase64(stored.publicKey) };
};
const reason = (work: Promise<unknown>) => work.then(() => 'opened', (error: unknown) => (error as { reason: string }).reason);

describe('sealing to a public key', () => {
  it('[KEY-17] only the holder opens it, and only where it belongs', async () => {
    const [one, two] = [await made(), await made()];
    const box = await sealTo(one.publicKey, utf8('kín'), 'here');
    expect(fromUtf8(await openSealed(one.pair, box, 'here'))).toBe('kín');
    expect(await reason(openSealed(one.pair, box, 'there'))).toBe('damaged');
    expect(await reason(openSealed(two.pair, box, 'here'))).toBe('otherKey');
  });

  it('[KEY-17] a box that names another as its recipient opens for neither', async () => {
    const [one, two] = [await made(), await made()];
    const box = await sealTo(one.publicKey, utf8('kín'), 'here');
    const moved = box.slice() as Bytes;
    moved.set((await sealTo(two.publicKey, utf8('x'), 'here')).subarray(2, 10), 2);
    expect(await reason(openSealed(two.pair, moved, 'here'))).toBe('damaged');
    expect(await reason(openSealed(one.pair, moved, 'here'))).toBe('otherKey');
  });

  it('[KEY-17] every byte counts', async () => {
    const { pair, publicKey } = await made();
    const box = await sealTo(publicKey, utf8('kín'), 'here');
    for (let at = 0; at < box.length; at += 1) {
      const changed = box.slice() as Bytes;
      changed[at]! ^= 1;
      expect(await reason(openSealed(pair, changed, 'here')), `byte ${at}`).not.toBe('opened');
    }
    for (const length of [0, 9, 74, 75, box.length - 1]) expect(await reason(openSealed(pair, box.slice(0, length), 'here'))).toMatch(/damaged|newer/);
  });

  it('[KEY-17] two boxes of the same text have nothing in common, and a later version is named', async () => {
    const { pair, publicKey } = await made();
    const [a, b] = [await sealTo(publicKey, utf8('kín'), 'here'), await sealTo(publicKey, utf8('kín'), 'here')];
    expect(a.subarray(10)).not.toEqual(b.subarray(10));
    a[0] = 2;
    expect(await reason(openSealed(pair, a, 'here'))).toBe('newer');
  });

  it('[KEY-17] what is no point of the curve is refused', async () => {
    const point = new Uint8Array(65);
    point[0] = 4;
    point.set(randomBytes(64), 1);
    expect(await reason(sealTo(point, utf8('x'), 'here'))).toBe('damaged');
    expect(await reason(openKeyPair({ publicKey: 'AAAA', privateKey: 'AAAA' }))).toBe('damaged');
  });

  it('[KEY-17] the private half cannot be read back out', async () => {
    const { pair } = await made();
    expect(pair.privateKey.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('pkcs8', pair.privateKey)).rejects.toThrow();
  });
});
