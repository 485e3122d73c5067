import { hashJson, newId, verifySignature } from '@/crypto';
import { isOutrun, recordKey, splitKey, type Fields, type Json, type RecordKey } from '@/domain';
import { SubmissionAnswer, type Receipt, type SubmissionBody } from '@/protocol';
import type { Book } from '@/storage';
import { ApiError, type Api, type ApiReason } from './api';
import type { Connection } from './connection';

/** A document on its way up, as the outbox shows it. */
export interface QueuedSubmission {
  readonly key: RecordKey;
  readonly id: string;
  readonly type: string;
  /** Of a meeting's record; '' of another document. */
  readonly meetingId: string;
  /** Of a report: its id; '' of another document. */
  readonly reportId: string;
  readonly title: string;
  readonly createdAt: string;
  readonly state: 'waiting' | 'received' | 'refused';
  readonly receipt: Receipt | null;
  /** Whether the receipt's signature holds; null where this browser cannot check it. */
  readonly verified: boolean | null;
  readonly refused: { readonly code: ApiReason; readonly path?: string } | null;
}

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** Reads a submission's record. */
export function readSubmission(key: RecordKey, fields: Fields): QueuedSubmission {
  const receipt = (fields['receipt'] ?? null) as unknown as Receipt | null;
  const refused = (fields['refused'] ?? null) as unknown as QueuedSubmission['refused'];
  return {
    key,
    id: splitKey(key).id,
    type: text(fields['type']),
    meetingId: text(fields['meetingId']),
    reportId: text(fields['reportId']),
    title: text(fields['title']),
    createdAt: text(fields['createdAt']),
    state: receipt ? 'received' : refused ? 'refused' : 'waiting',
    receipt,
    verified: typeof fields['verified'] === 'boolean' ? fields['verified'] : null,
    refused,
  };
}

/** The changes that queue a document: to be written in one go with what closed it. [SUB-3] Its id and hash are fixed here, for good. */
export async function submissionChanges(body: SubmissionBody, title: string, now: string): Promise<{ id: string; hash: string; changes: { key: RecordKey; field: string; value: Json }[] }> {
  const id = newId();
  const key = recordKey('submission', id);
  const json = body as unknown as Json;
  const hash = await hashJson(json);
  const about: Record<string, Json> = body.type === 'report' ? { reportId: body.reportId } : { meetingId: body.meetingId };
  const fields: Record<string, Json> = { type: body.type, ...about, title, createdAt: now, hash, body: json };
  return { id, hash, changes: Object.entries(fields).map(([field, value]) => ({ key, field, value })) };
}

/** Refusals that another try would meet again: the document is set aside with the reason, and the rest goes on. */
const FINAL: readonly ApiReason[] = ['invalid', 'contentMismatch', 'hashMismatch', 'tooLarge', 'forbidden'];

/**
 * Sends every document that has no receipt yet. [SUB-2] Sending again is harmless.
 * @returns how many got a receipt. @throws ApiError when the line or the server failed (what waits, waits)
 */
export async function sendSubmissions(book: Book, api: Api, connection: Connection): Promise<number> {
  let sent = 0;
  for (const { key, id, fields } of await book.list('submission')) {
    if (readSubmission(key, fields).state !== 'waiting' || !fields['body']) continue;
    const { type, reportId } = readSubmission(key, fields);
    if (type === 'report' && isOutrun(id, await book.read(recordKey('report', reportId)))) {
      await book.write([{ key, field: 'refused', value: { code: 'reportOutrun' } }]);
      continue;
    }
    try {
      const answer = await api.ask(SubmissionAnswer, 'POST', '/v1/submissions', { id, hash: fields['hash'], body: fields['body'] });
      const { receipt, signature, serverKey } = answer.receipt;
      if (receipt.submissionId !== id || receipt.hash !== fields['hash']) throw new ApiError('notServer');
      const signed = await verifySignature(receipt as unknown as Json, signature, connection.serverKey);
      // A receipt signed by another key than the one first met is no receipt: the document goes on waiting.
      if (signed === false || serverKey !== connection.serverKey) throw new ApiError('notServer');
      await book.write([
        { key, field: 'receipt', value: answer.receipt as unknown as Json },
        { key, field: 'verified', value: signed },
      ]);
      sent += 1;
    } catch (error) {
      if (!(error instanceof ApiError) || !FINAL.includes(error.reason)) throw error;
      await book.write([{ key, field: 'refused', value: { code: error.reason, ...(error.path ? { path: error.path } : {}) } }]);
    }
  }
  return sent;
}

/** Puts a refused document back in the queue. */
export async function retrySubmission(book: Book, key: RecordKey): Promise<void> {
  await book.write([{ key, field: 'refused', value: null }]);
}
