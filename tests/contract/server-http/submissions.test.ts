import { webcrypto } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { canonicalJson } from '@/domain';
import { SubmissionAnswer, type Receipt } from '@/protocol';
import { reportEnvelope } from '../../fixtures/report';
import { openOrg, sampleEnvelope, sampleRecord, type Device, type OrgWithApp } from '../../support/org';

let org: OrgWithApp;
let device: Device;
beforeAll(async () => {
  org = await openOrg();
});
afterAll(() => org.close());
beforeEach(async () => {
  device = await org.device((await org.another()).cells[0]?.id);
});
const submit = (body: unknown) => org.call('POST', '/v1/submissions', { device, body });

/** As a phone does it: WebCrypto, the key from `GET /v1/status`. */
async function verifies({ receipt, signature }: Receipt, serverKey: string): Promise<boolean> {
  const key = await webcrypto.subtle.importKey('raw', Buffer.from(serverKey, 'base64'), 'Ed25519', false, ['verify']);
  return webcrypto.subtle.verify('Ed25519', key, Buffer.from(signature, 'base64'), new TextEncoder().encode(canonicalJson(receipt)));
}

describe('submissions over HTTP', () => {
  it('[SUB-2] a document that is sent twice makes one record, with one receipt', async () => {
    const envelope = sampleEnvelope('sub-0001');
    const first = v.parse(SubmissionAnswer, (await submit(envelope)).json());
    const again = v.parse(SubmissionAnswer, (await submit(envelope)).json());
    expect([first.state, again.state]).toEqual(['accepted', 'same']);
    expect(again.receipt).toEqual(first.receipt);
    expect(first.receipt.receipt).toEqual({ submissionId: 'sub-0001', cell: device.cell, hash: envelope.hash, receivedAt: org.clock.now.toISOString(), number: 1 });
  });

  it('[SUB-4] the receipt verifies with the key of the status, and not once a letter is changed', async () => {
    const { receipt } = v.parse(SubmissionAnswer, (await submit(sampleEnvelope('sub-0001'))).json());
    const { serverKey } = (await org.call('GET', '/v1/status')).json();
    expect(receipt.serverKey).toBe(serverKey);
    expect(await verifies(receipt, serverKey)).toBe(true);
    expect(await verifies({ ...receipt, receipt: { ...receipt.receipt, number: 2 } }, serverKey)).toBe(false);
  });

  it('[SUB-2] another content under the same id is 409 contentMismatch', async () => {
    await submit(sampleEnvelope('sub-0001'));
    const answer = await submit(sampleEnvelope('sub-0001', { conclusion: 'Khác' }));
    expect([answer.statusCode, answer.json()]).toEqual([409, { error: { code: 'contentMismatch' } }]);
  });

  it('[SUB-3] a hash that is not that of the body is 422 hashMismatch', async () => {
    const answer = await submit({ ...sampleEnvelope('sub-0001'), hash: 'a'.repeat(64) });
    expect([answer.statusCode, answer.json()]).toEqual([422, { error: { code: 'hashMismatch', path: 'hash' } }]);
  });

  it('[SUB-3] the hash does not hang on the order of keys, nor on the way letters are composed', async () => {
    const envelope = sampleEnvelope('sub-0001', { chair: 'Trần Thị Ngọc Ánh' });
    const reversed = Object.fromEntries(Object.entries(envelope.body).reverse());
    const answer = await submit({ ...envelope, body: { ...reversed, chair: 'Trần Thị Ngọc Ánh'.normalize('NFD') } });
    expect(answer.json().state).toBe('accepted');
    expect((await submit(envelope)).json().state).toBe('same');
  });

  it.each([
    ['a missing part', (body: Record<string, unknown>) => delete body['attendance'], 'body.attendance'],
    ['a day that is not in the calendar', (body: Record<string, unknown>) => (body['date'] = '2026-02-30'), 'body.date'],
    ['a future schema', (body: Record<string, unknown>) => (body['schema'] = 2), 'body.schema'],
    ['another type', (body: Record<string, unknown>) => (body['type'] = 'diary'), 'body.type'],
    ['a key that the schema does not know', (body: Record<string, unknown>) => (body['selfCriticism'] = 'private'), 'body.selfCriticism'],
    ['such a key deep inside', (body: Record<string, unknown>) => Object.assign((body['votes'] as object[])[0] ?? {}, { voters: ['private'] }), 'body.votes.0.voters'],
  ])('[SUB-1] %s is 422 invalid with its path', async (_name, spoil, path) => {
    const body = structuredClone(sampleRecord()) as unknown as Record<string, unknown>;
    spoil(body);
    const answer = await submit({ ...sampleEnvelope('sub-0001'), body });
    expect([answer.statusCode, answer.json()]).toEqual([422, { error: { code: 'invalid', path } }]);
  });

  it.each([
    ['a key besides, which could carry what must stay in the cell', (body: Record<string, unknown>) => (body['notes'] = 'private'), 'body.notes'],
    ['such a key among the figures', (body: Record<string, unknown>) => Object.assign((body['figures'] as Record<string, object>)['counts'] ?? {}, { names: 1 }), 'body.figures.counts.names'],
    ['a time that is none', (body: Record<string, unknown>) => (body['period'] = '2026-Q5'), 'body.period'],
    ['another time than that of its id', (body: Record<string, unknown>) => (body['period'] = '2026-Q2'), 'body.period'],
    ['a correction that names nothing', (body: Record<string, unknown>) => (body['reportId'] = '2026-Q1.2'), 'body.corrects'],
    ['a report itself that corrects', (body: Record<string, unknown>) => (body['corrects'] = { submissionId: 'sub-0000', hash: 'a'.repeat(64) }), 'body.corrects'],
    ['half a meeting', (body: Record<string, unknown>) => Object.assign((body['figures'] as Record<string, object>)['counts'] ?? {}, { regular: 0.5 }), 'body.figures.counts.regular'],
  ])('[SUB-6] a report with %s is 422 invalid with its path', async (_name, spoil, path) => {
    const { hash, body: sound } = reportEnvelope('report-0001');
    const body = structuredClone(sound) as unknown as Record<string, unknown>;
    spoil(body);
    const answer = await submit({ id: 'report-0001', hash, body });
    expect([answer.statusCode, answer.json()]).toEqual([422, { error: { code: 'invalid', path } }]);
  });

  it('[SUB-6] a report is taken, with a receipt like any document', async () => {
    const envelope = reportEnvelope('report-0001');
    expect(v.parse(SubmissionAnswer, (await submit(envelope)).json())).toMatchObject({ state: 'accepted', receipt: { receipt: { submissionId: 'report-0001', hash: envelope.hash } } });
  });

  it('[SUB-1] a number that JSON cannot say is refused', async () => {
    const text = JSON.stringify(sampleEnvelope('sub-0001')).replace(/"points":\d+/g, '"points":1e999');
    const answer = await org.call('POST', '/v1/submissions', { device, text: { type: 'application/json', body: text } });
    expect([answer.statusCode, answer.json().error.code]).toEqual([422, 'invalid']);
  });

  it('[SUB-1] white space at the ends of a name is no reason to refuse, and is kept as sent', async () => {
    const envelope = sampleEnvelope('sub-0001', { chair: ' Nguyễn Văn Mẫu ' });
    expect((await submit(envelope)).json().state).toBe('accepted');
  });

  it('[PROTO-3] nesting without end is refused, not followed', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    for (const text of [`{"id":"sub-0001","hash":"${'a'.repeat(64)}","body":${deep}}`, JSON.stringify(sampleEnvelope('sub-0001')).replace('"guests":[', `"guests":[${deep},`)]) {
      const answer = await org.call('POST', '/v1/submissions', { device, text: { type: 'application/json', body: text } });
      expect([answer.statusCode, answer.json().error.code]).toEqual([422, 'invalid']);
    }
  });

  it('[COM-2] without a device nothing is taken', async () => {
    expect((await org.call('POST', '/v1/submissions', { body: sampleEnvelope('sub-0001') })).statusCode).toBe(401);
  });
});
