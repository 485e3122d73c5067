import { EnvelopeError, fromBase64, mergeRings, openEpoch, openRing, ringOf, type KeyPair, type StoredRing } from '@/crypto';

/** Who opens epochs that began after a ring was sealed for them: `recovery`, or the committee's spare key. */
interface Holder {
  readonly ring: StoredRing;
  readonly pair: KeyPair;
  readonly holder: string;
  readonly cell: string;
}

/** A ring with the epochs that began after it was sealed; what does not open is left out. */
export async function ringWithEpochs({ ring, pair, holder, cell }: Holder, epochs: readonly { readonly epoch: number; readonly box: string | null }[]): Promise<StoredRing> {
  let all = ring;
  for (const { epoch, box } of epochs) {
    if (box === null || epoch <= ring.current) continue;
    try {
      const key = await openEpoch(await openRing(all), pair, fromBase64(box), { holder, epoch }, cell);
      all = mergeRings(all, await ringOf([{ epoch, key }]));
    } catch (error) {
      if (!(error instanceof EnvelopeError)) throw error;
    }
  }
  return all;
}
