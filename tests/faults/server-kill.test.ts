/** What the server acknowledged is there after it was killed in the middle of its work. */
import { afterAll, describe, expect, it } from 'vitest';
import type { PushAnswer } from '@/protocol';
import { openData, sampleEnvelope } from '../support/org';
import { startServer, type RunningServer } from '../support/server';
import { call, wholeLog } from '../support/wire';

const WRITERS = 4;
const ENOUGH = 200;
let server: RunningServer | undefined;
afterAll(() => server?.stop());

describe('a server that is killed', () => {
  it('[VAULT-1] [SUB-2] has every acknowledged batch and document when it is back, and takes the unanswered ones again', async () => {
    server = await startServer();
    const { url, dataDir } = server;
    const data = await openData(dataDir);
    const cell = data.cells.at(-1)?.id ?? '';
    const { token } = await call<{ token: string }>(url, null, '/v1/activate', { code: await data.code(cell), deviceName: 'A' });
    await data.close();

    const acknowledged = new Map<string, number>();
    const receipts = new Map<string, string>();
    const unanswered: string[] = [];
    const batchOf = (id: string) => ({ batches: [{ id, box: Buffer.from(id.repeat(20)).toString('base64') }] });
    const write = async (writer: number): Promise<void> => {
      for (let index = 0; ; index += 1) {
        const id = `batch-${writer}-${index}`;
        try {
          const [result] = (await call<PushAnswer>(url, token, '/v1/vault/push', batchOf(id))).results;
          if (result?.state === 'stored') acknowledged.set(id, result.seq);
          if (index % 10 === 0) {
            const envelope = sampleEnvelope(`submission-${writer}-${index}`);
            receipts.set(envelope.id, (await call<{ receipt: { signature: string } }>(url, token, '/v1/submissions', envelope)).receipt.signature);
          }
        } catch (error) {
          // A connection cut off is what this is about; a refusal would be a mistake of the test's own.
          if (!(error instanceof TypeError)) throw error;
          unanswered.push(id);
          return;
        }
      }
    };
    const writing = Array.from({ length: WRITERS }, (_, writer) => write(writer));
    const done = Promise.all(writing);
    const enough = async (): Promise<void> => {
      while (acknowledged.size < ENOUGH) await new Promise((next) => setTimeout(next, 2));
    };
    await Promise.race([enough(), done]);
    await server.kill9();
    await done;
    expect(unanswered).toHaveLength(WRITERS);

    server = await server.restart();
    const stored = new Map((await wholeLog(url, token)).map(({ batch, seq }) => [batch, seq]));
    expect([...acknowledged].filter(([id, seq]) => stored.get(id) !== seq)).toEqual([]);
    expect([...stored.values()]).toEqual(Array.from({ length: stored.size }, (_, index) => index + 1));
    expect(stored.size).toBeLessThanOrEqual(acknowledged.size + WRITERS);

    for (const id of unanswered) {
      const [again] = (await call<PushAnswer>(url, token, '/v1/vault/push', batchOf(id))).results;
      expect(again?.state).toBe(stored.has(id) ? 'same' : 'stored');
    }
    for (const [id, signature] of receipts) {
      const again = await call<{ state: string; receipt: { signature: string } }>(url, token, '/v1/submissions', sampleEnvelope(id));
      expect([again.state, again.receipt.signature]).toEqual(['same', signature]);
    }
  }, 90_000);
});
