/** The server's HTTP as a test speaks it that has no client code in between. */
import type { PullAnswer } from '@/protocol';

/** Asks, and takes the answer as it comes. @throws TypeError where the line broke, Error where the server refused */
export async function call<T>(url: string, token: string | null, path: string, body?: unknown): Promise<T> {
  const answer = await fetch(url + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'x-so-protocol': '1', ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** The cell's whole log, with every box. */
export async function wholeLog(url: string, token: string): Promise<PullAnswer['entries']> {
  const log: PullAnswer['entries'] = [];
  for (let more = true; more; ) {
    const page = await call<PullAnswer>(url, token, `/v1/vault/pull?full=1&after=${log.at(-1)?.seq ?? 0}`);
    log.push(...page.entries);
    more = page.more;
  }
  return log;
}
