import * as v from 'valibot';
import { ErrorBody, PROTOCOL_HEADER, PROTOCOL_VERSION, type ErrorCode } from '@/protocol';

/**
 * [NET-1] Why a request came to nothing: each has its sentence, nothing is lost by it, and the next try sends all. The server's own
 * named errors, and:
 * `offline` no answer (no network, server down, cut off, half an answer) · `notServer` an answer that is not this service's
 * (a login page of a wifi, a proxy's HTML) · `server` the server's fault (5xx) · `leftOut` the cell has gone on to a key that
 * nobody gave this device (see [KEY-15]) · `awaiting` let in by another device without a network, which has not told the server yet ·
 * `admissionOver` the same, but it will not be let in any more (see [ADMIT-5]) · `reportOutrun` another phone closed the report first · `snapshotDamaged` no snapshot of the log opens, and the
 * log itself is gone (see [SNAP-10]).
 */
export type ApiReason = ErrorCode | 'offline' | 'notServer' | 'server' | 'leftOut' | 'awaiting' | 'admissionOver' | 'reportOutrun' | 'snapshotDamaged';

/** A request that came to nothing, by name. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  constructor(
    readonly reason: ApiReason,
    readonly path?: string,
    readonly retryAfter?: number,
    /** With `revoked`: the cell's own word on it. */
    readonly proofs?: readonly string[],
  ) {
    super(reason);
  }
}

/** Milliseconds before a request without an answer counts as cut off. */
const TIMEOUT = 30_000;

/** A function that asks the server; the real one is {@link fetch}. */
export type Fetch = (input: string, init: RequestInit) => Promise<Response>;

/** Asks this app's own server, checks the answer against its schema, and names every failure. */
export class Api {
  constructor(
    readonly base: string,
    /** Null for what anybody may ask; empty while the device has none yet ([ADMIT-8]). */
    readonly token: string | null,
    readonly send: Fetch = (input, init) => fetch(input, init),
  ) {}

  /**
   * @param patience milliseconds until a request counts as cut off; more for what is large
   * @throws ApiError
   */
  async ask<S extends v.GenericSchema>(schema: S, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, patience: number = TIMEOUT): Promise<v.InferOutput<S>> {
    if (this.token === '') throw new ApiError('awaiting');
    const headers: Record<string, string> = { accept: 'application/json', [PROTOCOL_HEADER]: String(PROTOCOL_VERSION) };
    if (this.token) headers['authorization'] = `Bearer ${this.token}`;
    if (body !== undefined) headers['content-type'] = 'application/json';
    let response: Response;
    let text: string;
    try {
      response = await this.send(this.base + path, {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        cache: 'no-store',
        credentials: 'same-origin',
        redirect: 'error',
        signal: AbortSignal.timeout(patience),
      });
      text = await response.text();
    } catch {
      throw new ApiError('offline');
    }
    const answer = parse(text, response);
    if (response.ok) {
      const parsed = v.safeParse(schema, answer);
      if (parsed.success) return parsed.output;
      throw new ApiError('notServer');
    }
    const named = v.safeParse(ErrorBody, answer);
    if (named.success) throw new ApiError(named.output.error.code, named.output.error.path, named.output.error.retryAfter, named.output.error.proofs);
    if (response.status >= 500) throw new ApiError('server');
    // A name that only a newer server knows: what it means is clear from the status, or after an update.
    const unknown = v.is(v.object({ error: v.object({ code: v.string() }) }), answer);
    throw new ApiError(!unknown ? 'notServer' : response.status === 401 ? 'unauthorized' : 'clientTooOld');
  }
}

function parse(text: string, response: Response): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    if (response.status >= 500) throw new ApiError('server');
    // Half of a JSON answer is a line cut off; anything else is not this service speaking.
    throw new ApiError(/^\s*[[{]/.test(text) || text === '' ? 'offline' : 'notServer');
  }
}
