import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { sharedValue, type Store } from './store';

/** What the server keeps to itself. Made at the first start and kept in the database, so that several processes share it. */
export interface Secrets {
  /** Signs receipts (Ed25519). */
  readonly receiptKey: KeyObject;
  /** The public half as 32 raw bytes in base64: `serverKey` on the wire. */
  readonly serverKey: string;
  /** Keys the hashes of codes, so that a stolen table of hashes cannot be tried out without it. */
  readonly codeSecret: Buffer;
}

/** Reads the secrets, making them when there are none. */
export async function openSecrets(store: Store): Promise<Secrets> {
  const { pkcs8, codeSecret } = await store.transact(async (tx) => ({
    pkcs8: await sharedValue(tx, 'receipt-key', () => generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')),
    codeSecret: await sharedValue(tx, 'code-secret', () => randomBytes(32).toString('base64')),
  }));
  const receiptKey = createPrivateKey({ key: Buffer.from(pkcs8, 'base64'), format: 'der', type: 'pkcs8' });
  const jwk = createPublicKey(receiptKey).export({ format: 'jwk' });
  const serverKey = Buffer.from(jwk.x ?? '', 'base64url').toString('base64');
  return { receiptKey, serverKey, codeSecret: Buffer.from(codeSecret, 'base64') };
}
