import { fromBase64, fromUtf8, toBase64, utf8, type Bytes } from './bytes';
import { EnvelopeError, open, seal } from './envelope';
import type { DeriveKey } from './kdf';
import { openSealed, sealTo, type KeyPair, type StoredKeyPair } from './key-pair';
import { ringFromBytes, ringToBytes, type StoredRing } from './keyring';
import { sheetKey, sheetLookup } from './sheet';

const pairContext = (committee: string): string => `escrow.pair.${committee}`;
const ringContext = (cell: string): string => `escrow.ring.${cell}`;

/** [ESC-1] A committee's key pair under its sheet of paper, for the server to keep. Base64. */
export async function sealEscrowPair(pair: StoredKeyPair, committee: string, sheet: string, derive: DeriveKey): Promise<string> {
  const key = await sheetKey(sheet, await sheetLookup(sheet), derive);
  return toBase64(await seal(key, utf8(JSON.stringify({ v: 1, pair })), pairContext(committee)));
}

/** Opens {@link sealEscrowPair}. @throws EnvelopeError `otherKey` with another sheet */
export async function openEscrowPair(sealed: string, committee: string, sheet: string, derive: DeriveKey): Promise<StoredKeyPair> {
  const key = await sheetKey(sheet, await sheetLookup(sheet), derive);
  const content = JSON.parse(fromUtf8(await open(key, fromBase64(sealed), pairContext(committee)))) as { v: number; pair: StoredKeyPair };
  if (content.v !== 1) throw new EnvelopeError('newer');
  return content.pair;
}

/** [ESC-2] A cell's ring for the committee's key. */
export const sealRingFor = (publicKey: Bytes, ring: StoredRing, cell: string): Promise<Bytes> => sealTo(publicKey, ringToBytes(ring), ringContext(cell));

/** Opens {@link sealRingFor}. @throws EnvelopeError */
export const openRingFor = async (pair: KeyPair, box: Uint8Array, cell: string): Promise<StoredRing> => ringFromBytes(await openSealed(pair, box, ringContext(cell)));
