import type { ApiReason } from '@/sync';

/** The committee's part of the client, loaded with the first question. */
export type Client = typeof import('@/sync/committee');
/** Why a question came to nothing; `unknown` is a fault of this page. */
export type Reason = ApiReason | 'unknown';
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: Reason; /** What the server refused, where it said so. */ readonly path?: string | undefined };

/** Asks the server. Never throws: a failure has a name. */
export async function call<T>(ask: (client: Client) => Promise<T>): Promise<Answer<T>> {
  let client: Client;
  try {
    client = await import('@/sync/committee');
  } catch {
    // A part of the app that does not arrive has the same cause and the same remedy as an answer that does not.
    return { ok: false, reason: 'offline' };
  }
  try {
    return { ok: true, value: await ask(client) };
  } catch (error) {
    const named = error as { name?: string; reason?: ApiReason; path?: string } | null;
    return { ok: false, reason: named?.name === 'ApiError' && named.reason ? named.reason : 'unknown', path: named?.path };
  }
}
