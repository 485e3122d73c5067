import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '../refusal';

/** Tries per minute and address. */
export interface Limits {
  /** On activating, joining and signing in, together. */
  readonly entry: number;
  /** On everything else. */
  readonly other: number;
}

/** Counts a request. @throws Refusal tooManyRequests */
export type CountRequest = (request: FastifyRequest) => Promise<void>;

/** [PROTO-5] One count per kind and address, shared by all routes of that kind: whoever guesses does not get three tries for three doors. */
export async function countRequests(app: FastifyInstance, limits: Limits): Promise<Record<keyof Limits, CountRequest>> {
  await app.register(rateLimit, { global: false });
  const counter = (max: number): CountRequest => {
    const count = app.createRateLimit({ max, timeWindow: 60_000 });
    return async (request) => {
      const result = await count(request);
      if (!result.isAllowed && result.isExceeded) throw new Refusal('tooManyRequests', { retryAfter: Math.max(1, result.ttlInSeconds) });
    };
  };
  return { entry: counter(limits.entry), other: counter(limits.other) };
}
