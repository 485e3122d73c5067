/** [KEY-16] What was sealed once opens for ever: these boxes were made by earlier versions, and lie in books, on servers and on paper. */
import { describe, expect, it } from 'vitest';
import {
  fromBase64,
  fromUtf8,
  importKey,
  isRevoked,
  isVouched,
  open,
  openByPasskey,
  openBySheet,
  openDeviceKey,
  openEpoch,
  openKeyPair,
  openRing,
  openSealed,
  openSealedRing,
  ringFromBytes,
  ringOf,
  ringToBytes,
  sheetLookup,
  sheetProblem,
  toBase64,
  writeSheet,
  type WrappedKey,
} from '@/crypto';
import { openFileKey, openPiece } from '@/crypto/file-key';
import { openParts } from '@/sync/snapshots/form';
import vectors from '../fixtures/crypto-vectors.json';
import { realDerive } from '../support/argon2';

const text = (bytes: Uint8Array): unknown => JSON.parse(fromUtf8(bytes));

describe('[KEY-16] boxes of earlier versions', () => {
  it("a phone's data key opens with its passcode, however the marks are typed, and opens its rows", async () => {
    const { passcode, wrapped, row } = vectors.deviceKey;
    const stored: WrappedKey = { v: 1, params: { kdf: 'argon2id', memory: wrapped.params.memory, passes: wrapped.params.passes, salt: fromBase64(wrapped.params.salt) }, box: fromBase64(wrapped.box) };
    const key = await openDeviceKey(stored, passcode.normalize('NFD'), realDerive);
    expect(text(await open(key!, fromBase64(row.box), `row.${row.key}`))).toEqual(row.fields);
    expect(await openDeviceKey(stored, `${passcode}.`, realDerive)).toBeNull();
  });

  it('a batch', async () => {
    const { key, cell, device, batch, box, body } = vectors.batch;
    expect(text(await open(await importKey(fromBase64(key)), fromBase64(box), `batch.${cell}.${device}.${batch}`))).toEqual(body);
  });

  it('a part of a snapshot', async () => {
    const { key, cell, device, id, seq, parts, box, end, records } = vectors.snapshotPart;
    const ring = await openRing(await ringOf([{ epoch: 1, key: fromBase64(key) }]));
    const content = await openParts(ring, [fromBase64(box)], { cell, device, id, seq, parts }, 1);
    expect([content.end, Object.fromEntries(content.records)]).toEqual([end, records]);
    await expect(openParts(ring, [fromBase64(box)], { cell, device, id, seq: seq + 1, parts }, 1)).rejects.toMatchObject({ reason: 'damaged' });
  });

  it('a piece of an attached file, in its place and no other', async () => {
    const { secret, file, index, pieces, plain, box } = vectors.filePiece;
    const key = await openFileKey(secret);
    expect(fromUtf8(await openPiece(key, { file, index, pieces }, fromBase64(box)))).toBe(plain);
    for (const other of [{ file: 'file-0002', index, pieces }, { file, index: 0, pieces }, { file, index, pieces: 3 }]) await expect(openPiece(key, other, fromBase64(box))).rejects.toMatchObject({ reason: 'damaged' });
  });

  it('the one key of a joining code before there were rings', async () => {
    const { code, key, sealedKey } = vectors.joinOneKey;
    expect(await openSealedRing(sealedKey, code, realDerive)).toEqual(await ringOf([{ epoch: 1, key: fromBase64(key) }]));
    expect(await openSealedRing(sealedKey, code.replace(/Z$/, 'Y'), realDerive)).toBeNull();
  });

  it('the ring of a joining code', async () => {
    const { code, ring, bytes, sealedKey } = vectors.joinRing;
    expect(await openSealedRing(sealedKey, code, realDerive)).toEqual(ring);
    expect(await ringFromBytes(fromBase64(bytes))).toEqual(ring);
    expect(toBase64(ringToBytes({ ...ring, v: 1 }))).toBe(bytes);
  });

  it('a box sealed to a public key', async () => {
    const { pair, context, plain, box } = vectors.sealTo;
    expect(fromUtf8(await openSealed(await openKeyPair(pair), fromBase64(box), context))).toBe(plain);
  });

  it("an epoch's key, a voucher, a proof of revocation", async () => {
    const { cell, holder, pair, ring: stored, key, box, voucher, revoked } = vectors.epoch;
    const ring = await openRing({ ...stored, v: 1 });
    expect(toBase64(await openEpoch(ring, await openKeyPair(pair), fromBase64(box), { holder, epoch: 2 }, cell))).toBe(key);
    expect(await isVouched(ring, fromBase64(voucher), holder, fromBase64(pair.publicKey), cell)).toBe(true);
    expect(await isRevoked(ring, revoked.map(fromBase64), holder, cell)).toBe(true);
  });

  it("a data key by its passkey's answer, and its rows", async () => {
    const { output, wrap, row } = vectors.passkey;
    const stored = { v: 1, credential: fromBase64(wrap.credential), salt: fromBase64(wrap.salt), box: fromBase64(wrap.box) } as const;
    const key = await openByPasskey(stored, fromBase64(output));
    expect(text(await open(key!, fromBase64(row.box), `row.${row.key}`))).toEqual(row.fields);
  });

  it('a recovery sheet', async () => {
    const { secret, sheet, cell, pair, ring, lookup, sealedKey } = vectors.sheet;
    expect([writeSheet(fromBase64(secret)), sheetProblem(sheet), await sheetLookup(sheet)]).toEqual([sheet, null, lookup]);
    expect(await openBySheet(sealedKey, sheet.toLowerCase().replaceAll('-', ' '), realDerive)).toEqual({ cell, pair, ring });
  });
});
