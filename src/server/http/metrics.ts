import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sha256 } from '../accounts';
import type { Metrics } from '../metrics';
import { Refusal } from '../refusal';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'];
const HERE = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/**
 * [MET-1] Whoever has the token; where none is set, whoever asks from this very machine and not through a proxy, which would lend its own
 * address to everybody.
 */
function mayRead(request: FastifyRequest, token: string | undefined): boolean {
  if (token !== undefined) return timingSafeEqual(Buffer.from(sha256(request.headers.authorization ?? '')), Buffer.from(sha256(`Bearer ${token}`)));
  const { headers, socket } = request.raw;
  return HERE.includes(socket.remoteAddress ?? '') && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined;
}

/** Counts every request, and serves the counts at `/metrics` to who may read them; to others there is no such page. */
export function metricsRoute(app: FastifyInstance, metrics: Metrics, token: string | undefined): void {
  app.addHook('onResponse', async (request, reply) => {
    const method = METHODS.includes(request.method) ? request.method : 'other';
    metrics.request({ method, route: request.routeOptions.url ?? 'none', status: reply.statusCode, seconds: reply.elapsedTime / 1000 });
  });
  app.get('/metrics', async (request, reply) => {
    if (!mayRead(request, token)) throw new Refusal('notFound');
    return reply.header('cache-control', 'no-store').type('text/plain; version=0.0.4; charset=utf-8').send(await metrics.text());
  });
}
