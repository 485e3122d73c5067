import { sign } from 'node:crypto';
import { canonicalJson } from '@/domain';
import type { Receipt } from '@/protocol';
import type { Secrets } from '../secrets';

/** [SUB-4] The server's signed word that it has a document: Ed25519 over the UTF-8 of the canonical JSON of `receipt`. */
export function signReceipt(secrets: Secrets, receipt: Receipt['receipt']): Receipt {
  const signature = sign(null, Buffer.from(canonicalJson(receipt), 'utf8'), secrets.receiptKey).toString('base64');
  return { receipt, signature, serverKey: secrets.serverKey };
}
