import type { ApiReason } from '@/sync';

/** The committee's part of the client, loaded with the first question. */
export type Client = typeof import('@/sync/committee');
/** Why a question came to nothing; `unknown` is a fault of this page. */
export type Reason = ApiReason | 'passkeyCancelled' | 'passkeyUnsupported' | 'unknown';
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: Reason; /** What the server refused, where it said so. */ readonly path?: string | undefined };

let confirmer: (() => Promise<boolean>) | null = null;
/** [ACC-6] Who asks the person to show anew who they are, while the pages stand; true once they have. */
export const setConfirmer = (ask: typeof confirmer): void => {
  confirmer = ask;
};

/** Asks the server. Never throws: a failure has a name. What wants a fresh confirmation is asked again once the person has given it. */
export async function call<T>(ask: (client: Client) => Promise<T>): Promise<Answer<T>> {
  const first = await callOnce(ask);
  return !first.ok && first.reason === 'confirmNeeded' && (await confirmer?.()) ? callOnce(ask) : first;
}

/** Asks the server, once. */
export async function callOnce<T>(ask: (client: Client) => Promise<T>): Promise<Answer<T>> {
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
    if (named?.name === 'PasskeyError') return { ok: false, reason: (named.reason as string) === 'unsupported' ? 'passkeyUnsupported' : 'passkeyCancelled' };
    return { ok: false, reason: named?.name === 'ApiError' && named.reason ? named.reason : 'unknown', path: named?.path };
  }
}
