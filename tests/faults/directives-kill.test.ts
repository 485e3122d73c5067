/** A grade that the server acknowledged goes down to the cell also after the server was killed in the middle of its work. */
import { afterAll, expect, it } from 'vitest';
import type { DirectivesAnswer } from '@/protocol';
import { openData, sampleEnvelope } from '../support/org';
import { startServer, type RunningServer } from '../support/server';
import { call } from '../support/wire';

const OFFICIALS = 4;
const ENOUGH = 60;
let server: RunningServer | undefined;
afterAll(() => server?.stop());

it('[DIR-1] every grade that was acknowledged is there when the server is back, numbered without a gap, and the unanswered ones are taken again', async () => {
  server = await startServer();
  const { url, dataDir } = server;
  const data = await openData(dataDir);
  const cell = data.cells.at(-1)?.id ?? '';
  const { token } = await call<{ token: string }>(url, null, '/v1/activate', { code: await data.code(cell), deviceName: 'A' });
  const signIn = await fetch(`${url}/v1/committee/sign-in`, { method: 'POST', headers: { 'x-so-protocol': '2', 'content-type': 'application/json' }, body: JSON.stringify({ token: (await data.link()).split('#').at(-1) }) });
  const cookie = signIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  await data.close();

  const say = async (document: string): Promise<number> => {
    const request = { kind: 'officialGrade', id: `grade-of-${document}`, person: '', grade: 'fair', points: null, reason: 'Lý do.', replaces: null };
    const answer = await fetch(`${url}/v1/committee/submissions/${document}/directives`, { method: 'POST', headers: { 'x-so-protocol': '2', 'content-type': 'application/json', cookie }, body: JSON.stringify(request) });
    const body = (await answer.json()) as { directive?: { seq: number } };
    if (!body.directive) throw new Error(JSON.stringify(body));
    return body.directive.seq;
  };
  const acknowledged = new Map<string, number>();
  const unanswered: string[] = [];
  const grade = async (official: number): Promise<void> => {
    for (let index = 0; ; index += 1) {
      const document = `document-${official}-${index}`;
      try {
        await call(url, token, '/v1/submissions', sampleEnvelope(document, { meetingId: `meeting-${document}` }));
        unanswered.push(document);
        acknowledged.set(document, await say(document));
        unanswered.splice(unanswered.indexOf(document), 1);
      } catch (error) {
        // A connection cut off is what this is about; a refusal would be a mistake of the test's own.
        if (!(error instanceof TypeError)) throw error;
        return;
      }
    }
  };
  const done = Promise.all(Array.from({ length: OFFICIALS }, (_, official) => grade(official)));
  const enough = async (): Promise<void> => {
    while (acknowledged.size < ENOUGH) await new Promise((next) => setTimeout(next, 2));
  };
  await Promise.race([enough(), done]);
  await server.kill9();
  await done;

  server = await server.restart();
  const stored: DirectivesAnswer['directives'] = [];
  for (let more = true; more; ) {
    const page = await call<DirectivesAnswer>(url, token, `/v1/directives?after=${stored.length}`);
    stored.push(...page.directives);
    more = page.more;
  }
  expect(stored.map(({ seq }) => seq)).toEqual(Array.from({ length: stored.length }, (_, index) => index + 1));
  const seqOf = new Map(stored.map(({ id, seq }) => [id, seq]));
  expect([...acknowledged].filter(([document, seq]) => seqOf.get(`grade-of-${document}`) !== seq)).toEqual([]);
  expect(stored.length).toBeLessThanOrEqual(acknowledged.size + OFFICIALS);
  for (const document of unanswered) {
    const again = await say(document);
    expect(seqOf.get(`grade-of-${document}`) ?? again).toBe(again);
  }
}, 90_000);
