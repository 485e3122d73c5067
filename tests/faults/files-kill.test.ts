/** A file that is on its way while the server is killed, again and again, arrives whole and once. */
import 'fake-indexeddb/auto';
import { afterAll, describe, expect, it } from 'vitest';
import { newId, type Bytes } from '@/crypto';
import { FILE_PIECE } from '@/protocol';
import { addAttachment, attachmentOf, readHere, stateOf } from '@/storage/attachments';
import { activate, invite, join } from '@/sync/connection';
import { syncOnce } from '@/sync/engine';
import { openAttachment } from '@/sync/files';
import { openData } from '../support/org';
import { startServer, type RunningServer } from '../support/server';
import { fastDerive, newPhone } from '../sync/world';

let server: RunningServer | undefined;
afterAll(() => server?.stop());
const attempt = (): string => newId() + newId();

describe('a server that is killed while a file is sent', () => {
  it('[PIECE-1] [PIECE-6] takes the rest when it is back; meanwhile the file is attached and opens', async () => {
    server = await startServer();
    const data = await openData(server.dataDir);
    const code = await data.code(data.cells.at(-1)?.id ?? '');
    await data.close();
    const [one, two] = [await newPhone(), await newPhone()];
    const content: Bytes = Uint8Array.from({ length: 7 * FILE_PIECE + 5 }, (_, at) => (at * 31 + (at >> 9)) & 255);
    /** The server's address changes when it is started anew; it dies at the piece with this number, before or after it has it. */
    let dies: { readonly piece: number; readonly after: boolean } | null = null;
    const send = async (path: string, init: RequestInit): Promise<Response> => {
      const now = dies && path.includes('/files/') && path.endsWith(`/${dies.piece}`) ? dies : null;
      if (now && !now.after) await server!.kill9();
      const answer = await fetch(server!.url + path, init);
      if (!now) return answer;
      await server!.kill9();
      throw new TypeError('the answer was lost');
    };
    const mine = await activate(one, '', { code, deviceName: 'Máy một', attempt: attempt() }, send);
    const id = await addAttachment(one, 'meeting:m1', { name: 'Kế hoạch.pdf', type: 'application/pdf', bytes: content }, '2026-11-24T07:00:00.000Z');
    for (const fault of [{ piece: 1, after: false }, { piece: 3, after: true }, { piece: 5, after: false }]) {
      dies = fault;
      // The line that breaks first may be the pull's, where the server is gone already.
      await syncOnce(one, mine, send).then((report) => expect(report.files.problem).toMatchObject({ reason: 'offline' }));
      expect(Buffer.from((await readHere(one, id))!).equals(content)).toBe(true);
      dies = null;
      server = await server.restart();
    }
    expect((await syncOnce(one, mine, send)).files).toEqual({ more: false });
    expect(stateOf(await attachmentOf(one, id), await one.db.files.get(id)).state).toEqual({ is: 'stored' });
    const joining = await invite(one, mine, fastDerive, send);
    const theirs = await join(two, '', { code: joining.code, deviceName: 'Máy hai', attempt: attempt() }, fastDerive, send);
    await syncOnce(two, theirs, send);
    expect(Buffer.from(await openAttachment(two, id, { send })).equals(content)).toBe(true);
    for (const book of [one, two]) await book.close();
  }, 90_000);
});
