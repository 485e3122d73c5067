import { describe, expect, it } from 'vitest';
import { CODE_ALPHABET } from '@/protocol/code';
import { ASK_GROUPS, askProblem, compareCode, groupAsk, newAskPair, readAsk, writeAsk } from './ask-code';
import { fromBase64, randomBytes, utf8, type Bytes } from './bytes';
import { isGrant, joinGrant, newGrantPassphrase, openGrant, sealGrant, splitGrant, type Grant } from './grant';
import type { DeriveKey } from './kdf';
import { newKeyPair, openKeyPair } from './key-pair';
import { writeSheet } from './sheet-code';

const derive: DeriveKey = async (passcode, { salt }) => new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(passcode + salt.join())));
const reason = (work: Promise<unknown>) => work.then(() => 'opened', (error: unknown) => (error as { reason: string }).reason);

describe('what a device shows to be let in', () => {
  it('[ADMIT-1] carries its public key, and nothing of its private one', async () => {
    for (let n = 0; n < 20; n += 1) {
      const { publicKey } = await newAskPair();
      const ask = writeAsk(fromBase64(publicKey));
      expect(ask.split('-').map(({ length }) => length)).toEqual(Array(ASK_GROUPS.count).fill(4));
      expect(askProblem(ask)).toBeNull();
      expect(readAsk(` ${ask.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `)).toEqual(fromBase64(publicKey));
    }
  });

  it('[ADMIT-1] one wrong letter, anywhere, and two neighbours exchanged are noticed', async () => {
    const plain = writeAsk(fromBase64((await newAskPair()).publicKey)).replaceAll('-', '');
    for (let at = 0; at < plain.length; at += 1) {
      const other = CODE_ALPHABET[(CODE_ALPHABET.indexOf(plain[at]!) + 1 + (at % 30)) % 32]!;
      expect(askProblem(plain.slice(0, at) + other + plain.slice(at + 1)), `letter ${at}`).toBe('typo');
    }
    const pairs = Array.from(plain, (_, at) => at).filter((at) => at + 1 < plain.length && plain[at] !== plain[at + 1]);
    for (const at of pairs) expect(askProblem(plain.slice(0, at) + plain[at + 1]! + plain[at]! + plain.slice(at + 2)), `pair ${at}`).toBe('typo');
  });

  it('[ADMIT-1] what is no ask is told: too short, a sheet, foreign letters, a later version, no point of the curve', () => {
    expect([askProblem(''), askProblem('0440-Y5GX'), askProblem(writeSheet(randomBytes(16)))]).toEqual(['empty', 'length', 'length']);
    expect([askProblem('Ă'), askProblem('U123')]).toEqual(['accents', 'letter']);
    const point = new Uint8Array(65) as Bytes;
    // No y belongs to this x.
    point[32] = 1;
    expect(askProblem(writeAsk(point))).toBe('typo');
    expect(groupAsk('abcd efgh1')).toBe('ABCD-EFGH-1');
  });

  it('[ADMIT-2] two keys have two codes to compare, and the answer another', async () => {
    const [one, two] = [randomBytes(65), randomBytes(65)];
    const codes = await Promise.all([compareCode('ask', one, derive), compareCode('ask', two, derive), compareCode('grant', one, derive)]);
    expect(new Set(codes).size).toBe(3);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(await compareCode('ask', one, derive)).toBe(codes[0]);
  });
});

describe('what a device is given', () => {
  const grant: Grant = { passphrase: newGrantPassphrase(), origin: 'https://so.example.vn', place: { cell: 'cell-one1', device: 'device-two2', lookup: 'ab'.repeat(16), serverKey: 'AAAA', former: ['device-one1'] } };
  const backup = utf8('the book');

  it('[ADMIT-3] opens with the key that asked, and with no other', async () => {
    const [asked, other] = [await newAskPair(), await newKeyPair()];
    const bytes = joinGrant({ box: await sealGrant(grant, fromBase64(asked.publicKey)), backup });
    expect(isGrant(bytes)).toBe(true);
    const parts = splitGrant(bytes);
    expect(parts.backup).toEqual(backup);
    expect(await openGrant(await openKeyPair(asked), parts)).toEqual(grant);
    expect(await reason(openGrant(await openKeyPair(other), parts))).toBe('otherKey');
  });

  it('[ADMIT-3] every byte of it counts', async () => {
    const asked = await newAskPair();
    const pair = await openKeyPair(asked);
    const bytes = joinGrant({ box: await sealGrant(grant, fromBase64(asked.publicKey)), backup });
    const end = bytes.length - backup.length;
    for (let at = 0; at < end; at += 1) {
      const hurt = bytes.slice();
      hurt[at]! ^= 1;
      expect(await reason((async () => openGrant(pair, splitGrant(hurt)))()), `byte ${at}`).toMatch(/damaged|newer|otherKey/);
    }
    for (const length of [0, 8, 11, 80, end - 1]) expect(await reason((async () => openGrant(pair, splitGrant(bytes.slice(0, length))))())).toBe('damaged');
  });
});
