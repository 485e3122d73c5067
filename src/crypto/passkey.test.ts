import { describe, expect, it } from 'vitest';
import { fromUtf8, openByPasskey, randomBytes, seal, utf8, wrapForPasskey, open, importKey, EnvelopeError, type Bytes } from '.';

const changed = (bytes: Bytes, at: number): Bytes => bytes.map((byte, index) => (index === at ? byte ^ 1 : byte)) as Bytes;
const made = async () => {
  const raw = randomBytes(32);
  const answer = { credential: randomBytes(16), salt: randomBytes(32), output: randomBytes(32) };
  const wrap = await wrapForPasskey(raw, answer);
  return { row: await seal(await importKey(raw), utf8('mật'), 'row.a'), answer, wrap };
};

describe('a data key wrapped by a passkey', () => {
  it('[KEY-30] opens with the same answer, and opens the rows', async () => {
    const { row, answer, wrap } = await made();
    const key = await openByPasskey(wrap, answer.output);
    expect(fromUtf8(await open(key!, row, 'row.a'))).toBe('mật');
    expect(key!.key.extractable).toBe(false);
  });

  it('[KEY-30] another answer opens nothing, and is told from damage', async () => {
    const { answer, wrap } = await made();
    expect(await openByPasskey(wrap, changed(answer.output, 31))).toBeNull();
    await expect(openByPasskey({ ...wrap, box: changed(wrap.box, 40) }, answer.output)).rejects.toMatchObject({ reason: 'damaged' });
    await expect(openByPasskey({ ...wrap, credential: randomBytes(16) }, answer.output)).rejects.toMatchObject({ reason: 'damaged' });
    await expect(openByPasskey({ ...wrap, v: 2 as 1 }, answer.output)).rejects.toBeInstanceOf(EnvelopeError);
  });

  it('[KEY-30] holds neither the answer nor the data key', async () => {
    const { answer, wrap } = await made();
    const stored = [...wrap.box].join();
    expect(Object.keys(wrap).sort()).toEqual(['box', 'credential', 'salt', 'v']);
    expect(stored).not.toContain(answer.output.subarray(0, 8).join());
  });
});
