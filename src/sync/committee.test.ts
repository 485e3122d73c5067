import { describe, expect, it } from 'vitest';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '@/protocol';
import { fakeServer, FULL, ME, MONTH, sealed } from '../../tests/fixtures/committee';
import { newCode, overview, signIn, signOut, submission } from './committee';

const PATH = 'GET /v1/committee/submissions/submission-0001';
type Sealed = Awaited<ReturnType<typeof sealed>>;
const opened = async (document: Sealed) => submission(document.id, fakeServer({ [PATH]: { ok: document } }).fetch);
const receiptOf = (document: Sealed) => document.receipt as { receipt: Record<string, unknown>; signature: string; serverKey: string };

describe('a receipt checked on the committee’s device', () => {
  it('is valid for the content it was signed for', async () => {
    expect((await opened(await sealed(FULL))).check).toBe('valid');
  });

  it('is valid for a text with blanks at its ends, which reading cleans', async () => {
    const document = await sealed({ ...FULL, chair: '  Phạm Chủ Trì ' });
    const view = await opened(document);
    expect(view.body).toMatchObject({ chair: 'Phạm Chủ Trì' });
    expect(view.check).toBe('valid');
  });

  it.each([
    ['a number in it', (d: Sealed) => ({ ...d, body: { ...d.body, minutes: 120 } })],
    ['the cell it is said to come from', (d: Sealed) => ({ ...d, cell: { ...d.cell, id: 'cell-0002' } })],
    ['the receipt’s own number of the document', (d: Sealed) => ({ ...d, receipt: { ...receiptOf(d), receipt: { ...receiptOf(d).receipt, submissionId: 'submission-0009' } } })],
  ])('tells a change of %s', async (_what, change) => {
    expect((await opened(change(await sealed(FULL)) as Sealed)).check).toBe('otherContent');
  });

  it('tells a signature by another key, and a receipt altered after signing', async () => {
    const [one, other] = [await sealed(FULL), await sealed(FULL)];
    expect((await opened({ ...one, receipt: { ...receiptOf(one), serverKey: receiptOf(other).serverKey } })).check).toBe('badSignature');
    expect((await opened({ ...one, receipt: { ...receiptOf(one), receipt: { ...receiptOf(one).receipt, number: 42 } } })).check).toBe('badSignature');
  });
});

describe('the committee’s questions', () => {
  it('carry the cookie of this origin, the protocol and no token', async () => {
    const server = fakeServer({
      'POST /v1/committee/sign-in': { ok: ME },
      'GET /v1/committee/overview?month=2026-02': { ok: MONTH },
      'POST /v1/committee/cells/cell-0004/codes': { ok: { code: 'ABCDE-FGHJK', expiresAt: '2026-03-06T03:00:00.000Z' } },
      'POST /v1/committee/sign-out': { ok: {} },
    });
    await signIn('t'.repeat(43), server.fetch);
    expect((await overview('2026-02', server.fetch)).cells).toHaveLength(5);
    expect((await newCode('cell-0004', server.fetch)).code).toBe('ABCDE-FGHJK');
    await signOut(server.fetch);
    expect(server.asked).toHaveLength(4);
    for (const { init } of server.asked) {
      expect(init.credentials).toBe('same-origin');
      expect(init.headers).toMatchObject({ [PROTOCOL_HEADER]: String(PROTOCOL_VERSION) });
      expect(init.headers).not.toHaveProperty('authorization');
    }
  });

  it('name a document of a form that this version does not know', async () => {
    const document = await sealed({ ...FULL, schema: 2 as 1 });
    await expect(opened(document)).rejects.toMatchObject({ reason: 'notServer' });
  });
});
