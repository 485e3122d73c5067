import * as v from 'valibot';
import { hashJson, verifySignature } from '@/crypto';
import type { Json } from '@/domain';
import { Receipt } from '@/protocol';
import type { Book } from '@/storage';
import { loadConnection } from './connection';

const Kept = v.object({ soChiBo: v.literal('bien-nhan'), v: v.literal(1), ...Receipt.entries });
/** A receipt is some 500 letters; anything much longer is none. */
const MOST = 4000;

/** [RCPT-1] A receipt as a text that is kept in a file or shown as a QR code: what the server signed, its signature and its key, and nothing of the document. */
export const receiptText = ({ receipt, signature, serverKey }: Receipt): string => JSON.stringify({ soChiBo: 'bien-nhan', v: 1, receipt, signature, serverKey });

/** Reads such a text; null for anything else. */
export function readReceiptText(text: string): Receipt | null {
  if (text.length > MOST) return null;
  try {
    const read = v.safeParse(Kept, JSON.parse(text));
    return read.success ? { receipt: read.output.receipt, signature: read.output.signature, serverKey: read.output.serverKey } : null;
  } catch {
    return null;
  }
}

/**
 * What a receipt in hand is worth, found out on this device and without a network.
 * `valid`: signed by the server of this cell, for exactly the document that the book has sent · `badSignature` · `otherServer`: signed by another key
 * than the one first met · `otherCell` · `otherContent`: the document that the book has is not what was signed for · `notInBook`: signed, of
 * this cell, for a document that this book does not have · `unchecked`: this browser cannot check the signature · `noServer`: the book has met no server.
 */
export type ReceiptState = 'valid' | 'badSignature' | 'otherServer' | 'otherCell' | 'otherContent' | 'notInBook' | 'unchecked' | 'noServer';

/** A receipt with what it is worth. */
export interface CheckedReceipt {
  readonly state: ReceiptState;
  readonly receipt: Receipt['receipt'];
  /** The meeting or report that the document is of, and the fingerprint of the closed text in it; null where the book does not have it. */
  readonly document: { readonly of: string; readonly hash: string } | null;
}

async function documentOf(book: Book, { submissionId, hash }: Receipt['receipt']): Promise<{ document: CheckedReceipt['document']; same: boolean } | null> {
  const fields = await book.read(`submission:${submissionId}`);
  const body = fields['body'];
  if (body === undefined || body === null || typeof body !== 'object') return null;
  const { meetingId, minutesHash, reportId, reportHash } = body as Readonly<Record<string, Json>>;
  const [of, print] = [meetingId ?? reportId, minutesHash ?? reportHash];
  const document = typeof of === 'string' && typeof print === 'string' ? { of, hash: print } : null;
  // Not the hash that stands beside it: the very words that the book has.
  return { document, same: (await hashJson(body)) === hash };
}

/** [RCPT-2] Checks a receipt against the server's key as first met, and against the document in this book. */
export async function checkReceipt(book: Book, { receipt, signature, serverKey }: Receipt): Promise<CheckedReceipt> {
  const [connection, sent] = await Promise.all([loadConnection(book), documentOf(book, receipt)]);
  const signed = await verifySignature(receipt, signature, serverKey);
  const state = (): ReceiptState => {
    if (signed === false) return 'badSignature';
    if (!connection) return 'noServer';
    if (serverKey !== connection.serverKey) return 'otherServer';
    if (receipt.cell !== connection.cellId) return 'otherCell';
    if (!sent) return 'notInBook';
    if (!sent.same) return 'otherContent';
    return signed === null ? 'unchecked' : 'valid';
  };
  return { state: state(), receipt, document: sent?.document ?? null };
}

/** The receipts that the book has of the documents of a meeting or report, each checked anew. */
export async function receiptsOf(book: Book, id: string): Promise<CheckedReceipt[]> {
  const sent = (await book.list('submission')).filter(({ fields }) => fields['meetingId'] === id || fields['reportId'] === id);
  const receipts = sent.flatMap(({ fields }) => {
    const read = v.safeParse(Receipt, fields['receipt']);
    return read.success ? [read.output] : [];
  });
  return Promise.all(receipts.map((one) => checkReceipt(book, one)));
}
