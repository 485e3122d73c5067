import 'fake-indexeddb/auto';
import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hashJson, importKey, randomBytes } from '@/crypto';
import { canonicalJson, type Json } from '@/domain';
import type { Receipt } from '@/protocol';
import { Book, BookDatabase, writeSecret } from '@/storage';
import { checkReceipt, readReceiptText, receiptsOf, receiptText } from './receipt-file';

const pair = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const serverKey = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64');
  const receiptOf = (receipt: Receipt['receipt']): Receipt => ({ receipt, serverKey, signature: sign(null, Buffer.from(canonicalJson(receipt), 'utf8'), privateKey).toString('base64') });
  return { serverKey, receiptOf };
};
const server = pair();
const body = { type: 'meeting', meetingId: 'meeting-01', minutesHash: 'cd'.repeat(32), conclusion: 'Hoàn thành kế hoạch.' };
const signedFor = async (changed: Partial<Receipt['receipt']> = {}, by = server): Promise<Receipt> =>
  by.receiptOf({ submissionId: 'submission-01', cell: 'cell-0001', hash: await hashJson(body), receivedAt: '2026-11-24T10:00:00.000Z', number: 41, ...changed });

let book: Book;
let n = 0;
beforeEach(async () => {
  book = new Book(new BookDatabase(`receipt-${(n += 1)}`), await importKey(randomBytes(32)));
  await writeSecret(book, 'connection', { base: 'https://so.example.vn', token: 't', deviceId: 'device-001', cellId: 'cell-0001', serverKey: server.serverKey });
  await book.write(Object.entries({ meetingId: body.meetingId, hash: await hashJson(body), body: body as Json, receipt: (await signedFor()) as unknown as Json }).map(([field, value]) => ({ key: 'submission:submission-01' as const, field, value })));
});
afterEach(() => book.close());
const state = async (receipt: Receipt) => (await checkReceipt(book, receipt)).state;

it('[RCPT-1] a receipt is kept as a text and reads back the same; nothing of the document is in it, and nothing else reads as one', async () => {
  const receipt = await signedFor();
  const text = receiptText(receipt);
  expect(readReceiptText(text)).toEqual(receipt);
  expect(text).not.toContain('Hoàn thành');
  expect(text).not.toContain(body.meetingId);
  for (const other of ['', '{}', 'null', '[]', text.slice(1), JSON.stringify({ ...JSON.parse(text), v: 2 }), `${text}${' '.repeat(5000)}`]) expect(readReceiptText(other)).toBeNull();
  fc.assert(fc.property(fc.json(), (other) => readReceiptText(other) === null));
});

it('[RCPT-2] a receipt is worth something where the server first met signed for the very document that the book has', async () => {
  const good = await signedFor();
  expect(await checkReceipt(book, good)).toEqual({ state: 'valid', receipt: good.receipt, document: { of: body.meetingId, hash: body.minutesHash } });
  expect((await receiptsOf(book, 'meeting-01')).map((one) => one.state)).toEqual(['valid']);
  expect(await receiptsOf(book, 'meeting-02')).toEqual([]);
});

it('[RCPT-2] every other is named for what it is', async () => {
  const good = await signedFor();
  expect(await state({ ...good, receipt: { ...good.receipt, number: 42 } })).toBe('badSignature');
  expect(await state({ ...good, signature: Buffer.alloc(64).toString('base64') })).toBe('badSignature');
  expect(await state(await signedFor({}, pair()))).toBe('otherServer');
  expect(await state(await signedFor({ cell: 'cell-0002' }))).toBe('otherCell');
  expect(await state(await signedFor({ submissionId: 'submission-02' }))).toBe('notInBook');
  await book.write([{ key: 'submission:submission-01', field: 'body', value: { ...body, conclusion: 'Khác.' } }]);
  expect(await state(good)).toBe('otherContent');
  await writeSecret(book, 'connection', null as never);
  expect(await state(good)).toBe('noServer');
});
